"""A duty's obligations counted by month or activity; each number leads to those that it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Cell, Row, Table
from ktgs.obligations.targets import Subject, ToDuty, ToPeriod, ToPeriods, period_text
from ktgs.pages._grids import UnitGrid, unit_grid, units_of
from ktgs.pages._parts import PartLink, parts
from ktgs.pages._subjects import plan_subject
from ktgs.pages._unlisted import LISTED, leaves_out
from ktgs.records.keys import PeriodKey
from ktgs.repository.naming import period_name


def address(_: Facts, target: ToPeriods) -> str:
    """Return the address of the list of a duty's periods."""
    return f"viec/{target.plan}/{target.duty}/index.html"


ADDRESSES = {ToPeriods: address}
_MOST_UNITS = 100  # of a page, so that it stays under 150 KB


@dataclass(frozen=True, slots=True)
class DutyPeriodsPage:
    """A duty of a plan; `note`: what is not counted here, `grid`: unit by unit, None where it is about no unit."""

    url: str
    title: str
    plan: Subject
    rule: ToDuty
    note: str
    grid: UnitGrid | None
    parts: tuple[PartLink, ...]
    table: Table


def pages(facts: Facts) -> Iterator[DutyPeriodsPage]:
    """Yield a page for each plan and duty, more than one where it is about very many units."""
    for items in facts.by_duty.values():
        yield from _of_duty(facts, items)


def _of_duty(facts: Facts, items: tuple[Obligation, ...]) -> Iterator[DutyPeriodsPage]:
    plan, duty, of_units = items[0].plan, items[0].duty, units_of(items)
    name = first_upper(duty.name)
    grid = unit_grid(facts, plan, of_units) if of_units else None
    for part in parts(address(facts, ToPeriods(plan.id, duty.slug)), grid.rows if grid else (), _MOST_UNITS):
        yield DutyPeriodsPage(
            url=part.address,
            title=f"{name}, kế hoạch {plan.label}",
            plan=plan_subject(plan),
            rule=ToDuty(duty.slug),
            note=LISTED if leaves_out(facts, duty) else "",
            grid=replace(grid, rows=part.rows) if grid else None,
            parts=part.links,
            table=_table(name, [item for item in items if not item.parts]),
        )


def _table(name: str, items: list[Obligation]) -> Table:
    periods: dict[PeriodKey, list[Obligation]] = {}
    for item in items:
        periods.setdefault(item.period, []).append(item)
    rows = tuple(_row(periods[period]) for period in sorted(periods, key=period_text))
    return Table(f"{name}, theo kỳ", of="Kỳ", columns=("Tổng số", *map(str, State)), rows=rows)


def _row(items: list[Obligation]) -> Row:
    first = items[0]
    target = ToPeriod(first.plan.id, first.duty.slug, first.period)
    subject = Subject(period_name(first.plan, first.period), target)
    counts = (len(items), *(sum(item.state is state for item in items) for state in State))
    return Row(subject, tuple(Cell(count, (subject,) if count else ()) for count in counts))
