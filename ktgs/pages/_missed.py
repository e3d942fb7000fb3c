"""What can no longer be done in the years that are not closed, counted by duty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Cell, Row, Table
from ktgs.obligations.targets import Subject, ToDuty, ToPeriod
from ktgs.repository.linked import grouped
from ktgs.repository.naming import period_name


def missed(facts: Facts) -> tuple[Obligation, ...]:
    """Return what can no longer be done, without that of closed years."""
    return tuple(item for item in facts.by_state.get(State.missed, ()) if not item.is_closed)


def missed_table(facts: Facts) -> Table:
    """Return how many there are of each duty; the number leads to the months and rounds that it counts."""
    by_duty = grouped(((item.plan.id, item.duty.slug), item) for item in missed(facts))
    rows = tuple(_row(facts, by_duty[key]) for key in sorted(by_duty))
    return Table("Không thực hiện, theo việc", of="Việc", columns=("Số việc",), rows=rows)


def _row(facts: Facts, items: Iterable[Obligation]) -> Row:
    listed = tuple(items)
    first, periods = listed[0], Counter(item.period for item in listed)
    plan = f" (kế hoạch {first.plan.label})" if len(facts.current_plans) > 1 else ""
    counts = (
        Subject(f"{period_name(first.plan, period)}: {count}", ToPeriod(first.plan.id, first.duty.slug, period))
        for period, count in periods.items()
    )
    return Row(
        Subject(first_upper(first.duty.name) + plan, ToDuty(first.duty.slug)), (Cell(len(listed), tuple(counts)),)
    )
