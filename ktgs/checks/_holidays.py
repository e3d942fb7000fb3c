"""The holidays that the law gives every year (Labour Code 2019, article 112)."""

from __future__ import annotations

from datetime import date, timedelta

from ktgs.language.lunar import hung_kings_day, lunar_new_year

_FIXED = (
    (1, 1, "Tết Dương lịch"),
    (4, 30, "Ngày Chiến thắng"),
    (5, 1, "Ngày Quốc tế Lao động"),
    (9, 2, "Quốc khánh"),
)


def holidays(year: int) -> list[tuple[date, str]]:
    """Return the holidays of the year in order, of Tết the three days that every year has."""
    tet = lunar_new_year(year)
    lunar = [(tet + timedelta(days=shift), "Tết Nguyên đán") for shift in range(3)]
    fixed = [(date(year, month, day), name) for month, day, name in _FIXED]
    return sorted([*fixed, *lunar, (hung_kings_day(year), "Giỗ Tổ Hùng Vương")])
