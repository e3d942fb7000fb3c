"""What differs between two versions of one record, field by field, in the words of its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.records.base import Record
from ktgs.records.schema import Field, schema, walk

_LONGEST = 80  # letters of a value that are shown
BODY = "phần văn bản"
_RANK = "#"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that was given, changed or taken away. `path` is its key after those that it stands under.

    `before` and `after` are its values in words, empty where there is none. `removes_date`: a day that was written
    down is no longer there.
    """

    path: tuple[str, ...]
    before: str
    after: str
    removes_date: bool = False


def field_changes(before: Record, after: Record, above: tuple[str, ...] = ()) -> Iterator[FieldChange]:
    """Yield what differs, in the order in which the record declares its fields; of a body, that it differs."""
    for field in schema(type(after)).fields.values():
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if not field.key:
            if field.name == "body":
                yield FieldChange((BODY,), "", "")
        elif field.child:
            yield from _of_children(after.key_of(field.name), field, before, after, above)
        else:
            yield _change(field, (*above, after.key_of(field.name)), old, new)


def _change(field: Field, path: tuple[str, ...], old: Any, new: Any) -> FieldChange:
    before, after = ("" if value == field.empty else value_words(value) for value in (old, new))
    return FieldChange(path, before, after, removes_date=_is_day(old) and not _is_day(new))


def _of_children(
    key: str, field: Field, before: Record, after: Record, above: tuple[str, ...]
) -> Iterator[FieldChange]:
    """Yield what differs between two lists, whose items are one and the same by what names them, else by their rank."""
    items, others = field.values(before), field.values(after)
    old, new = _by_name(items, others), _by_name(others, items)
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        path = (*above, f"{key} {name}" if field.is_many and name[0] != _RANK else key)
        if one is None and other is not None:
            yield FieldChange(path, "", record_words(other))
        elif one is not None and other is None:
            yield FieldChange(path, record_words(one), "", removes_date=_has_day(one))
        elif one is not None and other is not None:
            yield from field_changes(one, other, path)


def _by_name(items: Sequence[Record], others: Sequence[Record]) -> dict[str, Record]:
    """Return the items by their id or by what they must refer to; those without by their rank among the unequal."""
    named: dict[str, Record] = {}
    for item in items:
        if name := _name(item):
            named[name if name not in named else f"{name} ({len(named)})"] = item
        elif item not in others:
            named[f"{_RANK}{len(named)}"] = item
    return named


def _name(item: Record) -> str:
    references = (field for field in schema(type(item)).references if field.is_required and not field.is_many)
    return getattr(item, "id", "") or ", ".join(value_words(getattr(item, field.name)) for field in references)


def record_words(record: Record) -> str:
    """Return what a record inside a file says, its fields parted by semicolons."""
    told = []
    for field in schema(type(record)).fields.values():
        value = getattr(record, field.name)
        if field.key and not field.child and value != field.empty and field.name != "id":
            told.append(f"{record.key_of(field.name)} {value_words(value)}")
    return _shown("; ".join(told))


def value_words(value: Any) -> str:
    """Return a field's value as people write it, long ones cut."""
    match value:
        case bool():
            return "có" if value else "không"
        case date():
            return vi_date(value)
        case time():
            return f"{value.hour:02}h{value.minute:02}"
        case Month():
            return value.label
        case Enum():
            return str(value.value)
        case tuple():
            return _shown(", ".join(map(value_words, value)))
    return _shown(str(getattr(value, "own", None) or value))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _is_day(value: Any) -> bool:
    return isinstance(value, date)


def _has_day(record: Record) -> bool:
    values = (getattr(one, name) for one in walk(record) for name in schema(type(one)).fields)
    return any(map(_is_day, values))
