"""Everything that happened at a unit or is announced there, by day, each with the file and line that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ktgs.language.diagnostics import Place
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_engagement, of_finding, of_meeting, of_report, of_unit
from ktgs.records.report import Observation
from ktgs.records.schedule import Schedule
from ktgs.records.team import Engagement
from ktgs.records.unit import Unit
from ktgs.repository.attendance import is_cancelled, is_postponed
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found, Held, ScheduledMeeting


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline."""

    on: date
    words: str
    subject: Subject | None
    place: Place


def of_history(repository: Repository, unit: Unit, merged: Iterable[Unit]) -> Iterator[Entry]:
    """Yield founding, names, closing, and the units merged into this one."""
    words = f"Chuyển đến từ {unit.transferred_from}" if unit.transferred_from else "Bắt đầu hoạt động, được theo dõi"
    yield Entry(unit.valid_from, words, None, unit.where("valid_from"))
    for former in unit.former_names:
        day = former.valid_to + timedelta(days=1)
        words = f"Mang tên “{unit.name_on(day)}”; tên cũ là “{former.name}”"
        yield Entry(day, words, None, former.where("name"))
    if unit.valid_to:
        words = "Ngày hoạt động cuối cùng" + (", sáp nhập vào" if unit.merged_into else "")
        into = of_unit(repository, unit.merged_into) if unit.merged_into else None
        yield Entry(unit.valid_to, words, into, unit.where("valid_to"))
    for other in merged:
        if other.valid_to:
            day = other.valid_to + timedelta(days=1)
            yield Entry(day, "Nhận sáp nhập", of_unit(repository, other.id, other.valid_to), other.where("merged_into"))


def of_schedules(schedules: Iterable[Schedule]) -> Iterator[Entry]:
    """Yield each sending of the unit's schedules."""
    for schedule in schedules:
        subject = Subject("month", str(schedule.month), f"lịch sinh hoạt tháng {schedule.month.label}")
        if isinstance(schedule.received_on, date):
            words = "Văn phòng nhận, còn thiếu" if schedule.incomplete else "Văn phòng nhận"
            yield Entry(schedule.received_on, words, subject, schedule.where("received_on"))
        for amendment in schedule.amendments:
            words = "Văn phòng nhận bổ sung" + (f" ({amendment.content})" if amendment.content else "")
            yield Entry(amendment.received_on, words, subject, amendment.where("received_on"))


def of_meetings(repository: Repository, meetings: Iterable[ScheduledMeeting]) -> Iterator[Entry]:
    """Yield each meeting on its last announced day, each move and each cancellation on the day that it was told."""
    for found in meetings:
        subject, meeting = of_meeting(repository, found), found.meeting
        off = " (hủy)" if is_cancelled(meeting) else " (hoãn)" if is_postponed(meeting) else ""
        yield Entry(found.on, f"Sinh hoạt{off}", subject, meeting.where_announced())
        for move in meeting.moves:
            if move.reported_on:
                yield Entry(move.reported_on, "Báo dời buổi sinh hoạt", subject, move.where("reported_on"))
        if meeting.status and meeting.reported_on:
            yield Entry(meeting.reported_on, f"Báo {meeting.status} buổi sinh hoạt", subject, meeting.where("status"))


def of_reports(repository: Repository, unit_id: str, observed: Iterable[Observation]) -> Iterator[Entry]:
    """Yield the visit reports on the unit on the day that they came, and observations."""
    for visit in repository.visits_by_unit.get(unit_id, ()):
        report = visit.report
        if isinstance(report.sent_on, date):
            yield Entry(report.sent_on, "Văn phòng nhận", of_report(repository, report), report.where("sent_on"))
    for observation in observed:
        yield Entry(observation.observed_on, "", of_report(repository, observation), observation.where("observed_on"))


def of_engagements(repository: Repository, engagements: Iterable[Held]) -> Iterator[Entry]:
    """Yield what is recorded of inspections and supervisions: selection, notice, documents, invitation, session."""
    for held in engagements:
        engagement, subject = held.engagement, of_engagement(repository, held)
        if engagement.selected_on:
            yield Entry(engagement.selected_on, "Được chọn", subject, engagement.where("selected_on"))
        for notice in repository.notices_of(held.plan, held.activity.id):
            for sending in notice.sent_to:
                if sending.unit == engagement.unit and isinstance(sending.sent_on, date):
                    number = f" số {notice.document_number}" if notice.document_number else ""
                    yield Entry(sending.sent_on, f"Gửi thông báo{number}", subject, sending.where("sent_on"))
        yield from _at_unit(engagement, subject)


def _at_unit(engagement: Engagement, subject: Subject) -> Iterator[Entry]:
    if isinstance(engagement.held_on, date):
        yield Entry(engagement.held_on, "Làm việc", subject, engagement.where("held_on"))
    elif engagement.planned_on:
        yield Entry(engagement.planned_on, "Làm việc (dự kiến)", subject, engagement.where("planned_on"))
    if engagement.status and engagement.reported_on:
        yield Entry(engagement.reported_on, f"Báo {engagement.status}", subject, engagement.where("status"))
    if engagement.unit_contacted_on:
        yield Entry(
            engagement.unit_contacted_on, "Đơn vị liên hệ với đoàn", subject, engagement.where("unit_contacted_on")
        )
    invitation = engagement.party_invitation
    if invitation and invitation.invited_on:
        yield Entry(invitation.invited_on, "Mời cấp ủy dự", subject, invitation.where("invited_on"))
    for document in engagement.documents:
        for received in document.received:
            words = f"Nhận một phần tài liệu “{document.name}”" + (f": {received.content}" if received.content else "")
            yield Entry(received.on, words, subject, received.where("on"))
        if isinstance(document.completed_on, date):
            words = f"Nhận đủ tài liệu “{document.name}”"
            yield Entry(document.completed_on, words, subject, document.where("completed_on"))


def of_findings(findings: Iterable[Found]) -> Iterator[Entry]:
    """Yield what happened to the recommendations and petitions since."""
    for found in findings:
        for event in found.events:
            words = str(event.step)
            yield Entry(event.on, words[0].upper() + words[1:], of_finding(found), event.where("on"))
