"""How each unit carries out the plan: a table of units by months or rounds for each duty that is about units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, vietnamese_key
from ktgs.obligations.obligation import Duty, Obligation, WhoKind
from ktgs.obligations.tables import Subject
from ktgs.pages._obligations import StateCount, period_name, state_counts
from ktgs.records.plan import Plan


@dataclass(frozen=True, slots=True)
class Period:
    """A month or an activity: a column, leading to its obligations."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with what it has under each column."""

    unit: Subject
    cells: tuple[tuple[Obligation, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A duty of a plan, units by periods."""

    anchor: str
    title: str
    counts: tuple[StateCount, ...]
    periods: tuple[Period, ...]
    rows: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """All such tables."""

    url: str
    title: str
    matrices: tuple[Matrix, ...]


def pages(facts: Facts) -> Iterator[UnitsPage]:
    """Yield the one page."""
    matrices = []
    for (plan_id, _), items in facts.by_duty.items():
        mine = [item for item in items if not item.parts and not item.duty.private_until_done and _unit(item)]
        if mine:
            matrices.append(_matrix(facts, facts.repository.plans[plan_id], mine[0].duty, mine))
    matrices.sort(key=lambda matrix: -len(matrix.rows))
    yield UnitsPage(addresses.COMPLIANCE_BY_UNIT, "Tình hình thực hiện theo đơn vị và tháng", tuple(matrices))


def _unit(item: Obligation) -> str:
    """Return the unit that an obligation is about or that owes it, empty where there is none."""
    return item.about_unit or (item.who.id if item.who.kind is WhoKind.unit else "")


def _matrix(facts: Facts, plan: Plan, duty: Duty, items: list[Obligation]) -> Matrix:
    periods = {item.period: item for item in sorted(items, key=_period_key)}
    cells: dict[str, dict[str, list[Obligation]]] = {}
    for item in items:
        cells.setdefault(_unit(item), {}).setdefault(item.period, []).append(item)
    units = [Subject("unit", unit, facts.repository.unit_name(unit)) for unit in cells]
    units.sort(key=lambda unit: vietnamese_key(unit.name))
    return Matrix(
        f"{plan.id}.{duty.slug}",
        f"{first_upper(duty.name)}, kế hoạch {plan.label}",
        state_counts(items),
        tuple(
            Period(first_upper(period_name(item)), addresses.obligations(plan.id, duty.slug, period))
            for period, item in periods.items()
        ),
        tuple(UnitRow(unit, tuple(tuple(cells[unit.id].get(period, ())) for period in periods)) for unit in units),
    )


def _period_key(item: Obligation) -> tuple[int, str]:
    """Return the key of an obligation's period: activities as the plan orders them, months by time."""
    order = [activity.id for activity in item.plan.activities]
    return (order.index(item.period) if item.period in order else len(order)), item.period
