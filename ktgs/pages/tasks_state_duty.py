"""All obligations of a duty in one state, by month or activity; a long list has a page for each of these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.closed_years import closed_apart
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, slug
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.targets import ToDuty, ToPeriod, ToState, ToStateOfDuty, ToStateOfPeriod
from ktgs.pages._obligations import Line, line
from ktgs.pages._states import by_period, closed_words, is_listed_by_period, period_title
from ktgs.repository.linked import grouped


def address(_: Facts, target: ToStateOfDuty) -> str:
    """Return the address of the list of a duty's obligations in a state."""
    return f"viec/{slug(str(target.state))}/{target.duty}.html"


ADDRESSES = {ToStateOfDuty: address}


@dataclass(frozen=True, slots=True)
class PeriodLines:
    """The obligations of one month or activity, and where all of that period stand with their working.

    `apart`: the page that lists them where the whole list is long, None where they are listed here.
    """

    name: str
    target: ToPeriod
    count: int
    lines: tuple[Line, ...]
    apart: ToStateOfPeriod | None


@dataclass(frozen=True, slots=True)
class StateOfDutyPage:
    """A duty's obligations in one state; `closed`: those of closed years."""

    url: str
    title: str
    state: State
    duty: str
    count: int
    whole_state: ToState
    rule: ToDuty
    periods: tuple[PeriodLines, ...]
    closed: tuple[PeriodLines, ...]
    closed_words: str


def pages(facts: Facts) -> Iterator[StateOfDutyPage]:
    """Yield a page for each state and duty that something is in."""
    for state in State:
        by_duty = grouped((item.duty.slug, item) for item in facts.by_state.get(state, ()))
        for duty, items in sorted(by_duty.items()):
            name = items[0].duty.name
            current, closed = closed_apart(facts, items)
            yield StateOfDutyPage(
                url=address(facts, ToStateOfDuty(state, duty)),
                title=f"{first_upper(name)}: {state}",
                state=state,
                duty=name,
                count=len(current),
                whole_state=ToState(state),
                rule=ToDuty(duty),
                periods=tuple(_periods(facts, current)),
                closed=tuple(_periods(facts, closed)),
                closed_words=closed_words(len(closed)),
            )


def _periods(facts: Facts, items: tuple[Obligation, ...]) -> Iterator[PeriodLines]:
    for target, listed in by_period(items).items():
        first, is_long = listed[0], is_listed_by_period(items)
        name = period_title(facts, first)
        lines = () if is_long else tuple(line(facts.repository, item) for item in listed)
        apart = ToStateOfPeriod(first.state, target.plan, target.duty, target.period) if is_long else None
        yield PeriodLines(name, target, len(listed), lines, apart)
