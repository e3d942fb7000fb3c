"""A toy figure: how many gifts there are."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.records.gift import Gift

from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.obligations.targets import Subject
from ktgs.repository.repository import Repository

ABOUT = """Số quà đã tặng."""


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> int:
    """Return the number of gifts."""
    return len(repository.of(Gift))


def tables(repository: Repository, gifts: int) -> Iterator[Table]:
    """Yield one table."""
    yield Table("Quà đã tặng", of="Loại", columns=("Số quà",), rows=(Row(Subject("Tất cả"), (Cell(gifts),)),))


FIGURE = Figure("quà tặng", compute, tables, ABOUT)
