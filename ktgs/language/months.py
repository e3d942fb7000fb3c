"""Months of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from ktgs.language.text import vi_month

_TEXT = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year. Refuses a number outside 1 to 12."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise ValueError(f"no month {self.number}")

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month that the day lies in."""
        return _month(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Month | None:
        """Return the month that `str` gives as text (2020-03), None where the text is none."""
        matched = _TEXT.fullmatch(text)
        return _month(int(matched[1]), int(matched[2])) if matched else None

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return month_last_day(self.year, self.number)

    @property
    def label(self) -> str:
        """The month as people read it: 03/2020."""
        return vi_month(self.year, self.number)

    def next(self) -> Month:
        """Return the month after this one."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@cache
def _month(year: int, number: int) -> Month:
    """Return the one object of a month that is often asked for: two that are the same compare at once."""
    return Month(year, number)


def month_last_day(year: int, month: int) -> date:
    """Return the last day of the month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day that many months later (negative: earlier), or that month's last where it is shorter."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_last_day(year, index + 1)
    return last.replace(day=min(day.day, last.day))
