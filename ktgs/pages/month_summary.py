"""A month on one page, for the superior: the draft of the report to be copied, its numbers with what they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.figures.attendance_totals import FIGURE as ATTENDANCE
from ktgs.figures.months import FIGURE, Months
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import Subject, ToFigure, ToMonth, ToMonthSummary, ToPeriod
from ktgs.pages._letter import Letter
from ktgs.pages._month_draft import month_draft
from ktgs.pages._month_table import month_tables
from ktgs.pages._obligations import StateCount, state_counts
from ktgs.pages._subjects import report_subject
from ktgs.pages._tables import with_long_apart
from ktgs.pages._unlisted import LISTED, leaves_out
from ktgs.records.report import Summary
from ktgs.repository.marks import broken_in_month


def address(_: Facts, target: ToMonthSummary) -> str:
    """Return the address of a month's summary."""
    return f"thang/{target.month}.html"


ADDRESSES = {ToMonthSummary: address}


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

    `papers` are the summaries sent.
    """

    url: str
    title: str
    month: Month
    before: ToMonthSummary | None
    after: ToMonthSummary | None
    calendar: ToMonth
    unread: tuple[Place, ...]
    is_over: bool
    draft: Letter
    numbers: Table
    attendance: ToFigure | None
    duties: tuple[DutyLine, ...]
    papers: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[MonthSummaryPage]:
    """Yield a page for each month of the plans that has begun."""
    months = facts.figure(FIGURE)
    if months:
        yield from (_page(facts, months, month) for month in months.by_month)


def _page(facts: Facts, months: Months, month: Month) -> MonthSummaryPage:
    every, numbers = tuple(months.by_month), months.by_month[month]
    index = every.index(month)
    return MonthSummaryPage(
        url=address(facts, ToMonthSummary(month)),
        title=f"Báo cáo tháng {month.label}",
        month=month,
        before=ToMonthSummary(every[index - 1]) if index else None,
        after=ToMonthSummary(every[index + 1]) if index + 1 < len(every) else None,
        calendar=ToMonth(month),
        unread=tuple(mark.place for mark in broken_in_month(facts.repository, month)),
        is_over=month.last < facts.today,
        draft=month_draft(facts, months, numbers),
        numbers=with_long_apart(ToMonthSummary(month), month_tables(facts)[month]),
        attendance=ToFigure(ATTENDANCE.slug) if months.has_meetings else None,
        duties=tuple(_duties(facts, month)),
        papers=tuple(_papers(facts, month)),
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
