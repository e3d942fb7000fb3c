"""Letters of other alphabets that look like đ: who searches for the right one does not find what holds them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ktgs.checks._walk import everything
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import other_d
from ktgs.language.vocabulary import declared
from ktgs.records.base import Record
from ktgs.source.codes import about
from ktgs.source.tree import PLACES

CODE = Code(
    "S301",
    "Chữ trông như Đ",
    Severity.warning,
    about=about(
        "Chữ Ð của tiếng Iceland (U+00D0) nhìn giống chữ Đ của tiếng Việt (U+0110) nhưng là chữ khác, nên tìm “Đoàn”"
        " không thấy. Trong khóa, từ, mã và số văn bản, hai chữ được đọc như nhau.",
        "tên: Ðoàn cơ sở Sở A",
        "tên: Đoàn cơ sở Sở A",
        cure="Gõ lại chữ ấy bằng bộ gõ tiếng Việt.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at each text that holds such a letter; internal where its field is."""
    for record in everything(facts.repository):
        for name, key, is_public in _fields(type(record)):
            value = getattr(record, name)
            texts = enumerate(value) if isinstance(value, tuple) else ((None, value),)
            for index, text in texts:
                if isinstance(text, str) and (letter := other_d(text)):
                    right = "đ" if letter.islower() else "Đ"
                    yield CODE.at(
                        record.where(key, index),
                        f"“{key}” có chữ “{letter}” (U+{ord(letter):04X}), không phải chữ “{right}” của tiếng Việt.",
                        cure=f"Gõ lại thành “{right}”.",
                        is_internal=not is_public,
                    )


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields that files have: their names, keys, and whether they are public."""
    found = ((name, str(info.alias), declared(info).public) for name, info in kind.model_fields.items())
    return tuple(field for field in found if not field[1].startswith(PLACES))
