"""A list of ids names each id once."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._walk import everything
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import fold
from ktgs.records.base import Record
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
    """Yield an error for each text that a list says again."""
    for record in everything(facts.repository):
        for name, info in type(record).model_fields.items():
            value = getattr(record, name)
            if isinstance(value, tuple) and len(value) > 1 and isinstance(value[0], str):
                yield from _repeated(record, str(info.alias), value)


def _repeated(record: Record, key: str, texts: tuple[str, ...]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        earlier = first.setdefault(fold(text), index)
        if earlier != index:
            place = record.where(key, earlier)
            yield CODE.at(
                record.where(key, index),
                f"{key}: “{text}” đã có ở dòng {place.line}.",
                cure="Xóa mục lặp lại.",
                related=[Related(place, "chỗ thứ nhất")],
            )
