"""The obligations in each state, by duty; long lists are cut and lead to the whole one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation, State
from ktgs.pages._obligations import Line, line
from ktgs.pages._states import ABOUT, StateLink, state_links

_MOST_LINES = 50


@dataclass(frozen=True, slots=True)
class DutySection:
    """A duty's obligations in the state: the first of them, and where all are."""

    name: str
    count: int
    url: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """The obligations in one state."""

    url: str
    title: str
    state: State
    about: str
    count: int
    states: tuple[StateLink, ...]
    sections: tuple[DutySection, ...]


def pages(facts: Facts) -> Iterator[StatePage]:
    """Yield a page for each state, also for those that nothing is in."""
    links = state_links(facts)
    for state in State:
        items = facts.by_state.get(state, ())
        duties = sorted({item.duty.slug for item in items})
        sections = tuple(_section(facts, state, [item for item in items if item.duty.slug == slug]) for slug in duties)
        title = f"Việc phải làm: {state}"
        yield StatePage(addresses.state(state), title, state, ABOUT[state], len(items), links, sections)


def _section(facts: Facts, state: State, items: list[Obligation]) -> DutySection:
    duty = items[0].duty
    lines = tuple(line(facts.repository, item) for item in items[:_MOST_LINES])
    return DutySection(duty.name, len(items), addresses.state_of_duty(state, duty.slug), lines)
