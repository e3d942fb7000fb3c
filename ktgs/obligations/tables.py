"""What a figure is: numbers under names, and the tables that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ktgs.language.text import slug
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject
from ktgs.repository.repository import Repository

ValueT = TypeVar("ValueT")


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


@dataclass(frozen=True, slots=True)
class Figure(Generic[ValueT]):
    """A figure: its name, its numbers, the tables that show them, how it counts (Vietnamese Markdown).

    `of_body`: computed from all data, private facts included, because its numbers are totals of the body alone.
    `for_public`: what the public may know of such numbers beside the obligations that public lists leave out.
    `internal_tables`: with what the public may not be told, for those who may read all data.
    `first_name`: what it was called before, so that its address stays.
    """

    name: str
    compute: Callable[[Repository, tuple[Obligation, ...]], ValueT]
    tables: Callable[[Repository, ValueT], Iterator[Table]]
    about: str
    of_body: bool = False
    internal_tables: Callable[[Repository, ValueT], Iterator[Table]] | None = None
    first_name: str = ""
    for_public: Callable[[ValueT, tuple[Obligation, ...]], ValueT] | None = None

    @property
    def slug(self) -> str:
        """The first name as it stands in addresses."""
        return slug(self.first_name or self.name)


LEAST = 3  # records.md, Inference


def tellable(count: int) -> int | str:
    """Return a count that tells of nobody: one under three could."""
    return count if count >= LEAST else f"dưới {LEAST}"


def number(counts: Iterable[Subject]) -> Cell:
    """Return the cell that counts these."""
    counted = tuple(counts)
    return Cell(len(counted), counted)
