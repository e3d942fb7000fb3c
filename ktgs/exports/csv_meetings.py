"""`csv/lich-sinh-hoat.csv`: meetings as last announced, with those assigned to them."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._columns import cell, cells, headers, table
from ktgs.facts.facts import Facts
from ktgs.records.schedule import Meeting, Schedule
from ktgs.repository.index import Repository
from ktgs.repository.linked import ScheduledMeeting

_COLUMNS = (
    "kế hoạch",
    *headers(Schedule, "month", "unit"),
    "tên đơn vị",
    *headers(Meeting, "id", "branch"),
    "tên chi đoàn",
    *headers(Meeting, "on", "at", "place", "content"),
    "ngày theo lần báo đầu",
    "số lần dời",
    *headers(Meeting, "status", "took_place"),
    "cán bộ được phân công",
    "báo cáo dự sinh hoạt",
)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each meeting: who was assigned, never who came or did not."""
    rows = (_row(facts.repository, found) for found in facts.repository.meetings.values())
    yield addresses.spreadsheet("lich-sinh-hoat"), table(_COLUMNS, rows)


def _row(repository: Repository, found: ScheduledMeeting) -> tuple[str, ...]:
    meeting, announced = found.meeting, found.meeting.announced
    people = dict.fromkeys(one.item.person for one in repository.assigned_by_meeting.get(found.key, ()))
    visits = repository.visits_by_meeting.get(found.key, ())
    return (
        found.key.plan,
        cell(found.key.month),
        found.key.unit,
        repository.unit_name(found.key.unit, found.on),
        meeting.id,
        cell(found.branch),
        repository.branch_name(found.key.unit, found.branch) if found.branch else "",
        cell(announced.on),
        cell(announced.at),
        announced.place,
        cell(meeting.content),
        cell(meeting.on),
        cell(len(meeting.moves)),
        *cells(meeting, "status", "took_place"),
        cell(tuple(map(repository.person_name, people))),
        cell(tuple(visit.report.id for visit in visits)),
    )
