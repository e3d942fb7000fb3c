"""How a kind of record is written: its keys and their order, and the one form of each value."""

from __future__ import annotations

from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any

from pydantic_core import PydanticCustomError

from ktgs.language.months import Month
from ktgs.language.text import fold, vi_date
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.base import Record
from ktgs.records.person import Span
from ktgs.records.report import FINDINGS, Report
from ktgs.records.schema import Field, schema
from ktgs.records.sub_units import Words
from ktgs.records.values import DocumentNumber, Reader, YesNo
from ktgs.writing.nodes import KeyValue, Scalar, Values


def written(value: Any) -> str:
    """Return the text of a plain value: days as dd/mm/yyyy, times as HH:MM, months as mm/yyyy, có and không."""
    if isinstance(value, bool):
        return str(YesNo.yes.value if value else YesNo.no.value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return vi_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.label if isinstance(value, Month) else str(value)


def arrange(group: Values, kind: type[Record], words: Words) -> None:
    """Bring a record's mapping into canonical form: keys spelt and ordered as declared, values in their one form.

    `words` are what sub-units are called, None where that is not known. Unknown keys stay as they are, at the end.
    """
    for entry in group.entries:
        if field := field_of(kind, entry.key, words):
            entry.key = _spelling(field, entry.key, words)
            _arrange_value(entry, field, words)
    group.entries.sort(key=lambda entry: rank(kind, entry.key, words))


def rank(kind: type[Record], key: str, words: Words) -> int:
    """Return the place of a key among those of its record, behind them all where it is none of them."""
    field = field_of(kind, key, words)
    return _order(kind)[field.name] if field else len(_order(kind))


def _arrange_value(entry: KeyValue, field: Field, words: Words) -> None:
    values = entry.value.entries if isinstance(entry.value, Values) and entry.value.is_list else [entry]
    for item in values:
        if isinstance(item.value, Scalar):
            item.value.text, item.value.is_text = _form(field.reader, item.value.text)
        elif field.child and not item.value.is_list:
            arrange(item.value, field.child, words)


def field_of(kind: type[Record], key: str, words: Words) -> Field | None:
    """Return the field that a key names, which may be a word for sub-units; None where the kind has no such field."""
    folded, declared = fold(key), schema(kind)
    if named := next((field for field in declared.fields.values() if field.key and field.key == folded), None):
        return named
    return next((field for field in declared.of_sub_units if _word(field, folded, words) is not None), None)


def _word(field: Field, folded: str, words: Words) -> str | None:
    """Return the word for sub-units that a folded key has, None where it has none."""
    ending = field.key.removeprefix(SUB_UNIT)
    if not folded.endswith(ending):
        return None
    word = folded.removesuffix(ending)
    return word if words is None else next((known for known in words if fold(known) == word), None)


def _spelling(field: Field, key: str, words: Words) -> str:
    return field.key if SUB_UNIT not in field.key else field.key.replace(SUB_UNIT, _word(field, fold(key), words) or "")


@cache
def _order(kind: type[Record]) -> dict[str, int]:
    """Return the rank of each field, by name."""
    names = sorted(schema(kind).fields, key=lambda name: _part(kind, name))
    return {name: number for number, name in enumerate(names)}


def _part(kind: type[Record], name: str) -> int:
    """Return where a field stands that a base class declares: findings last, a span's days before its options."""
    if issubclass(kind, Span):
        return 1 if name in Span.model_fields else 0 if schema(kind).fields[name].is_required else 2
    return int(issubclass(kind, Report) and name in FINDINGS)


def _form(reader: Reader | None, text: str) -> tuple[str, bool]:
    """Return the one form of a value, and whether it is text; a paper's number and what is no value stay as written."""
    try:
        value = reader.read(text) if reader else text
    except PydanticCustomError:
        return text, True
    if isinstance(value, (str, DocumentNumber)):
        return text, True
    return written(value), not isinstance(value, int)
