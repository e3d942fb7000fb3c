"""Letters of other alphabets that look like đ: who searches for the right one does not find what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._texts import field_texts
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import other_d
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
    for told in field_texts(facts.repository, other_d):
        letter = other_d(told.text)
        right = "đ" if letter.islower() else "Đ"
        key = told.record.key_of(told.field.name)
        yield CODE.at(
            told.place,
            f"“{key}” có chữ “{letter}” (U+{ord(letter):04X}), không phải chữ “{right}” của tiếng Việt.",
            cure=f"Gõ lại thành “{right}”.",
            is_internal=not told.field.is_public,
        )
