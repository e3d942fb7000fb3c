"""A holiday at a weekend is made up for by the next working day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import vi_date, vi_weekday
from ktgs.source.codes import about

CODE = Code(
    "D411",
    "Ngày nghỉ vào cuối tuần mà không nghỉ bù",
    Severity.warning,
    about=about(
        "Thứ Bảy, Chủ nhật vốn là ngày nghỉ, không phải ghi. Ngày lễ trùng ngày nghỉ hằng tuần thì được nghỉ bù vào"
        " ngày làm việc kế tiếp (Bộ luật Lao động 2019, điều 111 khoản 3); chính ngày nghỉ bù mới đổi cách đếm hạn.",
        "- ngày: 01/05/2021   # Thứ Bảy\n  tên: Ngày Quốc tế Lao động",
        "- ngày: 03/05/2021\n  tên: Nghỉ bù Ngày Quốc tế Lao động",
        cure="Ghi ngày nghỉ bù, hoặc sửa ngày.",
    ),
)
_SATURDAY = 5


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at each day off on a weekend after which the first day of the week is no day off."""
    off = {row.on for year in facts.repository.calendar_years for row in year.days_off}
    for year in facts.repository.calendar_years:
        for row in year.days_off:
            if row.on.weekday() >= _SATURDAY and (monday := _next_monday(row.on)) not in off:
                found = f"{vi_date(row.on)} là {vi_weekday(row.on)}, mà {vi_date(monday)} không phải ngày nghỉ."
                yield CODE.at(row.where("on"), found, cure=f"Ghi ngày nghỉ bù {vi_date(monday)}, hoặc sửa ngày.")


def _next_monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())
