"""The terms of the plans with the duties that they name."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import duties
from ktgs.language.text import fold
from ktgs.obligations.obligation import Duty
from ktgs.records.plan import Term
from ktgs.repository.repository import Repository


def duties_with_term() -> tuple[Duty, ...]:
    """Return the duties that a term may name."""
    return tuple(duty for duty in duties() if duty.needs_term)


def terms(repository: Repository) -> Iterator[tuple[Term, Duty | None]]:
    """Yield each term of each plan with its duty, None where no duty has that name."""
    named = {fold(duty.name): duty for duty in duties_with_term()}
    for plan in (*repository.plans.values(), *repository.drafts):
        for term in plan.terms:
            yield term, named.get(fold(term.duty))
