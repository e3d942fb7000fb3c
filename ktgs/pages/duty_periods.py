"""A duty's obligations counted by month or activity; each number leads to those that it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Cell, Row, Subject, Table
from ktgs.pages._obligations import period_name


@dataclass(frozen=True, slots=True)
class DutyPeriodsPage:
    """A duty of a plan; `is_listed_when_done`: what is still owed is not public."""

    url: str
    title: str
    plan: Subject
    rule_url: str
    is_listed_when_done: bool
    table: Table


def pages(facts: Facts) -> Iterator[DutyPeriodsPage]:
    """Yield a page for each plan and duty."""
    for (plan_id, slug), items in facts.by_duty.items():
        plan, duty = items[0].plan, items[0].duty
        name = first_upper(duty.name)
        yield DutyPeriodsPage(
            addresses.periods(plan_id, slug),
            f"{name}, kế hoạch {plan.label}",
            Subject("plan", plan_id, plan.label),
            addresses.duty(slug),
            duty.private_until_done,
            _table(name, [item for item in items if not item.parts]),
        )


def _table(name: str, items: list[Obligation]) -> Table:
    periods: dict[str, list[Obligation]] = {}
    for item in items:
        periods.setdefault(item.period, []).append(item)
    rows = tuple(_row(mine) for _, mine in sorted(periods.items()))
    return Table(f"{name}, theo kỳ", "Kỳ", ("Tổng số", *map(str, State)), rows)


def _row(items: list[Obligation]) -> Row:
    first = items[0]
    subject = Subject("period", f"{first.plan.id}/{first.duty.slug}/{first.period}", period_name(first))
    counts = (len(items), *(sum(item.state is state for item in items) for state in State))
    return Row(subject, tuple(Cell(count, (subject,) if count else ()) for count in counts))
