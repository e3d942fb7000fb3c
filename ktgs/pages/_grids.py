"""Numbers in grids: rates of duties by month, states of units by period; the latest column first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.figures.trend import ENOUGH, DutyTrend, Trend
from ktgs.figures.trend import FIGURE as TREND
from ktgs.language.months import Month
from ktgs.language.text import first_upper, vietnamese_key
from ktgs.obligations.obligation import Obligation, State, unit_of
from ktgs.obligations.tally import Tally
from ktgs.obligations.targets import Subject, ToDueMonth, ToDueOfDuty, ToPeriod, ToPeriods
from ktgs.pages._subjects import unit_subject
from ktgs.records.keys import PeriodKey
from ktgs.records.plan import Plan
from ktgs.repository.linked import grouped
from ktgs.repository.naming import period_name

_GRADES = ((50, "worst"), (70, "bad"), (85, "fair"), (95, "good"))  # a share below the first is of its grade


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A duty's rate in a month; `grade` ends the class that gives its ground, empty where so few were due."""

    tally: Tally
    percent: int
    grade: str
    target: ToDueOfDuty


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A duty with its rate in all, how it does lately, and a cell for each month, None where nothing was due."""

    subject: Subject
    trend: DutyTrend
    cells: tuple[HeatCell | None, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The rates of a plan's duties by month, the worst duty and the latest month first."""

    months: tuple[Subject, ...]
    rows: tuple[HeatRow, ...]
    worst: HeatRow | None


def heat_map(facts: Facts, plan: Plan) -> HeatMap | None:
    """Return the heat map of a plan; None where nothing was due yet."""
    trend = (facts.figure(TREND) or {}).get(plan.id)
    if trend is None or not trend.duties:
        return None
    rows = tuple(_heat_row(plan, of, trend) for of in trend.duties)
    months = tuple(Subject(month.label, ToDueMonth(plan.id, month)) for month in trend.months)
    return HeatMap(months, rows, next((row for row in rows if row.trend is trend.worst), None))


def _heat_row(plan: Plan, of: DutyTrend, trend: Trend) -> HeatRow:
    subject = Subject(first_upper(of.duty.name), ToPeriods(plan.id, of.duty.slug))
    return HeatRow(subject, of, tuple(_heat_cell(plan, of, month) for month in trend.months))


def _heat_cell(plan: Plan, of: DutyTrend, month: Month) -> HeatCell | None:
    found = of.months.get(month)
    if found is None or found.percent is None:
        return None
    grade = next((name for below, name in _GRADES if found.percent < below), "best") if found.due >= ENOUGH else ""
    return HeatCell(found, found.percent, grade, ToDueOfDuty(plan.id, month, of.duty.slug))


# -- units by period ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UnitStates:
    """A unit with what it has under each column."""

    unit: Subject
    cells: tuple[tuple[Obligation, ...], ...]


@dataclass(frozen=True, slots=True)
class UnitGrid:
    """A duty of a plan, units by periods, the latest first; `ahead`: the periods of which nothing is near yet."""

    title: str
    periods: tuple[Subject, ...]
    rows: tuple[UnitStates, ...]
    ahead: tuple[Subject, ...]


_FAR = (State.upcoming, State.not_applicable, State.waived)


def units_of(items: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Return those obligations that are a unit's or about one, and may be shown unit by unit."""
    return tuple(item for item in items if not item.parts and not item.duty.private_until_done and unit_of(item))


def unit_grid(facts: Facts, plan: Plan, items: tuple[Obligation, ...]) -> UnitGrid:
    """Return the grid of what `units_of` gives for one duty of a plan."""
    by_period = grouped((item.period, item) for item in items)
    periods = sorted(by_period, key=lambda period: _first_due(by_period[period]), reverse=True)
    ahead = [period for period in periods if all(item.state in _FAR for item in by_period[period])]
    ahead = ahead if len(ahead) < len(periods) else []
    shown = [period for period in periods if period not in ahead]
    cells = grouped(((unit_of(item), item.period), item) for item in items)
    units = {unit: unit_subject(facts.repository, unit) for item in items if (unit := unit_of(item))}
    return UnitGrid(
        title=f"{first_upper(items[0].duty.name)}, kế hoạch {plan.label}",
        periods=tuple(_periods(plan, items[0].duty.slug, shown)),
        rows=tuple(
            UnitStates(units[unit], tuple(cells.get((unit, period), ()) for period in shown))
            for unit in sorted(units, key=lambda unit: vietnamese_key(units[unit].name))
        ),
        ahead=tuple(_periods(plan, items[0].duty.slug, reversed(ahead))),
    )


def _periods(plan: Plan, duty: str, periods: Iterable[PeriodKey]) -> Iterator[Subject]:
    for period in periods:
        yield Subject(first_upper(period_name(plan, period)), ToPeriod(plan.id, duty, period))


def _first_due(items: Iterable[Obligation]) -> tuple[str, str]:
    days = [str(item.due_on) for item in items if item.due_on]
    return min(days, default="9999"), max(item.id for item in items)
