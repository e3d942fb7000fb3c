"""Tables for spreadsheets: the headers are the words of the records' fields, the cells what those hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from enum import Enum
from typing import Any

from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.obligations.shapes import csv_text
from ktgs.records.base import Record
from ktgs.records.keys import BranchKey, Key
from ktgs.records.schema import schema
from ktgs.records.values import DocumentNumber


def headers(sub_unit: str, kind: type[Record], *names: str) -> tuple[str, ...]:
    """Return the Vietnamese keys of these fields; `sub_unit` is what sub-units are called.

    Refuses (ValueError) a field that is not declared public.
    """
    fields = [schema(kind).fields[name] for name in names]
    if private := [field.key for field in fields if not field.is_public]:
        raise ValueError(f"not public: {', '.join(private)}")
    return tuple(field.key.replace(SUB_UNIT, sub_unit) for field in fields)


def cell(value: Any) -> str:
    """Return a value as a cell: days as dd/mm/yyyy, months as mm/yyyy, có or không, several joined with "; "."""
    if value.__class__ is str:  # what most fields hold
        return str(value)
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case Enum():
            return str(value.value)
        case tuple():
            return "; ".join(map(cell, value))
        case date():
            return vi_date(value)
        case time():
            return value.isoformat("minutes")
        case Month():
            return value.label
        case BranchKey():
            return value.own
        case str() | int() | DocumentNumber() | Key():
            return str(value)
    raise TypeError(f"{type(value).__name__} has no cell")


def cells(record: Record, *names: str) -> tuple[str, ...]:
    """Return the cells of these fields, under `headers` of the same names."""
    return tuple(cell(getattr(record, name)) for name in names)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table as a file that a spreadsheet opens."""
    return csv_text(columns, rows).encode()
