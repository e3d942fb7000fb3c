"""A month on one page, for the superior: numbers first, then the month's duties, then what the grassroots asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.figures.attendance_totals import FIGURE as ATTENDANCE
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import slug, vi_number
from ktgs.obligations.tables import Cell, Row, Table
from ktgs.obligations.targets import Subject, ToFigure, ToMonth, ToMonthSummary, ToPeriod
from ktgs.pages import _month_numbers
from ktgs.pages._findings import FindingView, view
from ktgs.pages._month_numbers import MonthNumbers, month_numbers, speaks_of_meetings, summed_months
from ktgs.pages._obligations import StateCount, state_counts
from ktgs.pages._subjects import report_subject
from ktgs.pages._unlisted import LISTED, leaves_out
from ktgs.records.finding import GoodPractice, Petition, Shortcoming
from ktgs.records.report import Summary
from ktgs.repository.marks import broken_in_month


def address(_: Facts, target: ToMonthSummary) -> str:
    """Return the address of a month's summary."""
    return f"thang/{target.month}.html"


ADDRESSES = {ToMonthSummary: address}
_MOST_PETITIONS = 10  # so that the page stays one; the rest is reached through the list of all


@dataclass(frozen=True, slots=True)
class DutyLine:
    """How a duty of the month stands; `note`: what is not counted here."""

    name: str
    target: ToPeriod
    counts: tuple[StateCount, ...]
    note: str


@dataclass(frozen=True, slots=True)
class MonthSummaryPage:
    """A month. `attendance`: what became of those assigned, as totals of the body, None where nobody is.

    `papers` are the summaries sent."""

    url: str
    title: str
    month: Month
    before: ToMonthSummary | None
    after: ToMonthSummary | None
    calendar: ToMonth
    unread: tuple[Place, ...]
    is_over: bool
    numbers: Table
    attendance: ToFigure | None
    duties: tuple[DutyLine, ...]
    petitions: tuple[FindingView, ...]
    more_petitions: int
    papers: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[MonthSummaryPage]:
    """Yield a page for each month of the plans that has begun."""
    months = summed_months(facts)
    for index, numbers in enumerate(month_numbers(facts, months)):
        month = numbers.month
        petitions = [finding for finding in numbers.findings if isinstance(finding.finding, Petition)]
        yield MonthSummaryPage(
            url=address(facts, ToMonthSummary(month)),
            title=f"Tổng hợp tháng {month.label}",
            month=month,
            before=ToMonthSummary(months[index - 1]) if index else None,
            after=ToMonthSummary(months[index + 1]) if index + 1 < len(months) else None,
            calendar=ToMonth(month),
            unread=tuple(mark.place for mark in broken_in_month(facts.repository, month)),
            is_over=month.last < facts.today,
            numbers=_numbers(facts, numbers),
            attendance=ToFigure(ATTENDANCE.slug) if speaks_of_meetings(facts) else None,
            duties=tuple(_duties(facts, month)),
            petitions=tuple(view(facts, petition) for petition in petitions[:_MOST_PETITIONS]),
            more_petitions=max(0, len(petitions) - _MOST_PETITIONS),
            papers=tuple(_papers(facts, month)),
        )


def _numbers(facts: Facts, numbers: MonthNumbers) -> Table:
    here = sum(unit.exists_on(min(numbers.month.last, facts.today)) for unit in facts.repository.units.values())
    of_meetings: tuple[tuple[str, Cell], ...] = (
        ("Đơn vị đã gửi lịch sinh hoạt", _month_numbers.schedules(numbers)),
        ("Buổi sinh hoạt trong các lịch ấy", _month_numbers.announced(numbers)),
        ("Trong đó hoãn, hủy", _month_numbers.off(facts, numbers)),
        ("Buổi có phân công", _month_numbers.assigned(facts, numbers)),
        ("Lượt phân công", _month_numbers.assignments(numbers)),
        ("Buổi có cán bộ về dự", _month_numbers.attended(facts, numbers)),
        ("Lượt dự", _month_numbers.attendances(facts, numbers)),
        (f"Đơn vị có cán bộ về dự, trong {vi_number(here)} đơn vị", _month_numbers.units(facts, numbers)),
        ("Đoàn viên có mặt/tổng số", _month_numbers.members(facts, numbers)),
    )
    rows = (
        *(of_meetings if speaks_of_meetings(facts) else ()),
        ("Cuộc kiểm tra, giám sát đã tiến hành", _month_numbers.sessions(facts, numbers)),
        ("Kiến nghị, đề xuất của cơ sở", _month_numbers.findings(numbers, Petition)),
        ("Mô hình hay, cách làm hay", _month_numbers.findings(numbers, GoodPractice)),
        ("Tồn tại, hạn chế", _month_numbers.findings(numbers, Shortcoming)),
    )
    return Table(
        "Số liệu",
        of="Nội dung",
        columns=("Số lượng",),
        rows=tuple(Row(Subject(name), (cell,)) for name, cell in rows),
    )


def _duties(facts: Facts, month: Month) -> Iterator[DutyLine]:
    """Yield the duties that have the month as their period, as the plans order them."""
    for plan in facts.repository.plans.values():
        for term in plan.terms:
            items = [item for item in facts.by_duty.get((plan.id, slug(term.duty)), ()) if item.period == month]
            if items:
                duty, counts = items[0].duty, state_counts(item for item in items if not item.parts)
                note = LISTED if leaves_out(facts, duty) else ""
                yield DutyLine(duty.name, ToPeriod(plan.id, duty.slug, month), counts, note)


def _papers(facts: Facts, month: Month) -> Iterator[Subject]:
    for (kind, _, of), reports in facts.repository.monthly_reports.items():
        if kind is Summary and of == month:
            yield from (report_subject(facts.repository, report) for report in reports)
