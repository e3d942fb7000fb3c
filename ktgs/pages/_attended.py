"""Meetings as rows of pages: when, where, who is assigned, which reports there are, by when they are due.

Nothing here tells absences or replacements: a meeting has reports or it has none yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from ktgs.duties.visit_report import reports_due_on
from ktgs.language.diagnostics import Place
from ktgs.language.text import vi_date
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_meeting, of_person, of_report, of_unit
from ktgs.records.assignment import Item
from ktgs.repository.attendance import is_cancelled, is_postponed
from ktgs.repository.index import Repository
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.marks import broken_visit_report

UNREAD = "báo cáo chưa rõ: tệp có lỗi"


@dataclass(frozen=True, slots=True)
class Assignee:
    """Somebody assigned to a meeting; `note` says that attendance was confirmed before a report came."""

    person: Subject
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting. `due_on`: by when those assigned report on it, None where nobody is or no day is set.

    `is_missing`: it is past, somebody was assigned, and there is no report yet, nor a broken file that could be one.
    """

    subject: Subject
    unit: Subject
    on: date
    at: time
    at_place: str
    content: str
    notes: tuple[str, ...]
    assignees: tuple[Assignee, ...]
    reports: tuple[Subject, ...]
    due_on: date | None
    is_missing: bool
    place: Place


def meeting_row(repository: Repository, found: ScheduledMeeting) -> MeetingRow:
    """Return the row of a meeting."""
    assigned = repository.assigned_by_meeting.get(found.key, ())
    visits = repository.visits_by_meeting.get(found.key, ())
    is_off = is_cancelled(found.meeting) or is_postponed(found.meeting)
    is_past = bool(assigned) and not visits and not is_off and found.on < repository.today
    unread = broken_visit_report(repository, found) if is_past else None
    return MeetingRow(
        subject=of_meeting(repository, found),
        unit=of_unit(repository, found.key.unit, found.on),
        on=found.on,
        at=found.meeting.announced.at,
        at_place=found.meeting.announced.place,
        content=found.meeting.content or "",
        notes=(*_notes(found), *((UNREAD,) if unread else ())),
        assignees=tuple(_assignee(repository, one.item) for one in assigned),
        reports=tuple(of_report(repository, visit.report) for visit in visits),
        due_on=reports_due_on(repository, found),
        is_missing=is_past and unread is None,
        place=found.meeting.where_announced(),
    )


def _notes(found: ScheduledMeeting) -> Iterator[str]:
    meeting = found.meeting
    if meeting.moves:
        days = [meeting.on, *(move.to for move in meeting.moves[:-1])]
        yield f"đã dời từ {', '.join(map(vi_date, days))}"
    if is_cancelled(meeting):
        yield "hủy"
    elif is_postponed(meeting):
        yield "hoãn, chưa có ngày mới"


def _assignee(repository: Repository, item: Item) -> Assignee:
    note = "" if not item.attended else f"đã dự, {item.confirmed_by} xác nhận" if item.confirmed_by else "đã dự"
    return Assignee(of_person(repository, item.person), note, item.where("person"))
