"""`csv/lich-sinh-hoat.csv`: meetings as last announced, with those assigned to them."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.duties.visit_report import DUTY as VISIT_REPORT
from ktgs.exports._columns import cell, cells, headers, table
from ktgs.facts.facts import Facts
from ktgs.records.schedule import Meeting, Schedule
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.naming import branch_name, person_name, unit_name
from ktgs.repository.repository import Repository
from ktgs.repository.units import sub_unit_words

PATH = "csv/lich-sinh-hoat.csv"
ABOUT = "mỗi dòng một buổi sinh hoạt theo lần báo sau cùng, với người được phân công"
DOWNLOADS = (Download(DownloadKind.spreadsheet, PATH, ABOUT, order=30),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each meeting: who was assigned, never who came or did not."""
    repository = facts.repository
    rows = (_row(repository, meeting) for meeting in repository.meetings.values())
    yield PATH, table(_columns(sub_unit_words(repository)), rows)


def _columns(sub_unit: str) -> tuple[str, ...]:
    return (
        "kế hoạch",
        *headers(sub_unit, Schedule, "month", "unit"),
        "tên đơn vị",
        *headers(sub_unit, Meeting, "id", "branch"),
        f"tên {sub_unit}",
        *headers(sub_unit, Meeting, "on", "at", "place", "content"),
        "ngày theo lần báo đầu",
        "số lần dời",
        *headers(sub_unit, Meeting, "status", "took_place"),
        "cán bộ được phân công",
        VISIT_REPORT.name,
    )


def _row(repository: Repository, scheduled: ScheduledMeeting) -> tuple[str, ...]:
    meeting, announced = scheduled.meeting, scheduled.meeting.announced
    people = dict.fromkeys(item.item.person for item in repository.assigned_by_meeting.get(scheduled.key, ()))
    visits = repository.visits_by_meeting.get(scheduled.key, ())
    return (
        scheduled.key.plan,
        cell(scheduled.key.month),
        scheduled.key.unit,
        unit_name(repository, scheduled.key.unit, scheduled.on),
        meeting.id,
        cell(scheduled.branch),
        branch_name(repository, scheduled.branch) if scheduled.branch else "",
        cell(announced.on),
        cell(announced.at),
        announced.place,
        cell(meeting.content),
        cell(meeting.on),
        cell(len(meeting.moves)),
        *cells(meeting, "status", "took_place"),
        cell(tuple(person_name(repository, person) for person in people)),
        cell(tuple(visit.report.id for visit in visits)),
    )
