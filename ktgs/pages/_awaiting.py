"""What is unknown only because the office has not written something down: a list of its own, nobody else's debt."""

from __future__ import annotations

from collections.abc import Iterable

from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation
from ktgs.pages._obligations import Line, due_key, line


def awaiting_office(facts: Facts, items: Iterable[Obligation]) -> tuple[Line, ...]:
    """Return those of the open obligations that the office has only to write down, by due date."""
    waiting = [item for item in items if item.is_open and item.awaits_office and not item.parts]
    return tuple(line(facts.repository, item) for item in sorted(waiting, key=due_key))
