"""How each unit carries out the plan: a table of units by months or rounds for each duty that is about units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, vietnamese_key
from ktgs.obligations.obligation import Duty, Obligation, unit_of
from ktgs.obligations.targets import Subject, ToPeriod, period_text
from ktgs.pages._obligations import StateCount, state_counts
from ktgs.pages._subjects import unit_subject
from ktgs.records.keys import ActivityKey, PeriodKey
from ktgs.records.plan import Plan
from ktgs.repository.naming import period_name

ADDRESS = "thuc-hien/don-vi.html"


@dataclass(frozen=True, slots=True)
class UnitStates:
    """A unit with what it has under each column."""

    unit: Subject
    cells: tuple[tuple[Obligation, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A duty of a plan, units by periods."""

    anchor: str
    title: str
    counts: tuple[StateCount, ...]
    periods: tuple[Subject, ...]
    rows: tuple[UnitStates, ...]


@dataclass(frozen=True, slots=True)
class ComplianceUnitsPage:
    """All such tables."""

    url: str
    title: str
    matrices: tuple[Matrix, ...]


def pages(facts: Facts) -> Iterator[ComplianceUnitsPage]:
    """Yield the one page."""
    matrices = []
    for (plan_id, _), items in facts.by_duty.items():
        of_units = [item for item in items if not item.parts and not item.duty.private_until_done and unit_of(item)]
        if of_units:
            matrices.append(_matrix(facts, facts.repository.plans[plan_id], of_units[0].duty, of_units))
    matrices.sort(key=lambda matrix: -len(matrix.rows))
    yield ComplianceUnitsPage(ADDRESS, "Tình hình thực hiện theo đơn vị và tháng", tuple(matrices))


def _matrix(facts: Facts, plan: Plan, duty: Duty, items: list[Obligation]) -> Matrix:
    periods = sorted({item.period for item in items}, key=lambda period: _period_key(plan, period))
    cells: dict[str, dict[PeriodKey, list[Obligation]]] = {}
    for item in items:
        cells.setdefault(unit_of(item) or "", {}).setdefault(item.period, []).append(item)
    subjects = {unit: unit_subject(facts.repository, unit) for unit in cells}
    return Matrix(
        anchor=f"{plan.id}.{duty.slug}",
        title=f"{first_upper(duty.name)}, kế hoạch {plan.label}",
        counts=state_counts(items),
        periods=tuple(
            Subject(first_upper(period_name(plan, period)), ToPeriod(plan.id, duty.slug, period)) for period in periods
        ),
        rows=tuple(
            UnitStates(subjects[unit], tuple(tuple(cells[unit].get(period, ())) for period in periods))
            for unit in sorted(cells, key=lambda unit: vietnamese_key(subjects[unit].name))
        ),
    )


def _period_key(plan: Plan, period: PeriodKey) -> tuple[int, str]:
    """Return the key of a period: activities as the plan orders them, months by time."""
    order = [activity.id for activity in plan.activities]
    rank = order.index(period.activity) if isinstance(period, ActivityKey) else len(order)
    return rank, period_text(period)
