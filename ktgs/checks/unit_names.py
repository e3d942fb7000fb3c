"""Two units that exist at one time do not have one name."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import fold
from ktgs.records.unit import Unit
from ktgs.repository.linked import grouped
from ktgs.source.codes import about

CODE = Code(
    "M108",
    "Hai đơn vị cùng tên",
    about=about(
        "Người xem chỉ thấy tên, nên hai đơn vị hoạt động cùng lúc không thể cùng tên hay cùng tên ngắn. Thường do chép"
        " tệp của đơn vị khác mà quên sửa.",
        "# data/units/doan-so-b.yml\ntên: Đoàn cơ sở Sở A",
        "# data/units/doan-so-b.yml\ntên: Đoàn cơ sở Sở B",
        cure="Sửa tên, hoặc xóa tệp thừa.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each unit with the name of an earlier one with which it exists on some day."""
    for field in ("name", "short_name"):
        named = grouped(
            (fold(text), unit) for unit in facts.repository.units.values() if (text := getattr(unit, field))
        )
        for first, *others in named.values():
            yield from (_told(field, first, unit) for unit in others if _meets(first, unit))


def _meets(first: Unit, second: Unit) -> bool:
    return any(a.exists_on(b.valid_from) for a, b in ((first, second), (second, first)))


def _told(field: str, first: Unit, second: Unit) -> Diagnostic:
    return CODE.at(
        second.where(field),
        f"“{getattr(second, field)}” cũng là {second.key_of(field)} của đơn vị “{first.id}”.",
        cure="Sửa tên, hoặc xóa tệp thừa.",
        related=[Related(first.where(field), "đơn vị kia")],
    )
