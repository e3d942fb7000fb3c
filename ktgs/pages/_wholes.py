"""What is owed for a round as a whole."""

from __future__ import annotations

from ktgs.facts.facts import Facts
from ktgs.language.text import slug
from ktgs.obligations.obligation import Obligation
from ktgs.records.plan import Activity, Plan


def wholes(facts: Facts, plan: Plan, activity: Activity) -> tuple[Obligation, ...]:
    """Return the obligations for an activity as a whole, by due date."""
    key = activity.key_in(plan)
    owed = [item for term in plan.terms for item in facts.by_occasion.get((slug(term.duty), key), ())]
    return tuple(sorted(owed, key=lambda item: (item.due_on is None, str(item.due_on), item.id)))
