"""`api/v1/meetings.json`: the schedules that units sent, and their meetings as last announced."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import Shape, document, leading, plain, shape
from ktgs.facts.facts import Facts
from ktgs.records.schedule import Schedule
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.meetings import is_cancelled, is_postponed
from ktgs.repository.repository import Repository

PATH = "api/v1/meetings.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "lịch sinh hoạt và các buổi", order=70),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all schedules and meetings; who was assigned, never who came or did not."""
    repository = facts.repository
    lists = {
        "schedules": map(_schedule, repository.schedules.values()),
        "meetings": (_meeting(repository, meeting) for meeting in repository.meetings.values()),
    }
    yield PATH, document(facts, lists)


def _schedule(schedule: Schedule) -> Shape:
    made = shape(schedule, without=("id", "meetings"))
    return {"plan": schedule.key.plan, **leading(made, "month", "unit")}


def _meeting(repository: Repository, scheduled: ScheduledMeeting) -> Shape:
    """Return a meeting as last announced, with where and when it was to be at first and how it was moved."""
    meeting, announced = scheduled.meeting, scheduled.meeting.announced
    made = shape(meeting, without=("id",))
    moves = made.pop("moves")
    first = {name: made.pop(name) for name in ("on", "at", "place")}
    assigned = repository.assigned_by_meeting.get(scheduled.key, ())
    return {
        "id": str(scheduled.key),
        "plan": scheduled.key.plan,
        "month": str(scheduled.key.month),
        "unit": scheduled.key.unit,
        "branch": made.pop("branch"),
        "on": plain(announced.on),
        "at": plain(announced.at),
        "place": announced.place,
        **made,
        "is_cancelled": is_cancelled(meeting),
        "is_postponed": is_postponed(meeting),
        "first_announced": first,
        "moves": moves,
        "assigned": list(dict.fromkeys(item.item.person for item in assigned)),
        "reports": [visit.report.id for visit in repository.visits_by_meeting.get(scheduled.key, ())],
    }
