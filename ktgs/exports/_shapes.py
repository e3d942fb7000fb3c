"""JSON documents with one record a line; a record's shape follows from what its class declares public."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.records.base import FileRecord, Record
from ktgs.records.keys import BranchKey, Key
from ktgs.records.person import Span
from ktgs.records.schema import Field, schema
from ktgs.records.values import DocumentNumber

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
VERSION = 1  # of the shapes; it is in the addresses too

Shape = dict[str, Any]


def shape(record: Record, *, without: tuple[str, ...] = (), is_inside: bool = False) -> Shape:
    """Return the public fields of a record, and of the records that it holds, by their English names.

    A file's id comes first. `without` are fields left out: what the surroundings say, or what a module derives instead;
    refused (KeyError) where there is no such field. `is_inside`: in a plan's folder, where references are short.
    """
    made: Shape = {}
    if isinstance(record, FileRecord):
        is_inside = "plan" in record.parts
        if "id" not in without:
            made["id"] = record.id
    for name, field in _printed(type(record), without).items():
        value = getattr(record, field.name)
        made[name] = _held(value, is_inside) if field.child else plain(value, is_inside)
    return made


@cache
def _printed(kind: type[Record], without: tuple[str, ...]) -> Mapping[str, Field]:
    """Return the fields to print by name: values first, then the days of a span, then what the record holds."""
    public = [field for field in schema(kind).fields.values() if field.key and field.is_public]
    span = schema(Span).fields if issubclass(kind, Span) else ()
    public.sort(key=lambda field: (field.child is not None, field.name in span))
    named = {"id" if field.name == "own_id" else field.name: field for field in public}
    if unknown := set(without) - {"id", *named}:
        raise KeyError(f"{kind.__name__}: {', '.join(sorted(unknown))}")
    return {name: field for name, field in named.items() if name not in without}


def _held(value: Record | tuple[Record, ...] | None, is_inside: bool) -> Shape | list[Shape] | None:
    if isinstance(value, tuple):
        return [shape(child, is_inside=is_inside) for child in value]
    return shape(value, is_inside=is_inside) if value else None


def leading(made: Shape, *names: str) -> Shape:
    """Return a shape with these keys before the others: the order that version 1 has had from its first day."""
    return {**{name: made[name] for name in names}, **made}


def plain(value: Any, is_inside: bool = False) -> Any:
    """Return a field's value as JSON has it.

    ISO days, `hh:mm`, months as yyyy-mm, a closed word by its English identifier (the day `chưa rõ` as `unknown`).
    A key is its text: the own part inside a plan's folder, the whole elsewhere; a sub-unit is always named within its
    unit.
    """
    if value is None or value.__class__ is str:  # what most fields hold
        return value
    match value:
        case Enum():
            return value.name
        case str() | int():
            return value
        case tuple():
            return [plain(item, is_inside) for item in value]
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case Key():
            return value.own if is_inside or isinstance(value, BranchKey) else str(value)
        case Month() | DocumentNumber():
            return str(value)
    raise TypeError(f"{type(value).__name__} has no shape")


def document(facts: Facts, contents: Mapping[str, Shape | Iterable[Shape]]) -> bytes:
    """Return a JSON document: version, the day it speaks of, whether the data is a sample, and the contents."""
    head = {
        "version": VERSION,
        "as_of": facts.today.isoformat(),
        "is_sample": facts.repository.organization.sample_as_of is not None,
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    lines += [f"{json.dumps(key)}: {_value(value)}" for key, value in contents.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _value(value: Shape | Iterable[Shape]) -> str:
    if isinstance(value, dict):
        return _line(value)
    lines = ",\n".join(map(_line, value))
    return f"[\n{lines}\n]" if lines else "[]"


def _line(made: Shape) -> str:
    return _ENCODER.encode(made)
