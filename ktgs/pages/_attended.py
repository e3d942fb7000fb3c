"""Meetings as rows of pages: when, where, who is assigned, which reports there are, by when they are due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from ktgs.addresses.views import View, made_once
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.text import vi_date
from ktgs.obligations.targets import Subject
from ktgs.pages._absences import absence_words
from ktgs.pages._subjects import meeting_subject, person_subject, report_subject, unit_subject
from ktgs.records.assignment import Item
from ktgs.records.keys import MeetingKey
from ktgs.repository.attendance import ABSENT, attendance
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.marks import broken_visit_report
from ktgs.repository.meetings import MeetingState, is_off, meeting_state
from ktgs.repository.repository import Repository

UNREAD = "báo cáo chưa rõ: tệp có lỗi"


@dataclass(frozen=True, slots=True)
class Assignee:
    """Somebody assigned to a meeting; `note` says that attendance was confirmed before a report came, or an absence."""

    person: Subject
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class MeetingRow(View):
    """A meeting. `due_on`: by when those assigned report on it, nothing where nobody is or no day is set.

    `is_missing`: it is past, somebody was assigned who is not known to have been absent, and there is no report yet,
    nor a broken file that could be one. `is_awaited`: somebody was assigned, and nobody has reported.
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
    due_on: tuple[date, ...]
    is_missing: bool
    place: Place
    key: MeetingKey
    is_awaited: bool


@made_once
def meeting_row(facts: Facts, meeting: ScheduledMeeting) -> MeetingRow:
    """Return the row of a meeting."""
    repository, announced = facts.repository, meeting.meeting.announced
    assigned = repository.assigned_by_meeting.get(meeting.key, ())
    visits = repository.visits_by_meeting.get(meeting.key, ())
    is_expected = any(attendance(repository, item) not in ABSENT for item in assigned)
    is_past = is_expected and not visits and not is_off(meeting.meeting) and meeting.on < repository.today
    unread = broken_visit_report(repository, meeting.key) if is_past else None
    return MeetingRow(
        subject=meeting_subject(repository, meeting),
        unit=unit_subject(repository, meeting.key.unit, meeting.on),
        on=meeting.on,
        at=announced.at,
        at_place=announced.place,
        content=meeting.meeting.content or "",
        notes=(*_notes(meeting), *((UNREAD,) if unread else ())),
        assignees=tuple(_assignee(repository, item.item) for item in assigned),
        reports=tuple(report_subject(repository, visit.report) for visit in visits),
        due_on=facts.report_days(meeting.key),
        is_missing=is_past and unread is None,
        place=meeting.meeting.where_announced(),
        key=meeting.key,
        is_awaited=bool(assigned) and not visits,
    )


def _notes(meeting: ScheduledMeeting) -> Iterator[str]:
    record, state = meeting.meeting, meeting_state(meeting.meeting)
    if record.moves:
        days = [record.on, *(move.to for move in record.moves[:-1])]
        yield f"đã dời từ {', '.join(map(vi_date, days))}"
    if state in (MeetingState.cancelled, MeetingState.postponed):
        yield str(state)


def _assignee(repository: Repository, item: Item) -> Assignee:
    attended = "" if not item.attended else f"đã dự, {item.confirmed_by} xác nhận" if item.confirmed_by else "đã dự"
    note = absence_words(repository, item) or attended
    return Assignee(person_subject(repository, item.person), note, item.where("person"))
