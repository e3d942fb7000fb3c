"""Obligations as pages list them: told apart by their unit, their party as a link, their period by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ktgs.obligations.obligation import Obligation, State, WhoKind
from ktgs.obligations.tables import Subject
from ktgs.records.values import month_in
from ktgs.repository.index import Repository


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
    unit = repository.unit_name(item.about_unit) if item.about_unit and item.who.kind is not WhoKind.unit else ""
    is_told = not unit or unit in item.occasion.split(", ")
    return Line(item, item.occasion if is_told else f"{item.occasion}, {unit}", party(item))


def party(item: Obligation) -> Subject:
    """Return who owes the obligation as something that may have a page; a body has none."""
    who = item.who
    match who.kind:
        case WhoKind.team:
            return Subject("team", f"{item.plan.id}/{who.id}", who.name)
        case WhoKind.body:
            return Subject("", who.id, who.name)
    return Subject("unit" if who.kind is WhoKind.unit else "person", who.id, who.name)


def due_key(item: Obligation) -> tuple[date, str]:
    """Return the key that sorts obligations by due date, those without one last."""
    return item.due_on or date.max, item.id


def period_name(item: Obligation) -> str:
    """Return the month or activity of an obligation as people call it."""
    month = month_in(item.period)
    if month:
        return f"tháng {month.label}"
    activity = item.plan.activity(item.period)
    return activity.name if activity else item.plan.label


def state_counts(items: Iterable[Obligation]) -> tuple[StateCount, ...]:
    """Return how many obligations are in each state that occurs, in the order of the states."""
    found = Counter(item.state for item in items)
    return tuple(StateCount(state, found[state]) for state in State if found[state])
