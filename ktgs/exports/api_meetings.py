"""`api/v1/meetings.json`: the schedules that units sent, and their meetings as last announced."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document, plain, public_fields
from ktgs.facts.facts import Facts
from ktgs.records.schedule import Schedule
from ktgs.repository.attendance import is_cancelled, is_postponed
from ktgs.repository.index import Repository
from ktgs.repository.linked import ScheduledMeeting

_MOVE = ("to", "at", "place", "reported_on", "reason")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all schedules and meetings; who was assigned, never who came or did not."""
    repository = facts.repository
    schedules = (_schedule(plan, schedule) for (plan, _, _), schedule in repository.schedules.items())
    meetings = (_meeting(repository, found) for found in repository.meetings.values())
    yield addresses.api("meetings"), document(facts, {"schedules": schedules, "meetings": meetings})


def _schedule(plan: str, schedule: Schedule) -> Shape:
    return {
        "plan": plan,
        **public_fields(schedule, "month", "unit", "received_on", "incomplete", "contact_given"),
        "amendments": [public_fields(each, "received_on", "content", "complete") for each in schedule.amendments],
        "no_meeting": [public_fields(each, "branch", "reason") for each in schedule.no_meeting],
    }


def _meeting(repository: Repository, found: ScheduledMeeting) -> Shape:
    meeting, announced = found.meeting, found.meeting.announced
    visits = repository.visits_by_meeting.get(found.key, ())
    assigned = repository.assigned_by_meeting.get(found.key, ())
    return {
        "id": str(found.key),
        "plan": found.key.plan,
        "month": str(found.key.month),
        "unit": found.key.unit,
        "branch": found.branch,
        "on": plain(announced.on),
        "at": plain(announced.at),
        "place": announced.place,
        **public_fields(meeting, "content", "status", "reported_on", "took_place"),
        "is_cancelled": is_cancelled(meeting),
        "is_postponed": is_postponed(meeting),
        "first_announced": public_fields(meeting, "on", "at", "place"),
        "moves": [public_fields(move, *_MOVE) for move in meeting.moves],
        "assigned": list(dict.fromkeys(one.item.person for one in assigned)),
        "reports": [visit.report.id for visit in visits],
    }
