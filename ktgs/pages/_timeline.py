"""Everything that happened at a unit or is announced there, by day, each with the file and line that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ktgs.language.diagnostics import Place
from ktgs.language.text import first_upper
from ktgs.obligations.targets import Subject, ToMonth
from ktgs.pages._subjects import engagement_subject, finding_subject, meeting_subject, report_subject, unit_subject
from ktgs.records.keys import ActivityKey
from ktgs.records.report import Observation
from ktgs.records.schedule import Schedule
from ktgs.records.team import Engagement
from ktgs.records.unit import Unit
from ktgs.repository.linked import ReportedFinding, ScheduledMeeting, TeamEngagement
from ktgs.repository.meetings import MeetingState, meeting_state
from ktgs.repository.notices import sent_to_unit, told_of
from ktgs.repository.repository import Repository

_OFF = {MeetingState.cancelled: " (hủy)", MeetingState.postponed: " (hoãn)"}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a timeline."""

    on: date
    words: str
    subject: Subject | None
    place: Place


def of_history(repository: Repository, unit: Unit, merged: Iterable[Unit]) -> Iterator[Happening]:
    """Yield founding, names, closing, and the units merged into this one."""
    words = f"Chuyển đến từ {unit.transferred_from}" if unit.transferred_from else "Bắt đầu hoạt động, được theo dõi"
    yield Happening(unit.valid_from, words, None, unit.where("valid_from"))
    for former in unit.former_names:
        day = former.valid_to + timedelta(days=1)
        words = f"Mang tên “{unit.name_on(day)}”; tên cũ là “{former.name}”"
        yield Happening(day, words, None, former.where("name"))
    if unit.valid_to:
        words = "Ngày hoạt động cuối cùng" + (", sáp nhập vào" if unit.merged_into else "")
        into = unit_subject(repository, unit.merged_into) if unit.merged_into else None
        yield Happening(unit.valid_to, words, into, unit.where("valid_to"))
    for other in merged:
        if other.valid_to:
            day = other.valid_to + timedelta(days=1)
            yield Happening(
                day, "Nhận sáp nhập", unit_subject(repository, other.id, other.valid_to), other.where("merged_into")
            )


def of_schedules(schedules: Iterable[Schedule]) -> Iterator[Happening]:
    """Yield each sending of the unit's schedules."""
    for schedule in schedules:
        subject = Subject(f"lịch sinh hoạt tháng {schedule.month.label}", ToMonth(schedule.month))
        if isinstance(schedule.received_on, date):
            words = "Văn phòng nhận, còn thiếu" if schedule.incomplete else "Văn phòng nhận"
            yield Happening(schedule.received_on, words, subject, schedule.where("received_on"))
        for amendment in schedule.amendments:
            words = "Văn phòng nhận bổ sung" + (f" ({amendment.content})" if amendment.content else "")
            yield Happening(amendment.received_on, words, subject, amendment.where("received_on"))


def of_meetings(repository: Repository, meetings: Iterable[ScheduledMeeting]) -> Iterator[Happening]:
    """Yield each meeting on its last announced day, each move and each cancellation on the day that it was told."""
    for meeting in meetings:
        subject, record = meeting_subject(repository, meeting), meeting.meeting
        off = _OFF.get(meeting_state(record), "")
        yield Happening(meeting.on, f"Sinh hoạt{off}", subject, record.where_announced())
        for move in record.moves:
            if move.reported_on:
                yield Happening(move.reported_on, "Báo dời buổi sinh hoạt", subject, move.where("reported_on"))
        if record.status and record.reported_on:
            words = f"Báo {record.status} buổi sinh hoạt"
            yield Happening(record.reported_on, words, subject, record.where("status"))


def of_reports(repository: Repository, unit_id: str, observed: Iterable[Observation]) -> Iterator[Happening]:
    """Yield the visit reports on the unit on the day that they came, and observations."""
    for visit in repository.visits_by_unit.get(unit_id, ()):
        report = visit.report
        if isinstance(report.sent_on, date):
            yield Happening(
                report.sent_on, "Văn phòng nhận", report_subject(repository, report), report.where("sent_on")
            )
    for observation in observed:
        yield Happening(
            observation.observed_on, "", report_subject(repository, observation), observation.where("observed_on")
        )


def of_engagements(repository: Repository, engagements: Iterable[TeamEngagement]) -> Iterator[Happening]:
    """Yield what is recorded of inspections and supervisions: selection, documents, invitation, session."""
    for engaged in engagements:
        engagement, subject = engaged.engagement, engagement_subject(repository, engaged)
        if engagement.selected_on:
            yield Happening(engagement.selected_on, "Được chọn", subject, engagement.where("selected_on"))
        yield from _at_unit(engagement, subject)


def of_notices(repository: Repository, unit_id: str, rounds: Iterable[ActivityKey]) -> Iterator[Happening]:
    """Yield each sending of a notice to the unit once, with the first engagement that it told of."""
    for activity in rounds:
        for sent in sent_to_unit(repository, activity, unit_id):
            if not isinstance(sent.sending.sent_on, date):
                continue
            number = f" số {sent.notice.document_number}" if sent.notice.document_number else ""
            told = [engagement_subject(repository, engagement) for engagement in told_of(repository, activity, sent)]
            subject = next(iter(told), None)
            yield Happening(sent.sending.sent_on, f"Gửi thông báo{number}", subject, sent.sending.where("sent_on"))


def _at_unit(engagement: Engagement, subject: Subject) -> Iterator[Happening]:
    if isinstance(engagement.held_on, date):
        yield Happening(engagement.held_on, "Làm việc", subject, engagement.where("held_on"))
    elif engagement.planned_on:
        yield Happening(engagement.planned_on, "Làm việc (dự kiến)", subject, engagement.where("planned_on"))
    if engagement.status and engagement.reported_on:
        yield Happening(engagement.reported_on, f"Báo {engagement.status}", subject, engagement.where("status"))
    if engagement.unit_contacted_on:
        yield Happening(
            engagement.unit_contacted_on, "Đơn vị liên hệ với đoàn", subject, engagement.where("unit_contacted_on")
        )
    invitation = engagement.party_invitation
    if invitation and invitation.invited_on:
        yield Happening(invitation.invited_on, "Mời cấp ủy dự", subject, invitation.where("invited_on"))
    for document in engagement.documents:
        for received in document.received:
            words = f"Nhận một phần tài liệu “{document.name}”" + (f": {received.content}" if received.content else "")
            yield Happening(received.on, words, subject, received.where("on"))
        if isinstance(document.completed_on, date):
            words = f"Nhận đủ tài liệu “{document.name}”"
            yield Happening(document.completed_on, words, subject, document.where("completed_on"))


def of_findings(findings: Iterable[ReportedFinding]) -> Iterator[Happening]:
    """Yield what happened to the recommendations and petitions since."""
    for finding in findings:
        for event in finding.events:
            yield Happening(event.on, first_upper(str(event.step)), finding_subject(finding), event.where("on"))
