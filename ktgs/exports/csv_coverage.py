"""`csv/do-phu.csv`: since when each unit has been neither visited nor inspected."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._columns import cell, table
from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.obligations.tables import Row, Table

_NOTHING = Table("", "", (), ())


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each unit that exists today: the figures on visits, then those on inspections."""
    visits, inspections = (facts.tables.get(figure.slug, (_NOTHING,))[-1] for figure in (VISITS, INSPECTIONS))
    inspected = {row.subject.id: row for row in inspections.rows}
    rows = ((*_head(facts, row), *_values(row), *_values(inspected.get(row.subject.id))) for row in visits.rows)
    columns = ("mã", "đơn vị", "cụm", *map(str.lower, (*visits.columns, *inspections.columns)))
    yield addresses.spreadsheet("do-phu"), table(columns, rows)


def _head(facts: Facts, row: Row) -> tuple[str, ...]:
    unit = facts.repository.units.get(row.subject.id)
    return row.subject.id, row.subject.name, cell(unit.cluster if unit else None)


def _values(row: Row | None) -> tuple[str, ...]:
    return tuple(cell(found.value) for found in row.cells) if row else ()
