"""A month on one page, for the superior: numbers first, then the month's duties, then what the grassroots asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.figures.attendance_totals import FIGURE as ATTENDANCE
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import slug, vi_number
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Row, Subject, Table
from ktgs.pages import _month_numbers
from ktgs.pages._findings import FindingView, by_report, view
from ktgs.pages._month_numbers import MonthNumbers, month_numbers, summed_months
from ktgs.pages._naming import of_report
from ktgs.pages._obligations import StateCount, state_counts
from ktgs.pages._unread import unread_of_month
from ktgs.records.finding import GoodPractice, Petition, Shortcoming
from ktgs.records.report import Summary
from ktgs.repository.linked import Found

_MOST_PETITIONS = 10  # so that the page stays one; the rest is reached through the list of all


@dataclass(frozen=True, slots=True)
class DutyLine:
    """How a duty of the month stands; `is_listed_when_done`: what is still owed is not counted here."""

    name: str
    url: str
    counts: tuple[StateCount, ...]
    is_listed_when_done: bool


@dataclass(frozen=True, slots=True)
class MonthSummaryPage:
    """A month. `attendance_url`: what became of those assigned, as totals of the body; `papers`: the summaries sent."""

    url: str
    title: str
    month: Month
    before: Month | None
    after: Month | None
    unread: tuple[Place, ...]
    is_over: bool
    numbers: Table
    attendance_url: str
    duties: tuple[DutyLine, ...]
    petitions: tuple[FindingView, ...]
    more_petitions: int
    papers: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[MonthSummaryPage]:
    """Yield a page for each month of the plans that has begun."""
    months = summed_months(facts)
    reports = by_report(facts.repository)
    for index, numbers in enumerate(month_numbers(facts, months)):
        month = numbers.month
        petitions = [found for found in numbers.findings if isinstance(found.finding, Petition)]
        yield MonthSummaryPage(
            addresses.month_summary(month),
            f"Tổng hợp tháng {month.label}",
            month,
            months[index - 1] if index else None,
            months[index + 1] if index + 1 < len(months) else None,
            unread_of_month(facts.repository, month),
            month.last < facts.today,
            _numbers(facts, numbers),
            addresses.figure(ATTENDANCE.slug),
            tuple(_duties(facts, month)),
            tuple(_views(facts, petitions[:_MOST_PETITIONS], reports)),
            max(0, len(petitions) - _MOST_PETITIONS),
            tuple(_papers(facts, month)),
        )


def _views(facts: Facts, found: Iterable[Found], reports: Mapping[str, Mapping[str, Found]]) -> Iterator[FindingView]:
    return (view(facts, one, reports[one.report.id]) for one in found)


def _numbers(facts: Facts, numbers: MonthNumbers) -> Table:
    here = sum(unit.exists_on(min(numbers.month.last, facts.today)) for unit in facts.repository.units.values())
    rows: tuple[tuple[str, Cell], ...] = (
        ("Đơn vị đã gửi lịch sinh hoạt", _month_numbers.schedules(numbers)),
        ("Buổi sinh hoạt trong các lịch ấy", _month_numbers.announced(numbers)),
        ("Trong đó hoãn, hủy", _month_numbers.off(facts, numbers)),
        ("Buổi có phân công", _month_numbers.assigned(facts, numbers)),
        ("Lượt phân công", _month_numbers.assignments(numbers)),
        ("Buổi có người dự", _month_numbers.attended(facts, numbers)),
        ("Lượt dự", _month_numbers.attendances(facts, numbers)),
        (f"Đơn vị được dự, trong {vi_number(here)} đơn vị", _month_numbers.units(facts, numbers)),
        ("Đoàn viên có mặt/tổng số", _month_numbers.members(facts, numbers)),
        ("Cuộc kiểm tra, giám sát đã tiến hành", _month_numbers.sessions(facts, numbers)),
        ("Kiến nghị, đề xuất của cơ sở", _month_numbers.findings(numbers, Petition)),
        ("Mô hình hay, cách làm hay", _month_numbers.findings(numbers, GoodPractice)),
        ("Tồn tại, hạn chế", _month_numbers.findings(numbers, Shortcoming)),
    )
    return Table(
        "Số liệu", "Nội dung", ("Số lượng",), tuple(Row(Subject("", name, name), (cell,)) for name, cell in rows)
    )


def _duties(facts: Facts, month: Month) -> Iterator[DutyLine]:
    """Yield the duties that have the month as their period, as the plans order them."""
    for plan in facts.repository.plans.values():
        for term in plan.terms:
            found = [item for item in _of_term(facts, plan.id, term.duty) if item.period == str(month)]
            if found:
                duty, counts = found[0].duty, state_counts(item for item in found if not item.parts)
                url = addresses.obligations(plan.id, duty.slug, str(month))
                yield DutyLine(duty.name, url, counts, duty.private_until_done)


def _of_term(facts: Facts, plan_id: str, duty: str) -> tuple[Obligation, ...]:
    return facts.by_duty.get((plan_id, slug(duty)), ())


def _papers(facts: Facts, month: Month) -> Iterator[Subject]:
    for (_, kind, of), reports in facts.repository.monthly_reports.items():
        if kind is Summary and of == month:
            yield from (of_report(facts.repository, report) for report in reports)
