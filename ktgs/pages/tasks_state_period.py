"""A duty's obligations of one month or activity in one state, where all of that state are too many for one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.closed_years import closed_apart
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, slug
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.targets import ToPeriod, ToStateOfDuty, ToStateOfPeriod, period_text
from ktgs.pages._obligations import Line, line
from ktgs.pages._parts import MOST_LINES, PartLink, part_title, parts
from ktgs.pages._states import by_period, is_listed_by_period, period_title
from ktgs.repository.linked import grouped


def address(_: Facts, target: ToStateOfPeriod) -> str:
    """Return the address of the list, of its first part where it has several."""
    return f"viec/{slug(str(target.state))}/{target.duty}/{target.plan}/{period_text(target.period)}.html"


ADDRESSES = {ToStateOfPeriod: address}


@dataclass(frozen=True, slots=True)
class StateOfPeriodPage:
    """One part of the list; `period` tells all states of the month or activity with their working."""

    url: str
    title: str
    state: State
    count: int
    whole: ToStateOfDuty
    period: ToPeriod
    caption: str
    lines: tuple[Line, ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[StateOfPeriodPage]:
    """Yield the pages of each month or activity of the long lists."""
    for items in facts.by_state.values():
        by_duty = grouped((item.duty.slug, item) for item in items)
        for of_duty in by_duty.values():
            for listed in closed_apart(facts, of_duty):
                if is_listed_by_period(listed):
                    for target, of_period in by_period(listed).items():
                        yield from _pages(facts, target, of_period)


def _pages(facts: Facts, target: ToPeriod, items: tuple[Obligation, ...]) -> Iterator[StateOfPeriodPage]:
    first, lines = items[0], tuple(line(facts.repository, item) for item in items)
    here = address(facts, ToStateOfPeriod(first.state, target.plan, target.duty, target.period))
    period = period_title(facts, first)
    for part in parts(here, lines, MOST_LINES):
        yield StateOfPeriodPage(
            url=part.address,
            title=part_title(f"{first_upper(first.duty.name)}, {period}: {first.state}", part.address, here),
            state=first.state,
            count=len(lines),
            whole=ToStateOfDuty(first.state, target.duty),
            period=target,
            caption=f"{first.duty.name}, {period}",
            lines=part.rows,
            parts=part.links,
        )
