"""A calendar file holds the days of the year that it is named after, each once and each of the right kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import vi_date, vi_weekday
from ktgs.records.calendar import CalendarYear
from ktgs.source.codes import about

NOT_A_YEAR = Code(
    "F201",
    "Tên tệp lịch không phải là một năm",
    about=about(
        "Lịch ngày nghỉ của mỗi năm là một tệp mang tên năm đó, bốn chữ số: data/calendar/2020.yml.",
        "# data/calendar/lich-2020.yml",
        "# data/calendar/2020.yml",
        cure="Đổi tên tệp.",
    ),
)
OTHER_YEAR = Code(
    "D402",
    "Ngày không đúng với tệp lịch",
    about=about(
        "Mọi ngày nghỉ và ngày làm bù trong tệp phải thuộc năm của tệp, mỗi ngày một lần. Ngày làm bù là thứ Bảy"
        " hoặc Chủ nhật; ngày mà nó thay cho thì có thể ở năm khác.",
        "ngày nghỉ:\n  - ngày: 01/01/2021   # trong data/calendar/2020.yml\n    tên: Tết Dương lịch",
        "ngày nghỉ:\n  - ngày: 01/01/2020   # trong data/calendar/2020.yml\n    tên: Tết Dương lịch",
        cure="Sửa ngày, hoặc chuyển sang tệp của năm kia.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for a file that names no year, and for each day that cannot stand in its file."""
    for calendar in facts.repository.calendar_years:
        if not (len(calendar.id) == 4 and calendar.id.isdecimal()):
            found = f"“{calendar.id}” không phải là một năm."
            yield NOT_A_YEAR.at(calendar.where(), found, cure="Đổi tên tệp thành năm, ví dụ 2020.yml.")
            continue
        yield from _days(calendar)


def _days(calendar: CalendarYear) -> Iterator[Diagnostic]:
    first: dict[date, Place] = {}
    worked = [(row.on, row.where("on"), True) for row in calendar.worked_days]
    for on, place, is_worked in [*((row.on, row.where("on"), False) for row in calendar.days_off), *worked]:
        before = first.setdefault(on, place)
        if str(on.year) != calendar.id:
            found = f"{vi_date(on)} không thuộc năm {calendar.id}."
            yield OTHER_YEAR.at(place, found, cure=f"Chuyển sang data/calendar/{on.year}.yml, hoặc sửa ngày.")
        elif before != place:
            found = f"{vi_date(on)} đã có ở dòng {before.line}."
            yield OTHER_YEAR.at(place, found, cure="Xóa một trong hai.", related=[Related(before, "chỗ thứ nhất")])
        elif is_worked and on.weekday() < 5:
            found = f"{vi_date(on)} là {vi_weekday(on)}, không phải ngày nghỉ cuối tuần để làm bù."
            yield OTHER_YEAR.at(place, found, cure="Sửa ngày làm bù.")
