"""What a figure is: tables of numbers, each cell with the things that it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ktgs.language.text import slug
from ktgs.obligations.obligation import Obligation
from ktgs.repository.index import Repository


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that a table names or counts; `kind` is one of the kinds of `addresses.address_of`."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is shown, and what it counts."""

    value: int | str
    counts: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    subject: Subject
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; `columns` name the cells, the first column holds the subjects and is named by `of`."""

    title: str
    of: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


Compute = Callable[[Repository, tuple[Obligation, ...]], Iterator[Table]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its name, how it is computed, how it counts (Vietnamese Markdown).

    `of_body`: computed from all data, private facts included, because its tables give totals of the body alone.
    """

    name: str
    compute: Compute
    about: str
    of_body: bool = False

    @property
    def slug(self) -> str:
        """The name as it stands in addresses."""
        return slug(self.name)
