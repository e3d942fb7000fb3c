"""What is left to do before a plan's year is closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import OPEN, State
from ktgs.records.plan import Plan


@dataclass(frozen=True)
class Closing:
    """How many obligations are open, by state; how many stay open with the plan closed; the first day to close it."""

    open: tuple[tuple[State, int], ...]
    staying: int
    closes_on: date | None


def closing(facts: Facts, plan: Plan) -> Closing:
    """Return what closing a plan's year asks for, as of today."""
    items = [item for item in facts.open if item.plan is plan]
    counts = Counter(item.state for item in items if not item.duty.never_closes)
    last = facts.last_due(plan)
    return Closing(
        open=tuple((state, counts[state]) for state in OPEN if counts[state]),
        staying=sum(item.duty.never_closes for item in items),
        closes_on=last[0] + timedelta(days=1) if last else None,
    )
