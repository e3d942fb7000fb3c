"""A figure: how it counts and all its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts, figures
from ktgs.language.text import first_upper
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import ToFigure


def address(_: Facts, target: ToFigure) -> str:
    """Return the address of a figure."""
    return f"so-lieu/{target.figure}.html"


ADDRESSES = {ToFigure: address}


@dataclass(frozen=True, slots=True)
class FigurePage:
    """One figure."""

    url: str
    title: str
    about: str
    tables: tuple[Table, ...]


def pages(facts: Facts) -> Iterator[FigurePage]:
    """Yield a page for every figure, in order of file."""
    for figure in figures():
        url = address(facts, ToFigure(figure.slug))
        yield FigurePage(url, first_upper(figure.name), figure.about, facts.tables(figure))
