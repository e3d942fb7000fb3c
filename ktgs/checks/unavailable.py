"""Nobody is assigned for a day on which the person is not to be assigned; no reason is known or told."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import vi_date
from ktgs.repository.presence import presences
from ktgs.source.codes import about

CODE = Code(
    "M209",
    "Phân công vào ngày không phân công",
    Severity.warning,
    about=about(
        "Tệp của cán bộ ghi những ngày không phân công (nội bộ, không nêu lý do), nhưng một buổi rơi vào ngày đó."
        " Thông báo này chỉ hiện khi kiểm tra dữ liệu, không hiện trên trang.",
        "không phân công:\n  - từ: 01/08/2020\n    đến: 15/08/2020   # mà được phân công buổi ngày 05/08/2020",
        "buổi: doan-so-a/b1   # ngày 05/08/2020\ncán bộ: tran-thi-b   # người không có ngày ấy ở “không phân công”",
        cure="Phân công người khác, hoặc ghi người dự thay.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an internal warning for each meeting or session on such a day."""
    for presence in presences(facts.repository):
        person, on = facts.repository.people.get(presence.person), presence.occasion.on
        for span in person.unavailable if person else ():
            if person and span.covers(on):
                yield CODE.at(
                    presence.place,
                    f"Ngày {vi_date(on)} không phân công “{person.id}” ({person.full_name}).",
                    cure="Phân công người khác, hoặc ghi người dự thay.",
                    related=[Related(span.where(), "không phân công")],
                    is_internal=True,
                )
