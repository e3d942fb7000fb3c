"""When each unit was last visited and last inspected, on one axis; those nobody came to for longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.obligations.targets import ToFigure
from ktgs.pages._axes import LastTimes, last_times
from ktgs.pages._parts import PartLink, parts

ADDRESS = "don-vi/lan-gan-nhat.html"
_MOST = 250  # of a page, so that it stays under 150 KB


@dataclass(frozen=True, slots=True)
class UnitTimesPage:
    """The units, or a part of them; `times` is None where nothing is to tell. `figures`: how times are counted."""

    url: str
    title: str
    times: LastTimes | None
    never_visited: int
    never_inspected: int
    figures: tuple[ToFigure, ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[UnitTimesPage]:
    """Yield the one page, or more where there are very many units."""
    times = last_times(facts)
    rows = times.rows if times else ()
    for part in parts(ADDRESS, rows, _MOST):
        yield UnitTimesPage(
            url=part.address,
            title="Lần gần nhất về từng đơn vị",
            times=replace(times, rows=part.rows) if times else None,
            never_visited=sum(row.visited is None for row in rows),
            never_inspected=sum(row.inspected is None for row in rows),
            figures=(ToFigure(VISITS.slug), ToFigure(INSPECTIONS.slug)),
            parts=part.links,
        )
