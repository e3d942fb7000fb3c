"""What became of a meeting, and on which day it is or was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ktgs.language.vocabulary import Word
from ktgs.records.keys import MeetingKey
from ktgs.records.report import VisitReport
from ktgs.records.schedule import Meeting, Schedule
from ktgs.records.team import Status
from ktgs.records.unit import Branch
from ktgs.repository.linked import Visit, grouped
from ktgs.repository.marks import broken_file_words, broken_schedule
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import Day

NOT_SCHEDULED = "buổi không có trong lịch"
WAITING = "buổi bị hoãn, chưa có ngày mới"


class MeetingState(Word):
    """What is announced of a meeting."""

    announced = "như đã báo"
    moved = "đã dời"
    postponed = "hoãn, chưa có ngày mới"
    cancelled = "hủy"


def meeting_state(meeting: Meeting) -> MeetingState:
    """Return what is announced of the meeting as last told."""
    if is_cancelled(meeting):
        return MeetingState.cancelled
    if is_postponed(meeting):
        return MeetingState.postponed
    return MeetingState.moved if meeting.moves else MeetingState.announced


def is_cancelled(meeting: Meeting) -> bool:
    """Return whether the meeting was called off, or is recorded as not having taken place without being postponed."""
    return meeting.status is Status.cancelled or (meeting.took_place is False and not is_postponed(meeting))


def is_postponed(meeting: Meeting) -> bool:
    """Return whether the meeting waits for a new day: postponed, and not moved on or after the day of that news."""
    if meeting.status is not Status.postponed:
        return False
    reported_on = meeting.reported_on
    return reported_on is None or not any(
        move.reported_on is not None and move.reported_on >= reported_on for move in meeting.moves
    )


def is_off(meeting: Meeting) -> bool:
    """Return whether the meeting is not held on any day that is known: cancelled, or waiting for a new day."""
    return is_cancelled(meeting) or is_postponed(meeting)


def days_announced(meeting: Meeting) -> tuple[date, ...]:
    """Return every day that was ever announced for the meeting, the first one first."""
    return meeting.on, *(move.to for move in meeting.moves)


def branches_left_out(repository: Repository, schedule: Schedule) -> tuple[Branch, ...]:
    """Return the sub-units that a schedule names neither with a meeting nor as holding none.

    One that does not exist all through the month may well hold none; a schedule without meetings leaves none out.
    """
    unit = repository.units.get(schedule.unit)
    if unit is None or not schedule.meetings:
        return ()
    named = {meeting.branch for meeting in schedule.meetings} | {row.branch for row in schedule.no_meeting}
    days = (schedule.month.first, schedule.month.last)
    here = (b for b in unit.branches if all(b.covers(day) and unit.exists_on(day) for day in days))
    return tuple(branch for branch in here if branch.key_in(unit) not in named)


def meeting_day(repository: Repository, key: MeetingKey, person: str | None = None) -> Day:
    """Return the day that a report is counted from: as a report says, else as last announced, or why it is not known.

    One's own report counts for oneself, else the one sent first. A report without its own day speaks of the last
    announced one, also where the meeting waits for a new day.
    """
    reports = repository.visit_reports_by_meeting.get(key, ())
    report = report_that_counts(reports, person) if reports else None
    if report and report.held_on:
        return Day(report.held_on)
    scheduled = repository.meetings.get(key)
    if scheduled is None:
        mark = broken_schedule(repository, key.schedule_key)
        return Day(None, broken_file_words(mark) if mark else NOT_SCHEDULED, awaits_office=mark is not None)
    return Day(None, WAITING) if is_postponed(scheduled.meeting) and report is None else Day(scheduled.on)


def report_that_counts(reports: Iterable[VisitReport], person: str | None = None) -> VisitReport:
    """Return which of the reports on one meeting counts: for somebody who attended the own, else the first sent."""
    return min(reports, key=lambda report: (person not in report.attendees, _sent(report), report.id))


def visits_that_count(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """Return one visit for each meeting, that of the report that counts; in the order in which they come."""
    by_occasion = grouped((visit.occasion, visit.report) for visit in visits)
    counting = {report_that_counts(reports).id for reports in by_occasion.values()}
    return tuple(visit for visit in visits if visit.report.id in counting)


def _sent(report: VisitReport) -> date:
    return report.sent_on if isinstance(report.sent_on, date) else date.max
