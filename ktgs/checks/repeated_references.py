"""A list of ids names each id once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.months import Month
from ktgs.language.text import fold
from ktgs.records.base import Record
from ktgs.records.keys import Key
from ktgs.records.schema import Field, schema
from ktgs.source.codes import about

CODE = Code(
    "R202",
    "Một giá trị lặp lại trong danh sách",
    about=about(
        "Danh sách nêu hai lần cùng một cán bộ, đơn vị, chủ đề hay cơ quan, nên các con số đếm theo danh sách sẽ sai.",
        "người dự:\n  - nguyen-van-a\n  - nguyen-van-a",
        "người dự:\n  - nguyen-van-a",
        cure="Xóa mục lặp lại.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each value that a list says again."""
    for kind, records in facts.repository.by_class.items():
        for field in schema(kind).fields.values():
            for record in records if field.is_many and not field.child else ():
                yield from _repeated(record, field)


def _repeated(record: Record, field: Field) -> Iterator[Diagnostic]:
    first: dict[Any, int] = {}
    for index, value in enumerate(field.values(record)):
        earlier = first.setdefault(fold(value) if isinstance(value, str) else value, index)
        if earlier != index:
            place = record.where(field.name, earlier)
            yield CODE.at(
                record.where(field.name, index),
                f"{record.key_of(field.name)}: “{_text(value)}” đã có ở dòng {place.line}.",
                cure="Xóa mục lặp lại.",
                related=[Related(place, "chỗ thứ nhất")],
                is_internal=not field.is_public,
            )


def _text(value: Any) -> str:
    return value.own if isinstance(value, Key) else value.label if isinstance(value, Month) else str(value)
