"""What is known on a day: facts dated later are left out, as if they had not been written yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import vi_date
from ktgs.language.vocabulary import declared
from ktgs.records.base import Record
from ktgs.records.errors import nested
from ktgs.source.codes import about

FUTURE = Code(
    "D101",
    "Việc đã xảy ra lại ghi ngày sau hôm nay",
    about=about(
        "Ngày của một việc đã xảy ra (ngày nhận, ngày gửi, ngày tiến hành …) không thể sau hôm nay. Ngày dự định, hạn"
        " và ngày bắt đầu, kết thúc thì có thể.",
        "ngày nhận: 18/03/2120",
        "ngày nhận: 18/03/2020",
        cure="Kiểm tra lại ngày, nhất là năm; việc chưa xảy ra thì để trống.",
    ),
)


class _Shape(NamedTuple):
    """What matters about a record class: fields with the field whose day makes them known, fields holding records."""

    dated: tuple[tuple[str, str, str, bool], ...]  # (field, known_on, alias, whether it is public)
    lists: tuple[str, ...]
    single: tuple[str, ...]
    empty: dict[str, Any]


@cache
def _shape(kind: type[Record]) -> _Shape:
    dated: list[tuple[str, str, str, bool]] = []
    lists: list[str] = []
    single: list[str] = []
    empty: dict[str, Any] = {}
    for name, info in kind.model_fields.items():
        if known_on := declared(info).known_on:
            dated.append((name, known_on, str(info.alias), declared(info).public))
            empty[name] = info.get_default()
        if nested(info.annotation):
            (lists if "tuple" in str(info.annotation) else single).append(name)
    return _Shape(tuple(dated), tuple(lists), tuple(single), empty)


def _after(record: Record, field: str, today: date) -> bool:
    value = getattr(record, field)
    return isinstance(value, date) and value > today


def future_facts(record: Record, today: date) -> Iterator[Diagnostic]:
    """Yield an error for each day of a fact that lies after today, in the record and all that it holds."""
    shape = _shape(type(record))
    for name, known_on, alias, is_public in shape.dated:
        if name == known_on and _after(record, name, today):
            found = f"“{alias}” là {vi_date(getattr(record, name))}, sau hôm nay ({vi_date(today)})."
            cure = "Sửa ngày, hoặc xóa cho đến khi việc đã diễn ra."
            yield FUTURE.at(record.where(alias), found, cure=cure, is_internal=not is_public)
    for child in _children(record, shape):
        yield from future_facts(child, today)


def _children(record: Record, shape: _Shape) -> Iterator[Record]:
    for name in shape.lists:
        yield from getattr(record, name)
    for name in shape.single:
        if (child := getattr(record, name)) is not None:
            yield child


def known(record: Record, today: date) -> Any:
    """Return the record as known on `today`, the same object where nothing is left out; None where it is not known."""
    kind = type(record)
    if kind.known_on and _after(record, kind.known_on, today):
        return None
    shape = _shape(kind)
    changes: dict[str, Any] = {
        name: shape.empty[name] for name, known_on, *_ in shape.dated if _after(record, known_on, today)
    }
    for name in shape.lists:
        before = changes.get(name, getattr(record, name))
        after = tuple(child for item in before if (child := known(item, today)) is not None)
        if len(after) != len(before) or any(new is not old for new, old in zip(after, before, strict=True)):
            changes[name] = after
    for name in shape.single:
        if (child := getattr(record, name)) is not None and (seen := known(child, today)) is not child:
            changes[name] = seen
    return record.replace(**changes) if changes else record
