"""The numbers of each plan apart, where more than one plan has something open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ktgs.facts.facts import Facts
from ktgs.figures.on_time import FIGURE as ON_TIME
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Row, Table
from ktgs.obligations.targets import Subject, ToPeriods
from ktgs.pages._subjects import plan_subject
from ktgs.records.plan import Plan

RATE = "Tỷ lệ đúng hạn"


def by_plan(facts: Facts, columns: dict[str, tuple[Obligation, ...]]) -> Table | None:
    """Return how many of each column every current plan has, with its rate; None where there is one plan or none."""
    if len(facts.current_plans) < 2:
        return None
    rows = tuple(_row(facts, plan, columns.values()) for plan in facts.current_plans)
    return Table("Theo kế hoạch", of="Kế hoạch", columns=(*columns, RATE), rows=rows)


def _row(facts: Facts, plan: Plan, columns: Iterable[tuple[Obligation, ...]]) -> Row:
    numbers = facts.figure(ON_TIME)
    cells = (_cell(plan, [item for item in items if item.plan is plan]) for items in columns)
    return Row(plan_subject(plan), (*cells, Cell(numbers[plan.id].total.rate if numbers else "–")))


def _cell(plan: Plan, items: list[Obligation]) -> Cell:
    duties = Counter(item.duty for item in items)
    counts = (
        Subject(f"{first_upper(duty.name)}: {count}", ToPeriods(plan.id, duty.slug)) for duty, count in duties.items()
    )
    return Cell(len(items), tuple(counts))
