"""Which day a text gives. Nothing of pydantic is loaded: a command may be given a day and need no record."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ktgs.language.months import month_last_day
from ktgs.language.text import vi_date, vi_weekday
from ktgs.records.written import WEEKDAYS, day_parts, why_no_day

YEARS = range(1930, 2201)  # the union was founded in 1931; a year outside is a slip of the finger
_FORMS = "Viết ngày/tháng/năm, ví dụ 20/03/2020, hoặc năm-tháng-ngày, ví dụ 2020-03-20."


class NoDay(NamedTuple):
    """What a message says of a text that gives no day, after the text, and the cure."""

    why: str
    cure: str = _FORMS


def day_in(text: str) -> date | NoDay:
    """Return the date that `text` gives: 20/03/2020, 2020-3-20, ngày 20 tháng 3 năm 2020, Thứ Sáu, 20/03/2020.

    One without year, with a short year, with the month first, of another weekday or that does not exist gives none.
    """
    parts = day_parts(text)
    if parts is None:
        return NoDay(f"không phải là một ngày{why_no_day(text)}")
    year, month, day, weekdays = parts
    if why := _impossible(day, month, year):
        return NoDay(f"không có thật: {why}")
    on = date(year, month, day)
    if not weekdays <= set(WEEKDAYS[on.weekday()]):
        why = f"sai thứ: ngày {vi_date(on)} là {vi_weekday(on)}"
        return NoDay(why, "Sửa ngày hoặc sửa thứ; có thể bỏ thứ.")
    return on


def _impossible(day: int, month: int, year: int) -> str:
    if year not in YEARS:
        return f"năm {year:04} nằm ngoài khoảng {YEARS[0]}–{YEARS[-1]}"
    if not 1 <= month <= 12:
        return f"không có tháng {month}; ngày đứng trước, tháng đứng sau"
    last = month_last_day(year, month).day
    return "" if 1 <= day <= last else f"tháng {month:02}/{year} chỉ có các ngày từ 01 đến {last}"
