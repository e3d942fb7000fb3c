"""All obligations of a duty in one state, by month or activity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, State
from ktgs.pages._obligations import Line, line, period_name


@dataclass(frozen=True, slots=True)
class Period:
    """The obligations of one month or activity, and where all of that period stand with their working."""

    name: str
    url: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StateOfDutyPage:
    """A duty's obligations in one state."""

    url: str
    title: str
    state: State
    duty: str
    count: int
    state_url: str
    rule_url: str
    periods: tuple[Period, ...]


def pages(facts: Facts) -> Iterator[StateOfDutyPage]:
    """Yield a page for each state and duty that something is in."""
    for state in State:
        by_duty: dict[str, list[Obligation]] = {}
        for item in facts.by_state.get(state, ()):
            by_duty.setdefault(item.duty.slug, []).append(item)
        for slug, items in sorted(by_duty.items()):
            duty = items[0].duty.name
            yield StateOfDutyPage(
                addresses.state_of_duty(state, slug),
                f"{first_upper(duty)}: {state}",
                state,
                duty,
                len(items),
                addresses.state(state),
                addresses.duty(slug),
                tuple(_periods(facts, items)),
            )


def _periods(facts: Facts, items: list[Obligation]) -> Iterator[Period]:
    found: dict[tuple[str, str], list[Obligation]] = {}
    for item in items:
        found.setdefault((item.plan.id, item.period), []).append(item)
    for mine in found.values():
        first = mine[0]
        url = addresses.obligations(first.plan.id, first.duty.slug, first.period)
        yield Period(period_name(first), url, tuple(line(facts.repository, item) for item in mine))
