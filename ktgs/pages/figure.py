"""A figure: how it counts and all its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts, figures
from ktgs.obligations.tables import Table


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
        title = figure.name[0].upper() + figure.name[1:]
        tables = facts.tables.get(figure.slug, ())
        yield FigurePage(addresses.figure(figure.slug), title, figure.about, tables)
