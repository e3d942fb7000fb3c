"""What became of each assignment to a meeting; a report that is missing never makes anyone absent."""

from __future__ import annotations

from ktgs.language.vocabulary import Word
from ktgs.records.assignment import Absence
from ktgs.repository.linked import Assigned
from ktgs.repository.meetings import is_cancelled, is_postponed
from ktgs.repository.repository import Repository


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
