"""All obligations of a duty in one state, by month or activity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.closed_years import closed_apart
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, slug
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.targets import ToDuty, ToPeriod, ToState, ToStateOfDuty
from ktgs.pages._obligations import Line, line
from ktgs.pages._states import closed_words
from ktgs.repository.naming import period_name


def address(_: Facts, target: ToStateOfDuty) -> str:
    """Return the address of the list of a duty's obligations in a state."""
    return f"viec/{slug(str(target.state))}/{target.duty}.html"


ADDRESSES = {ToStateOfDuty: address}


@dataclass(frozen=True, slots=True)
class PeriodLines:
    """The obligations of one month or activity, and where all of that period stand with their working."""

    name: str
    target: ToPeriod
    lines: tuple[Line, ...]


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
        by_duty: dict[str, list[Obligation]] = {}
        for item in facts.by_state.get(state, ()):
            by_duty.setdefault(item.duty.slug, []).append(item)
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
    periods: dict[ToPeriod, list[Obligation]] = {}
    for item in items:
        periods.setdefault(ToPeriod(item.plan.id, item.duty.slug, item.period), []).append(item)
    for target, listed in periods.items():
        plan = listed[0].plan
        name = period_name(plan, listed[0].period)
        of = f"{name} (kế hoạch {plan.label})" if plan.is_closed(facts.today) else name
        yield PeriodLines(of, target, tuple(line(facts.repository, item) for item in listed))
