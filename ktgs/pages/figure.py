"""A figure: how it counts, where it is drawn, and all its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts, figures
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.load import FIGURE as LOAD
from ktgs.figures.on_time import FIGURE as ON_TIME
from ktgs.figures.open_findings import FIGURE as OPEN_FINDINGS
from ktgs.figures.trend import FIGURE as TREND
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.language.text import first_upper
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import Subject, ToFigure, ToPage
from ktgs.pages._parts import PartLink, part_title
from ktgs.pages._tables import table_parts, with_long_apart


def address(_: Facts, target: ToFigure) -> str:
    """Return the address of a figure."""
    return f"so-lieu/{target.figure}.html"


ADDRESSES = {ToFigure: address}


_RATES = Subject("Tình hình thực hiện", ToPage("compliance"))
_TIMES = Subject("Lần gần nhất về từng đơn vị", ToPage("unit_times"))
_DRAWN = {
    ON_TIME.slug: _RATES,
    TREND.slug: _RATES,
    VISITS.slug: _TIMES,
    INSPECTIONS.slug: _TIMES,
    LOAD.slug: Subject("Cán bộ", ToPage("people")),
    OPEN_FINDINGS.slug: Subject("Kiến nghị, đề xuất", ToPage("recommendations")),
}  # the page that has a picture of the figure


@dataclass(frozen=True, slots=True)
class FigurePage:
    """One figure, or a part of its tables; `drawn` leads to its picture, None where it has none."""

    url: str
    title: str
    about: str
    drawn: Subject | None
    tables: tuple[Table, ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[FigurePage]:
    """Yield a page for every figure, in order of file, in parts where its tables are long."""
    for figure in figures():
        target = ToFigure(figure.slug)
        whole, title = address(facts, target), first_upper(figure.name)
        tables = (with_long_apart(target, table) for table in facts.tables(figure))
        for part in table_parts(whole, tables):
            yield FigurePage(
                url=part.address,
                title=part_title(title, part.address, whole),
                about=figure.about,
                drawn=_DRAWN.get(figure.slug),
                tables=part.rows,
                parts=part.links,
            )
