"""What belongs to years that are closed, so that lists of what is going on can hold it apart."""

from __future__ import annotations

from collections.abc import Iterable

from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation

Items = tuple[Obligation, ...]


def closed_apart(facts: Facts, items: Iterable[Obligation]) -> tuple[Items, Items]:
    """Return what belongs to the years under way, then what ended with a closed one, each in the order given.

    What is still open of a closed year, as a recommendation is, goes on.
    """
    current: list[Obligation] = []
    closed: list[Obligation] = []
    for item in items:
        (closed if item.plan.is_closed(facts.today) and not item.is_open else current).append(item)
    return tuple(current), tuple(closed)
