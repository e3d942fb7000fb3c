"""The index of figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts, figures
from ktgs.obligations.tables import Subject


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure with the titles of its tables."""

    subject: Subject
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The one page."""

    url: str
    title: str
    lines: tuple[FigureLine, ...]


def pages(facts: Facts) -> Iterator[FiguresPage]:
    """Yield the one page."""
    lines = tuple(
        FigureLine(
            Subject("figure", figure.slug, figure.name),
            tuple(table.title for table in facts.tables.get(figure.slug, ())),
        )
        for figure in figures()
    )
    yield FiguresPage(addresses.FIGURES, "Số liệu", lines)
