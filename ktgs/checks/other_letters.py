"""Letters of other alphabets that look like đ: who searches for the right one does not find what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import other_d
from ktgs.records.base import Record
from ktgs.records.schema import Field, schema, walk
from ktgs.source.codes import about

CODE = Code(
    "S301",
    "Chữ trông như Đ",
    Severity.warning,
    about=about(
        "Chữ Ð của tiếng Iceland (U+00D0) nhìn giống chữ Đ của tiếng Việt (U+0110) nhưng là chữ khác, nên tìm “Đoàn”"
        " không thấy. Trong tên dòng, từ, mã và số văn bản, hai chữ được đọc như nhau.",
        "tên: Ðoàn cơ sở Sở A",
        "tên: Đoàn cơ sở Sở A",
        cure="Gõ lại chữ ấy bằng bộ gõ tiếng Việt.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at each text that holds such a letter; internal where its field is."""
    for file_record in facts.repository.every_record():
        for record in walk(file_record):
            for field in schema(type(record)).fields.values():
                yield from _told(record, field)


def _told(record: Record, field: Field) -> Iterator[Diagnostic]:
    for index, text in enumerate(field.values(record)) if field.key else ():
        if isinstance(text, str) and (letter := other_d(text)):
            right = "đ" if letter.islower() else "Đ"
            key = record.key_of(field.name)
            yield CODE.at(
                record.where(field.name, index if field.is_many else None),
                f"“{key}” có chữ “{letter}” (U+{ord(letter):04X}), không phải chữ “{right}” của tiếng Việt.",
                cure=f"Gõ lại thành “{right}”.",
                is_internal=not field.is_public,
            )
