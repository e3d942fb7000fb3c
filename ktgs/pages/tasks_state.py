"""The obligations in each state, by duty; long lists are cut and lead to the whole one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.facts.closed_years import closed_apart
from ktgs.facts.facts import Facts
from ktgs.language.text import slug
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.targets import ToState, ToStateOfDuty
from ktgs.pages._obligations import Line, line
from ktgs.pages._states import ABOUT, StateLink, closed_words, state_links
from ktgs.pages._unlisted import unlisted
from ktgs.repository.linked import grouped


def address(_: Facts, target: ToState) -> str:
    """Return the address of the list of obligations in a state."""
    return f"viec/{slug(str(target.state))}.html"


ADDRESSES = {ToState: address}
_MOST_LINES = 50  # of one duty
_MOST_OF_ALL = 130  # of all duties: about 120 kB


@dataclass(frozen=True, slots=True)
class DutySection:
    """A duty's obligations in the state: the first of them, and where all are."""

    name: str
    count: int
    target: ToStateOfDuty
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """The obligations in one state; `unlisted`: what the count leaves out, `closed`: the sections of closed years."""

    url: str
    title: str
    state: State
    about: str
    count: int
    states: tuple[StateLink, ...]
    sections: tuple[DutySection, ...]
    closed: tuple[DutySection, ...]
    closed_words: str
    unlisted: str


def pages(facts: Facts) -> Iterator[StatePage]:
    """Yield a page for each state, also for those that nothing is in."""
    links = state_links(facts)
    for state in State:
        items, closed = closed_apart(facts, facts.by_state.get(state, ()))
        yield StatePage(
            url=address(facts, ToState(state)),
            title=f"Việc phải làm: {state}",
            state=state,
            about=ABOUT[state],
            count=len(items),
            states=links,
            sections=tuple(_sections(facts, state, items)),
            closed=tuple(_sections(facts, state, closed)),
            closed_words=closed_words(len(closed)),
            unlisted=unlisted(facts, state),
        )


def _sections(facts: Facts, state: State, items: tuple[Obligation, ...]) -> Iterator[DutySection]:
    by_duty = grouped((item.duty.slug, item) for item in items)
    most = _most_lines(map(len, by_duty.values()))
    for duty in sorted(by_duty):
        yield _section(facts, state, by_duty[duty], most)


def _most_lines(counts: Iterable[int]) -> int:
    """Return how many obligations of each duty the page has room for."""
    listed = tuple(counts)
    shares = range(_MOST_LINES, 1, -1)
    return next((most for most in shares if sum(min(most, count) for count in listed) <= _MOST_OF_ALL), 1)


def _section(facts: Facts, state: State, items: tuple[Obligation, ...], most: int) -> DutySection:
    duty = items[0].duty
    lines = tuple(line(facts.repository, item) for item in items[:most])
    return DutySection(duty.name, len(items), ToStateOfDuty(state, duty.slug), lines)
