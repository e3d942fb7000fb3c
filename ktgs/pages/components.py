"""Every component that pages are put together from, shown live on the data itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.figures.quotas import FIGURE as QUOTAS
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Table
from ktgs.pages._axes import LastTimes, MonthStrip, last_times, year_strip
from ktgs.pages._bars import (
    LOAD_KINDS,
    Ages,
    DutyBar,
    LoadBar,
    MonthDot,
    Stretch,
    ages,
    duty_bars,
    load_bars,
    month_dots,
    stretches,
)
from ktgs.pages._grids import HeatMap, UnitGrid, heat_map, unit_grid, units_of
from ktgs.pages._letter import Letter, debts
from ktgs.pages._states import StateLink, state_links
from ktgs.records.plan import Plan

ADDRESS = "thanh-phan.html"
MENU = MenuEntry("Các thành phần của trang", 60, MenuGroup.data)
_SHOWN = 3  # of a list, to see how it is set


@dataclass(frozen=True, slots=True)
class ShownState:
    """A state: how many are in it and where they are, and one of them as it is shown, if there is any."""

    link: StateLink
    example: Obligation | None


@dataclass(frozen=True, slots=True)
class Pictures:
    """Every picture of the latest current plan, long ones by their first rows; None or empty where there is no data."""

    map: HeatMap | None
    dots: tuple[MonthDot, ...]
    bars: tuple[DutyBar, ...]
    grid: UnitGrid | None
    year: tuple[MonthStrip, ...]
    times: LastTimes | None
    load: tuple[LoadBar, ...]
    load_kinds: tuple[tuple[str, str], ...]
    ages: Ages | None


@dataclass(frozen=True, slots=True)
class ComponentsPage:
    """The one page. `bar`: all that is counted, by state; `table`: a figure's, None where it has no data.

    `letter`: a text to be copied.
    """

    url: str
    title: str
    states: tuple[ShownState, ...]
    bar: tuple[Stretch, ...]
    pictures: Pictures | None
    table: Table | None
    items: tuple[Obligation, ...]
    letter: Letter


def pages(facts: Facts) -> Iterator[ComponentsPage]:
    """Yield the one page."""
    links = state_links(facts)
    items = tuple(item for item in facts.open if item.is_to_do)[:_SHOWN]
    yield ComponentsPage(
        url=ADDRESS,
        title="Các thành phần của trang",
        states=tuple(ShownState(link, next(iter(facts.by_state.get(link.state, ())), None)) for link in links),
        bar=stretches(((link.state.name, link.count) for link in links), sum(link.count for link in links)),
        pictures=_pictures(facts, facts.current_plans[-1]) if facts.current_plans else None,
        table=next(iter(facts.tables(QUOTAS)), None),
        items=items,
        letter=debts(facts, facts.repository.organization.name, (), items),
    )


def _pictures(facts: Facts, plan: Plan) -> Pictures:
    times = last_times(facts)
    return Pictures(
        map=heat_map(facts, plan),
        dots=month_dots(facts, plan),
        bars=duty_bars(facts, plan)[:_SHOWN],
        grid=_grid(facts, plan),
        year=year_strip(facts, plan),
        times=replace(times, rows=times.rows[-_SHOWN:]) if times else None,
        load=load_bars(facts)[:_SHOWN],
        load_kinds=LOAD_KINDS,
        ages=ages(facts),
    )


def _grid(facts: Facts, plan: Plan) -> UnitGrid | None:
    """Return the first rows of the plan's grid of most units."""
    of_plan = (units_of(items) for (owner, _), items in facts.by_duty.items() if owner == plan.id)
    items = max(of_plan, key=len, default=())
    grid = unit_grid(facts, plan, items) if items else None
    return replace(grid, rows=grid.rows[:_SHOWN]) if grid else None
