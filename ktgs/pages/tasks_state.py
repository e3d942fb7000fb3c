"""The obligations in each state, by duty; long lists are cut and lead to the whole one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.text import slug
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.targets import ToState, ToStateOfDuty
from ktgs.pages._obligations import Line, line
from ktgs.pages._states import ABOUT, StateLink, state_links
from ktgs.pages._unlisted import unlisted


def address(_: Facts, target: ToState) -> str:
    """Return the address of the list of obligations in a state."""
    return f"viec/{slug(str(target.state))}.html"


ADDRESSES = {ToState: address}
_MOST_LINES = 50


@dataclass(frozen=True, slots=True)
class DutySection:
    """A duty's obligations in the state: the first of them, and where all are."""

    name: str
    count: int
    target: ToStateOfDuty
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """The obligations in one state; `unlisted`: what the count leaves out."""

    url: str
    title: str
    state: State
    about: str
    count: int
    states: tuple[StateLink, ...]
    sections: tuple[DutySection, ...]
    unlisted: str


def pages(facts: Facts) -> Iterator[StatePage]:
    """Yield a page for each state, also for those that nothing is in."""
    links = state_links(facts)
    for state in State:
        items = facts.by_state.get(state, ())
        duties = sorted({item.duty.slug for item in items})
        yield StatePage(
            url=address(facts, ToState(state)),
            title=f"Việc phải làm: {state}",
            state=state,
            about=ABOUT[state],
            count=len(items),
            states=links,
            sections=tuple(_section(facts, state, [i for i in items if i.duty.slug == duty]) for duty in duties),
            unlisted=unlisted(facts, state),
        )


def _section(facts: Facts, state: State, items: list[Obligation]) -> DutySection:
    duty = items[0].duty
    lines = tuple(line(facts.repository, item) for item in items[:_MOST_LINES])
    return DutySection(duty.name, len(items), ToStateOfDuty(state, duty.slug), lines)
