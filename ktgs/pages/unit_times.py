"""When each unit was last visited and last inspected, on one axis; those nobody came to for longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.obligations.targets import ToFigure
from ktgs.pages._axes import LastTimes, last_times

ADDRESS = "don-vi/lan-gan-nhat.html"


@dataclass(frozen=True, slots=True)
class UnitTimesPage:
    """The one page; `times` is None where there is nothing to tell. `figures`: how the times are counted."""

    url: str
    title: str
    times: LastTimes | None
    never_visited: int
    never_inspected: int
    figures: tuple[ToFigure, ...]


def pages(facts: Facts) -> Iterator[UnitTimesPage]:
    """Yield the one page."""
    times = last_times(facts)
    rows = times.rows if times else ()
    yield UnitTimesPage(
        url=ADDRESS,
        title="Lần gần nhất về từng đơn vị",
        times=times,
        never_visited=sum(row.visited is None for row in rows),
        never_inspected=sum(row.inspected is None for row in rows),
        figures=(ToFigure(VISITS.slug), ToFigure(INSPECTIONS.slug)),
    )
