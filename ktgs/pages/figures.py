"""The index of figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts, figures
from ktgs.obligations.targets import Subject, ToFigure

ADDRESS = "so-lieu/index.html"
MENU = MenuEntry("Số liệu", 70)


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
        FigureLine(Subject(figure.name, ToFigure(figure.slug)), tuple(table.title for table in facts.tables(figure)))
        for figure in figures()
    )
    yield FiguresPage(ADDRESS, "Số liệu", lines)
