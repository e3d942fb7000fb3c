"""Obligations as pages list them: told apart by their unit, their party as a link, their period by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ktgs.obligations.naming import label
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.targets import Subject
from ktgs.pages._subjects import obligation_party
from ktgs.repository.repository import Repository


@dataclass(frozen=True, slots=True)
class Line:
    """An obligation in a list. `label`: what for, with the unit that it is about where another party owes it."""

    item: Obligation
    label: str
    who: Subject


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many obligations are in a state."""

    state: State
    count: int


def line(repository: Repository, item: Obligation) -> Line:
    """Return the obligation as a list shows it."""
    return Line(item, label(repository, item), obligation_party(item))


def due_key(item: Obligation) -> tuple[date, str]:
    """Return the key that sorts obligations by due date, those without one last."""
    return item.due_on or date.max, item.id


def state_counts(items: Iterable[Obligation]) -> tuple[StateCount, ...]:
    """Return how many obligations are in each state that occurs, in the order of the states."""
    states = Counter(item.state for item in items)
    return tuple(StateCount(state, states[state]) for state in State if states[state])
