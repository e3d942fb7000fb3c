"""`api/v1/figures.json`: the tables of every figure, with what each number counts."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document
from ktgs.facts.facts import Facts, figures
from ktgs.obligations.tables import Cell, Figure, Subject, Table


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all figures; titles, columns and values are in Vietnamese, as pages show them."""
    shapes = (_figure(figure, facts.tables.get(figure.slug, ())) for figure in figures())
    yield addresses.api("figures"), document(facts, {"figures": shapes})


def _figure(figure: Figure, tables: tuple[Table, ...]) -> Shape:
    return {
        "id": figure.slug,
        "name": figure.name,
        "is_of_body": figure.of_body,
        "tables": [_table(table) for table in tables],
    }


def _table(table: Table) -> Shape:
    return {
        "title": table.title,
        "of": table.of,
        "columns": list(table.columns),
        "rows": [{"subject": _subject(row.subject), "cells": list(map(_cell, row.cells))} for row in table.rows],
    }


def _cell(cell: Cell) -> Shape:
    counts = [{"kind": counted.kind, "id": counted.id} for counted in cell.counts]
    return {"value": cell.value, "counts": counts}


def _subject(subject: Subject) -> Shape:
    """Return what a row is about; no kind or id where it is a name alone."""
    return {"kind": subject.kind or None, "id": subject.id if subject.kind else None, "name": subject.name}
