"""What the cells of a row say: days, times, counts, words; nothing is guessed, and what cannot be read is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from pydantic_core import PydanticCustomError

from ktgs.language.months import Month
from ktgs.language.text import fold, vi_date
from ktgs.records.ids import read_id
from ktgs.records.values import read_clock, read_count, read_day, read_month, read_yes
from ktgs.tables.cells import SheetCell, Spot, TableRefused, Value
from ktgs.tables.columns import SheetRow

ValueT = TypeVar("ValueT")

_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = range(32_874, 73_416)  # 1990 to 2100: a number in a column of days that is none of these is no day
_DAY_SECONDS = 86_400
_MOST = 500  # problems of one table
_YEARLESS = re.compile(r"(?<![\d/.\-])(\d{1,2})( ?[/.\-] ?| tháng )(\d{1,2})(?![\d]|[ ]?[/.\-] ?\d| năm)")
_CLOCK_IN_TEXT = re.compile(
    r"(?:lúc )?\d{1,2} ?(?::\d{2}|(?:h|g|giờ)(?: ?\d{2})?(?: ?(?:phút|p))?)(?: (?:sáng|chiều|tối))?", re.IGNORECASE
)
_PART_OF_DAY = re.compile(r"(?:lúc )?(.*?)(?: (?:buổi )?(sáng|chiều|tối))?", re.DOTALL)
_AFTERNOON = 12  # hours


class _Unread(Exception):
    """Why a cell is not what its column says, and the cure."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Something in a table that cannot be taken over: where, what, and the cure."""

    spot: Spot
    found: str
    cure: str = ""

    def __str__(self) -> str:
        place = f"{self.spot}: " if str(self.spot) else ""
        return " ".join(filter(None, (place + self.found, self.cure)))


@dataclass
class Reading:
    """Reads cells of rows; what cannot be read is kept in `problems`, at its cell."""

    problems: list[CellProblem] = field(default_factory=list)

    def refuse(self, spot: Spot, found: str, cure: str = "") -> None:
        """Keep a problem. Refuses (TableRefused) to go on where there are too many for anyone to read."""
        self.problems.append(CellProblem(spot, found, cure))
        if len(self.problems) >= _MOST:
            raise TableRefused(
                f"Có từ {_MOST} chỗ không đọc được nên dừng lại. Sửa các chỗ đầu, hoặc xem lại loại bảng."
            )

    def text(self, row: SheetRow, name: str) -> str | None:
        """Return the text under a column on one line, None where it is empty or holds contact details."""
        return self._read(row, name, lambda cell: " ".join(cell.text.split()))

    def id(self, row: SheetRow, name: str) -> str | None:
        """Return the id under a column."""
        return self._read(row, name, lambda cell: read_id(cell.text))

    def lines(self, row: SheetRow, name: str) -> list[str]:
        """Return the lines of the text under a column."""
        return (self._read(row, name, lambda cell: cell.text) or "").splitlines()

    def count(self, row: SheetRow, name: str) -> int | None:
        """Return the whole number under a column."""
        return self._read(row, name, lambda cell: read_count(cell.text.replace(" ", "")))

    def yes(self, row: SheetRow, name: str) -> bool | None:
        """Return what có or không (or x) under a column says."""
        return self._read(row, name, lambda cell: fold(cell.text) == "x" or read_yes(cell.text))

    def month(self, row: SheetRow, name: str) -> Month | None:
        """Return the month under a column; a date cell gives the month that it lies in."""
        return self._read(row, name, _month)

    def day(self, row: SheetRow, name: str, month: Month | None = None) -> date | None:
        """Return the day under a column; in a known month a day may lack its year or month."""
        return self._read(row, name, lambda cell: _day(cell.value, cell.text, month, row.is_1904))

    def clock(self, row: SheetRow, name: str) -> time | None:
        """Return the time of day under a column."""
        return self._read(row, name, lambda cell: _clock(cell.value, cell.text))

    def day_and_clock(self, row: SheetRow, name: str, month: Month | None) -> tuple[date | None, time | None]:
        """Return day and time that stand together in one cell; only what is there."""
        cell = row.get(name)
        if cell is None:
            return None, None
        if isinstance(cell.value, datetime):
            return cell.value.date(), cell.value.time() if cell.value.time() != time() else None
        matched = _CLOCK_IN_TEXT.search(cell.text)
        clock = matched.group() if matched else ""
        rest = re.sub(r"^[\s,;.–-]*(?:ngày )?|[\s,;.–-]+$", "", cell.text.replace(clock, " ", 1).strip())
        day = self._read_cell(cell, lambda _: _day(rest, rest, month, row.is_1904)) if rest else None
        return day, self._read_cell(cell, lambda _: _clock(clock, clock)) if clock else None

    def _read(self, row: SheetRow, name: str, read: Callable[[SheetCell], ValueT]) -> ValueT | None:
        cell = row.get(name)
        return None if cell is None or cell.is_empty else self._read_cell(cell, read)

    def _read_cell(self, cell: SheetCell, read: Callable[[SheetCell], ValueT]) -> ValueT | None:
        if cell.has_contact:
            self.refuse(cell.spot, "Ô có số điện thoại hoặc thư điện tử.", "Bỏ phần ấy; kho không lưu số liên hệ.")
            return None
        try:
            return read(cell)
        except PydanticCustomError as error:
            words = error.context or {}
            self.refuse(cell.spot, str(words["found"]), str(words["cure"] or words["expected"]))
        except _Unread as error:
            self.refuse(cell.spot, *map(str, error.args))
        return None


def in_month(reading: Reading, spot: Spot, day: date, month: Month) -> bool:
    """Return whether a day lies in the month of its table; else it is refused, with what may have happened to it."""
    if Month.of(day) == month:
        return True
    if day.day == month.number and day.year == month.year:
        found = f"Ngày {vi_date(day)} không thuộc tháng {month.label}: có thể ngày và tháng đã bị đảo chỗ."
        reading.refuse(spot, found, "Gõ lại theo ngày/tháng/năm, trong ô định dạng văn bản.")
    else:
        reading.refuse(spot, f"Ngày {vi_date(day)} không thuộc tháng {month.label}.", "Sửa ngày, hoặc sửa tháng.")
    return False


def _month(cell: SheetCell) -> Month:
    if isinstance(cell.value, date):
        return Month.of(cell.value)
    return read_month(cell.text)


def _day(value: Value, text: str, month: Month | None, is_1904: bool) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        return _from_number(value, month, is_1904)
    if isinstance(value, (time, timedelta)):
        raise _Unread(f"“{text}” là một giờ, không phải một ngày.")
    if month is not None:
        if re.fullmatch(r"(?:ngày )?\d{1,2}", fold(text)):
            return read_day(f"{text.rsplit(maxsplit=1)[-1]}/{month.number}/{month.year}")
        text = _YEARLESS.sub(rf"\1/\3/{month.year}", text, count=1)
    return read_day(text)


def _from_number(number: float, month: Month | None, is_1904: bool) -> date:
    """Return the day that a number means: a spreadsheet's serial, or in a known month the day of the month."""
    if month is not None and number.is_integer() and 1 <= number <= 31:
        return read_day(f"{int(number)}/{month.number}/{month.year}")
    if int(number) in _SERIALS:
        return (_EPOCH_1904 if is_1904 else _EPOCH) + timedelta(days=int(number))
    raise _Unread(f"Số {number:g} không phải là một ngày.", "Gõ lại ngày/tháng/năm, ví dụ 20/03/2020.")


def _clock(value: Value, text: str) -> time:
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, timedelta):
        value = value.total_seconds() / _DAY_SECONDS
    if isinstance(value, float):
        return _clock_from_number(value)
    if isinstance(value, time):
        return _whole_minutes(value.hour * 3600 + value.minute * 60 + value.second)
    matched = _PART_OF_DAY.fullmatch(fold(text))
    written, part = (matched[1], matched[2]) if matched else (text, None)
    at = time(int(written)) if re.fullmatch(r"0?[1-9]|1\d|2[0-3]", written) else read_clock(written)
    if part in ("chiều", "tối") and at.hour < _AFTERNOON:
        raise _Unread(f"“{text}” chưa rõ giờ nào.", f"Viết {at.hour + _AFTERNOON}:{at.minute:02}.")
    return at


def _clock_from_number(number: float) -> time:
    """Return the time that a number means: a fraction of the day, or a whole hour as in 14."""
    if 0 <= number < 1:
        return _whole_minutes(round(number * _DAY_SECONDS))
    if number.is_integer() and number < 24:
        return time(int(number))
    raise _Unread(f"Số {number:g} không phải là một giờ.", "Viết 8:30, 8h30 hoặc 14 giờ.")


def _whole_minutes(seconds: int) -> time:
    if seconds % 60:
        raise _Unread("Giờ có lẻ giây.", "Viết 8:30, 8h30 hoặc 14 giờ.")
    return time(seconds // 3600 % 24, seconds // 60 % 60)
