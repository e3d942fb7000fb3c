"""How often each person was assigned and attended: the rows of the figure "load", by person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.figures.load import FIGURE
from ktgs.obligations.tables import Cell


@dataclass(frozen=True, slots=True)
class Total:
    """One total of a person, with what it counts."""

    name: str
    cell: Cell


def totals(facts: Facts) -> Mapping[str, tuple[Total, ...]]:
    """Return the totals of each person by id, in the order of the figure's columns."""
    return {
        row.subject.id: tuple(Total(name, cell) for name, cell in zip(table.columns, row.cells, strict=True))
        for table in facts.tables.get(FIGURE.slug, ())
        for row in table.rows
    }
