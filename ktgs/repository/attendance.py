"""What became of each assignment to a meeting; a report that is missing never makes anyone absent."""

from __future__ import annotations

from ktgs.language.vocabulary import Word
from ktgs.records.assignment import Absence
from ktgs.records.schedule import Meeting
from ktgs.records.team import Status
from ktgs.repository.index import Repository
from ktgs.repository.linked import Assigned


class Attendance(Word):
    """The states of somebody assigned to a meeting."""

    assigned = "đã phân công"
    attended = "đã dự"
    replaced = "có người dự thay"
    excused = "vắng có lý do"
    unexcused = "vắng không lý do"
    postponed = "buổi bị hoãn"
    moved = "buổi đã dời"
    cancelled = "buổi bị hủy"
    not_reported = "chưa báo cáo"


ABSENT = frozenset({Attendance.excused, Attendance.unexcused})
SETTLED = ABSENT | {Attendance.attended, Attendance.replaced, Attendance.cancelled}  # nothing more is to be heard


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


def attendance(repository: Repository, assigned: Assigned) -> Attendance:
    """Return what is known of an assignment; on the day of the meeting itself nothing is missing yet."""
    item, meeting = assigned.item, assigned.meeting.meeting if assigned.meeting else None
    if meeting and is_cancelled(meeting):
        return Attendance.cancelled
    if item.replaced_by:
        return Attendance.replaced
    if item.absence:
        return Attendance.excused if item.absence is Absence.excused else Attendance.unexcused
    reports = repository.visit_reports_by_meeting.get(assigned.key, ())
    is_to_come = meeting is not None and meeting.announced.on > repository.today
    if (item.attended and not is_to_come) or any(item.person in report.attendees for report in reports):
        return Attendance.attended
    if meeting is None:
        return Attendance.assigned
    if is_postponed(meeting):
        return Attendance.postponed
    if meeting.announced.on < repository.today:
        return Attendance.not_reported
    return Attendance.moved if meeting.moves else Attendance.assigned
