"""JSON documents with one record a line, made of public fields only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.vocabulary import declared
from ktgs.records.base import Record
from ktgs.records.values import DocumentNumber

VERSION = 1  # of the shapes; it is in the addresses too

Shape = dict[str, Any]


@cache
def _refuse_private(kind: type[Record], names: tuple[str, ...]) -> None:
    for name in names:
        if not declared(kind.model_fields[name]).public:
            raise ValueError(f"{kind.__name__}.{name} is not public")


def public_fields(record: Record, *names: str) -> Shape:
    """Return these fields of a record by their English names; refuses (ValueError) one that is not declared public."""
    _refuse_private(type(record), names)
    return {name: plain(getattr(record, name)) for name in names}


def plain(value: Any) -> Any:
    """Return a field's value as JSON has it.

    ISO days, `hh:mm`, months as yyyy-mm, a closed word by its English identifier (the day `chưa rõ` as `unknown`).
    """
    if isinstance(value, Enum):
        return value.name
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, Month | DocumentNumber):
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


def _line(shape: Shape) -> str:
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
