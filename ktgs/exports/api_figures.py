"""`api/v1/figures.json`: the tables of every figure, with what each number counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import Shape, document
from ktgs.facts.facts import Facts, figures
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.obligations.targets import Target

PATH = "api/v1/figures.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "số liệu, với những gì mỗi con số đếm", order=110),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all figures; titles, columns and values are in Vietnamese, as pages show them."""
    yield PATH, document(facts, {"figures": (_figure(figure, facts.tables(figure)) for figure in figures())})


def _figure(figure: Figure[Any], tables: tuple[Table, ...]) -> Shape:
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
        "rows": list(map(_row, table.rows)),
    }


def _row(row: Row) -> Shape:
    subject = {**_target(row.subject.target), "name": row.subject.name}
    return {"subject": subject, "cells": list(map(_cell, row.cells))}


def _cell(cell: Cell) -> Shape:
    return {"value": cell.value, "counts": [_target(counted.target) for counted in cell.counts]}


def _target(target: Target | None) -> Shape:
    """Return what a name leads to; no kind or id where it is a name alone."""
    return {"kind": target.kind if target else None, "id": str(target) if target else None}
