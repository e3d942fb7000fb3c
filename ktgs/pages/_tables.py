"""Tables whose numbers fold out to what they count, kept short: long lists on pages of their own, rows in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ktgs.language.text import slug
from ktgs.obligations.tables import Cell, Row, Table
from ktgs.obligations.targets import Subject, ToCounted, ToFigure, ToMonthSummary, ToPage
from ktgs.pages._parts import Part, parts_of_groups

Page = ToFigure | ToMonthSummary | ToPage
MOST_FOLDED = 70  # in one number: the units of a body of middling size
_MOST_WEIGHT = 900  # of the rows on one page: about 125 kB


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts too many to be folded, with the title of its table and what it is called there."""

    target: ToCounted
    table: str
    name: str
    cell: Cell


def counted(of: Page, table: Table) -> Iterator[Counted]:
    """Yield the numbers of a table that have a page of their own."""
    for row in table.rows:
        yield from (found for found in _numbers(of, table, row) if len(found.cell.counts) > MOST_FOLDED)


def with_long_apart(of: Page, table: Table) -> Table:
    """Return the table with each of these numbers leading to its page."""
    return replace(
        table,
        rows=tuple(replace(row, cells=tuple(map(_led, _numbers(of, table, row)))) for row in table.rows),
    )


def table_parts(address: str, tables: Iterable[Table]) -> tuple[Part[Table], ...]:
    """Return tables in parts, their rows cut by what is folded into them; a table that is cut goes on in the next."""
    groups = tuple((table, table.rows) for table in tables)
    return tuple(
        Part(part.address, tuple(replace(table, rows=rows) for table, rows in part.rows), part.links)
        for part in parts_of_groups(address, groups, _MOST_WEIGHT, row_weight)
    )


def row_weight(row: Row) -> int:
    """Return how much a row weighs, in things that it counts."""
    return 2 + sum(len(cell.counts) for cell in row.cells)


def _numbers(of: Page, table: Table, row: Row) -> Iterator[Counted]:
    """Yield the numbers of a row; one of several in it is told apart by its column."""
    subject = str(row.subject.target or row.subject.name)
    for column, cell in zip(table.columns, row.cells, strict=True):
        is_single = len(table.columns) == 1
        path = (table.title, subject) if is_single else (table.title, subject, column)
        name = row.subject.name if is_single else f"{column}, {row.subject.name}"
        yield Counted(ToCounted(of, "/".join(map(slug, path))), table.title, name, cell)


def _led(found: Counted) -> Cell:
    cell = found.cell
    return Cell(cell.value, (Subject(found.name, found.target),)) if len(cell.counts) > MOST_FOLDED else cell
