"""What happened in each month, under names: meetings, visits, members present, sessions, findings, what units owed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.figures._counting import engagement_subject, finding_subject, meeting_subject, unit_subject, visit_subject
from ktgs.language.months import Month
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.obligations.targets import Subject, ToMonth, ToMonthSummary
from ktgs.records.finding import GoodPractice, Petition, Shortcoming
from ktgs.records.keys import AssignmentKey, PeriodKey, ScheduleKey
from ktgs.records.report import Report, VisitReport
from ktgs.records.values import day_of
from ktgs.repository.findings import raised_on
from ktgs.repository.linked import ReportedFinding, ScheduledMeeting, TeamEngagement, Visit, grouped
from ktgs.repository.marks import broken_assignment
from ktgs.repository.meetings import is_off, visits_that_count
from ktgs.repository.naming import unit_name
from ktgs.repository.parties import WhoKind
from ktgs.repository.repository import Repository

ABOUT = """Mỗi tháng của kế hoạch đã bắt đầu là một cột; mỗi số dẫn đến trang của tháng, có bản thảo báo cáo.
Buổi sinh hoạt lấy theo lịch các đơn vị đã gửi. Một buổi có nhiều báo cáo vẫn là một buổi; mỗi cán bộ dự một buổi là
một lượt. Số người có mặt là của các buổi có cán bộ về dự, theo báo cáo. Mô hình hay, tồn tại, kiến nghị tính vào tháng
của buổi sinh hoạt, của cuộc, hay của báo cáo đã nêu ra. Khi báo cáo tổng hợp ghi một số dưới đúng tên ở đây mà khác,
dữ liệu được cảnh báo."""

UNKNOWN = "chưa rõ"
CountedT = TypeVar("CountedT")


@dataclass(frozen=True, slots=True)
class MonthNumbers:
    """A month's records. `is_assigned_known`: no broken assignment hides who was assigned.

    `visits`: every report on a visit of the month, `occasions`: for each meeting the one that counts. `of_units`: what
    units owed with a day in the month; of anything with parts, the parts.
    """

    month: Month
    schedules: tuple[Subject, ...]
    meetings: tuple[ScheduledMeeting, ...]
    assigned: tuple[ScheduledMeeting, ...]
    assignments: int
    is_assigned_known: bool
    visits: tuple[Visit, ...]
    occasions: tuple[Visit, ...]
    sessions: tuple[TeamEngagement, ...]
    findings: tuple[ReportedFinding, ...]
    of_units: tuple[Obligation, ...]

    @property
    def present(self) -> int:
        """The members present at the meetings attended."""
        return sum(visit.report.present for visit in self.occasions)

    @property
    def members(self) -> int:
        """All members of those who held the meetings attended."""
        return sum(visit.report.total_members for visit in self.occasions)

    @property
    def present_share(self) -> float | None:
        """The percentage of members present, to one digit; None where no meeting was attended."""
        return round(100 * self.present / self.members, 1) if self.members else None


@dataclass(frozen=True, slots=True)
class Months:
    """The months of the plans that have begun, in order. `has_meetings`: there is anything to say of meetings."""

    by_month: Mapping[Month, MonthNumbers]
    has_meetings: bool


class MonthLine(NamedTuple):
    """A number of a month under its name: the same words on pages, in the draft report, and as summaries write them.

    `counted` gives what it counts, whose names only the month's own table shows.
    """

    name: str
    value: int | str
    counted: Callable[[], tuple[Subject, ...]]

    @property
    def cell(self) -> Cell:
        """The number with what it counts."""
        return Cell(self.value, self.counted())


class MonthChange(NamedTuple):
    """A number of a month beside that of the month before."""

    name: str
    before: int
    now: int


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Months:
    """Return what happened in each month of the plans that has begun."""
    of_plans = {month for plan in repository.plans.values() for month in plan.months()}
    begun = sorted(month for month in of_plans if month.first <= repository.today)
    visits = grouped((visit.month, visit) for visit in repository.visits)
    findings = grouped((_month_raised(repository, found), found) for found in repository.findings.values())
    sessions = grouped(
        (Month.of(held_on), engaged)
        for engaged in repository.engagements.values()
        if isinstance(held_on := engaged.engagement.held_on, date)
    )
    owed = {(item.plan.id, item.who.id, item.period): item for item in obligations if item.duty is SCHEDULE}
    schedules = grouped((key.month, _schedule(repository, key, owed)) for key in repository.schedules)
    of_units = grouped(
        (Month.of(item.due_on), item)
        for item in obligations
        if item.due_on and item.who.kind is WhoKind.unit and not item.parts
    )

    def numbers(month: Month) -> MonthNumbers:
        items = [item for key, items in repository.assigned_by_month.items() if key.month == month for item in items]
        by_plan = repository.meetings_by_month.items()
        return MonthNumbers(
            month=month,
            schedules=schedules.get(month, ()),
            meetings=tuple(meeting for key, meetings in by_plan if key.month == month for meeting in meetings),
            assigned=tuple({item.key: item.meeting for item in items if item.meeting}.values()),
            assignments=len(items),
            is_assigned_known=not any(broken_assignment(repository, AssignmentKey(p, month)) for p in repository.plans),
            visits=visits.get(month, ()),
            occasions=visits_that_count(visits.get(month, ())),
            sessions=sessions.get(month, ()),
            findings=findings.get(month, ()),
            of_units=of_units.get(month, ()),
        )

    asked = any(plan.term(SCHEDULE.name) for plan in repository.plans.values())
    has_meetings = asked or bool(repository.meetings or repository.visits)
    return Months({month: numbers(month) for month in begun}, has_meetings)


def _schedule(
    repository: Repository, key: ScheduleKey, owed: Mapping[tuple[str, str, PeriodKey], Obligation]
) -> Subject:
    """Return a schedule: the obligation that it meets, under the name of who owes that."""
    item = owed.get((key.plan, key.unit, key.month))
    return Subject(item.who.name, item.key) if item else Subject(unit_name(repository, key.unit))


def _month_raised(repository: Repository, finding: ReportedFinding) -> Month | None:
    """Return the month that a finding counts for; None for that of a draft or of a report without a day."""
    if finding.report.is_draft:
        return None
    if isinstance(finding.report, VisitReport) and (visit := repository.visit_of(finding.report)):
        return visit.month
    day = raised_on(repository, finding)
    return Month.of(day) if day else None


def known_by(numbers: MonthNumbers, day: date) -> MonthNumbers:
    """Return the month as its reports told it by a day: a visit report or finding that was sent later is not there."""
    visits = tuple(visit for visit in numbers.visits if _is_told_by(visit.report, day))
    findings = tuple(found for found in numbers.findings if _is_told_by(found.report, day))
    return replace(numbers, visits=visits, occasions=visits_that_count(visits), findings=findings)


def _is_told_by(report: Report, day: date) -> bool:
    told_on = day_of(report.sent_on) or report.issued_on
    return told_on is None or told_on <= day


def lines(repository: Repository, numbers: MonthNumbers, *, of_meetings: bool) -> tuple[MonthLine, ...]:
    """Return the month's numbers in the order of a report, those of meetings only where there is anything to say."""
    meetings = _meeting_lines(repository, numbers) if of_meetings else ()
    sessions = partial(engagement_subject, repository)
    return (
        *meetings,
        _line("Số cuộc kiểm tra, giám sát đã tiến hành", numbers.sessions, sessions),
        _line("Số mô hình hay, cách làm hay", _findings(numbers, GoodPractice), finding_subject),
        _line("Số tồn tại, hạn chế", _findings(numbers, Shortcoming), finding_subject),
        _line("Số kiến nghị, đề xuất của cơ sở", _findings(numbers, Petition), finding_subject),
    )


def _meeting_lines(repository: Repository, numbers: MonthNumbers) -> tuple[MonthLine, ...]:
    meeting, visit = partial(meeting_subject, repository), partial(visit_subject, repository)
    reports = _line("Số buổi có cán bộ về dự", numbers.occasions, visit)
    attendances = len({(visit.occasion, person) for visit in numbers.visits for person in visit.report.attendees})
    off = [meeting for meeting in numbers.meetings if is_off(meeting.meeting)]
    assigned = _line("Số buổi có phân công", numbers.assigned, meeting)
    assignments = MonthLine("Số lượt phân công", numbers.assignments, partial(_calendar, numbers.month))
    if not numbers.is_assigned_known:
        assigned, assignments = (MonthLine(line.name, UNKNOWN, tuple) for line in (assigned, assignments))
    units = sorted({visit.unit for visit in numbers.occasions})
    return (
        _line("Số đơn vị đã gửi lịch sinh hoạt", numbers.schedules, lambda schedule: schedule),
        MonthLine("Số buổi sinh hoạt theo lịch", len(numbers.meetings), partial(_calendar, numbers.month)),
        _line("Số buổi hoãn, hủy theo lịch", off, meeting),
        assigned,
        assignments,
        reports,
        MonthLine("Số lượt cán bộ về dự", attendances, _line("", numbers.visits, visit).counted),
        _line("Số đơn vị có cán bộ về dự", units, partial(unit_subject, repository)),
        MonthLine("Số đoàn viên có mặt", numbers.present, reports.counted),
        MonthLine("Tổng số đoàn viên của các buổi có cán bộ về dự", numbers.members, reports.counted),
    )


def _line(name: str, counted: Sequence[CountedT], subject: Callable[[CountedT], Subject]) -> MonthLine:
    """Return the line that counts these things, each of them a subject."""
    return MonthLine(name, len(counted), lambda: tuple(map(subject, counted)))


def _calendar(month: Month) -> tuple[Subject, ...]:
    """Return the page that lists what is in the thousands, instead of that."""
    return (Subject(f"Lịch tháng {month.label}", ToMonth(month)),)


def _findings(numbers: MonthNumbers, kind: type) -> list[ReportedFinding]:
    return [finding for finding in numbers.findings if isinstance(finding.finding, kind)]


def changes(before: tuple[MonthLine, ...], now: tuple[MonthLine, ...]) -> tuple[MonthChange, ...]:
    """Return the numbers of two months side by side, as far as both are known."""
    known = {line.name: line.value for line in before}
    return tuple(
        MonthChange(line.name, earlier, line.value)
        for line in now
        if isinstance(earlier := known.get(line.name), int) and isinstance(line.value, int)
    )


def tables(repository: Repository, months: Months) -> Iterator[Table]:
    """Yield one table: a row a number, a column a month, the latest first; each cell leads to its month's page."""
    latest_first = tuple(months.by_month[month] for month in sorted(months.by_month, reverse=True))
    by_month = [lines(repository, numbers, of_meetings=months.has_meetings) for numbers in latest_first]
    leads = [(Subject(f"tháng {numbers.month.label}", ToMonthSummary(numbers.month)),) for numbers in latest_first]
    rows = tuple(
        Row(
            Subject(of_name[0].name),
            tuple(Cell(line.value, lead) for line, lead in zip(of_name, leads, strict=True)),
        )
        for of_name in zip(*by_month, strict=True)
    )
    if rows:
        columns = tuple(numbers.month.label for numbers in latest_first)
        yield Table("Các tháng của kế hoạch", of="Nội dung", columns=columns, rows=rows)


FIGURE = Figure("số liệu từng tháng", compute, tables, ABOUT)
