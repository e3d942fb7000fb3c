"""A weekend day is worked in exchange for a day off that the calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import vi_date
from ktgs.source.codes import about

CODE = Code(
    "D410",
    "Làm bù cho một ngày không nghỉ",
    Severity.warning,
    about=about(
        "Hoán đổi ngày nghỉ có hai nửa: một ngày nghỉ thêm và một ngày thứ Bảy, Chủ nhật làm bù. Chỉ ghi một nửa thì"
        " mọi hạn đếm qua đó lệch một ngày.",
        "ngày nghỉ:\n  - ngày: 30/04/2019\n    tên: Ngày Chiến thắng\nlàm bù:\n  - ngày: 04/05/2019\n"
        "    thay cho: 29/04/2019",
        "ngày nghỉ:\n  - ngày: 29/04/2019\n    tên: Nghỉ hoán đổi\nlàm bù:\n  - ngày: 04/05/2019\n"
        "    thay cho: 29/04/2019",
        cure="Thêm ngày nghỉ được làm bù, hoặc sửa “thay cho”.",
    ),
)
_NEAR_DAYS = 31  # an exchanged day lies within a month


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at each worked day whose day off is in no calendar."""
    calendar = facts.repository.calendar
    off = {row.on for row in calendar.days_off}
    for year in facts.repository.calendar_years:
        for row in year.worked_days:
            is_beyond = not calendar.knows(row.instead_of.year) and abs((row.on - row.instead_of).days) <= _NEAR_DAYS
            if row.instead_of not in off and not is_beyond:  # of a year without calendar nothing is counted
                found = f"Làm bù ngày {vi_date(row.on)} thay cho {vi_date(row.instead_of)}, mà ngày đó không có trong"
                cure = f"Thêm {vi_date(row.instead_of)} vào “ngày nghỉ” của năm {row.instead_of.year}, hoặc sửa ngày."
                yield CODE.at(row.where("instead_of"), f"{found} “ngày nghỉ”.", cure=cure)
