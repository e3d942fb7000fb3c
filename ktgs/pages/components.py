"""Every component that pages are put together from, shown live on the data itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.figures.quotas import FIGURE as QUOTAS
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Table
from ktgs.pages._states import StateLink, state_links

ADDRESS = "thanh-phan.html"
MENU = MenuEntry("Các thành phần của trang", 60, MenuGroup.data)
_BAR_WIDTH = 1000
_SHOWN = 3  # of a list, to see how it is set


@dataclass(frozen=True, slots=True)
class ShownState:
    """A state: how many are in it and where they are, and one of them as it is shown, if there is any."""

    link: StateLink
    example: Obligation | None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar, in the bar's own units."""

    state: State
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class ComponentsPage:
    """The one page. `bar`: all that is counted, by state; `table`: a figure's, None where it has no data."""

    url: str
    title: str
    states: tuple[ShownState, ...]
    bar: tuple[Segment, ...]
    bar_width: int
    table: Table | None
    items: tuple[Obligation, ...]


def pages(facts: Facts) -> Iterator[ComponentsPage]:
    """Yield the one page."""
    links = state_links(facts)
    yield ComponentsPage(
        url=ADDRESS,
        title="Các thành phần của trang",
        states=tuple(ShownState(link, next(iter(facts.by_state.get(link.state, ())), None)) for link in links),
        bar=tuple(_segments(links)),
        bar_width=_BAR_WIDTH,
        table=next(iter(facts.tables(QUOTAS)), None),
        items=tuple(item for item in facts.open if item.is_to_do)[:_SHOWN],
    )


def _segments(links: tuple[StateLink, ...]) -> Iterator[Segment]:
    total = sum(link.count for link in links)
    before = 0
    for link in links:
        starts, before = before, before + link.count
        if link.count:
            x, end = starts * _BAR_WIDTH // total, before * _BAR_WIDTH // total
            yield Segment(link.state, x, end - x)
