"""Tables for spreadsheets: the headers are the words of the records' fields, the cells what those hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from enum import Enum
from typing import Any

from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.language.vocabulary import declared
from ktgs.obligations.shapes import csv_text
from ktgs.records.base import Record
from ktgs.records.values import DocumentNumber


def headers(kind: type[Record], *names: str) -> tuple[str, ...]:
    """Return the Vietnamese keys of these fields; refuses (ValueError) one that is not declared public."""
    found = [kind.model_fields[name] for name in names]
    if private := [str(info.alias) for info in found if not declared(info).public]:
        raise ValueError(f"not public: {', '.join(private)}")
    return tuple(str(info.alias) for info in found)


def cell(value: Any) -> str:
    """Return a value as a cell: days as dd/mm/yyyy, months as mm/yyyy, có or không, several joined with "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(map(cell, value))
    if isinstance(value, date):
        return vi_date(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, Month):
        return value.label
    if isinstance(value, str | int | DocumentNumber):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no cell")


def cells(record: Record, *names: str) -> tuple[str, ...]:
    """Return the cells of these fields, under `headers` of the same names."""
    return tuple(cell(getattr(record, name)) for name in names)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table as a file that a spreadsheet opens."""
    return csv_text(columns, rows).encode()
