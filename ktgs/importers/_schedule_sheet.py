"""What is recorded of a month's schedules as rows of the sheet, and blank rows for who has not sent one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ktgs.intake.job import Sheeting
from ktgs.language.text import vietnamese_key
from ktgs.records.keys import ScheduleKey
from ktgs.records.schedule import Meeting, Schedule
from ktgs.records.unit import Unit
from ktgs.repository.naming import branch_name

Row = dict[str, Any]


def rows(sheeting: Sheeting) -> Iterator[Row]:
    """Yield the rows of every unit that exists in the month, in Vietnamese order of name."""
    month = sheeting.month
    assert month is not None
    for unit in sorted(sheeting.units(), key=lambda unit: vietnamese_key(unit.name)):
        key = ScheduleKey(sheeting.plan, month, unit.id)
        schedule = None if sheeting.is_empty else sheeting.repository.schedules.get(key)
        yield from _recorded(sheeting, unit, schedule) if schedule else _blank(sheeting, unit)


def _blank(sheeting: Sheeting, unit: Unit) -> Iterator[Row]:
    month = sheeting.month
    assert month is not None
    branches = [branch for branch in unit.branches if branch.covers(month.first) or branch.covers(month.last)]
    for branch in branches:
        yield {"unit": unit.name, "branch": branch.name}
    if not branches:
        yield {"unit": unit.name}


def _recorded(sheeting: Sheeting, unit: Unit, schedule: Schedule) -> Iterator[Row]:
    told: list[Row] = []
    for meeting in schedule.meetings:
        told += _meeting(sheeting, meeting)
    for none in schedule.no_meeting:
        branch = branch_name(sheeting.repository, none.branch)
        told.append({"branch": branch, "no_meeting": True, "reason": none.reason})
    if not told:
        told.append({"no_meeting": True})
    sending = {
        "received": schedule.received_on if schedule.gives("received_on") else None,
        "incomplete": schedule.incomplete or None,
        "contact_given": schedule.contact_given,
    }
    told[0] |= {name: _plain(value) for name, value in sending.items()}
    for amendment in schedule.amendments:
        told.append(
            {
                "amended_on": amendment.received_on,
                "amendment": amendment.content,
                "amended_fully": amendment.complete or None,
            }
        )
    yield from ({"unit": unit.name, **row} for row in told)


def _meeting(sheeting: Sheeting, meeting: Meeting) -> Iterator[Row]:
    """Yield the meeting's row, and one more, under its id alone, for each move behind the first."""
    first = {
        "branch": branch_name(sheeting.repository, meeting.branch) if meeting.branch else None,
        "id": meeting.id,
    }
    moves = [
        {
            "moved_to": move.to,
            "moved_at": move.at,
            "moved_place": move.place,
            "move_reported": move.reported_on,
            "move_reason": move.reason,
        }
        for move in meeting.moves
    ]
    yield {
        **first,
        "on": meeting.on,
        "at": meeting.at,
        "place": meeting.place,
        "content": meeting.content,
        "status": str(meeting.status) if meeting.status else None,
        "status_reported": meeting.reported_on,
        "took_place": meeting.took_place,
        **(moves[0] if moves else {}),
    }
    yield from ({**first, **move} for move in moves[1:])


def _plain(value: Any) -> Any:
    return value.value if hasattr(value, "value") else value
