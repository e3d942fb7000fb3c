"""Days as the sample needs them: working days of 2020, and how people write days, hours and months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import yaml

YEAR = 2020
_FRIDAY = 4


def dmy(day: date) -> str:
    """Return the day as dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def month_name(month: int) -> str:
    """Return a month of the sample's year as mm/yyyy."""
    return f"{month:02}/{YEAR}"


def month_folder(month: int) -> str:
    """Return a month of the sample's year as it stands in file names."""
    return f"{YEAR}-{month:02}"


def last_of_month(month: int) -> date:
    """Return the last day of a month of the sample's year."""
    return date(YEAR + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The days off of a year, worked Saturdays left aside; it is asked with the days of the sample's year."""

    days_off: frozenset[str]
    year: int = YEAR

    @classmethod
    def read(cls, text: str, year: int) -> "Calendar":
        """Return the calendar of a year from the text of its file."""
        return cls(frozenset(row["ngày"] for row in yaml.safe_load(text)["ngày nghỉ"]), year)

    def is_working(self, day: date) -> bool:
        """Return whether offices work on the day, which stands for the same day of the calendar's year."""
        if (day.month, day.day) == (2, 29):
            return False  # a Saturday in the sample's year, and in most others no day
        day = day.replace(year=day.year - YEAR + self.year)
        return day.weekday() <= _FRIDAY and dmy(day) not in self.days_off

    def _walk(self, day: date, step: int) -> Iterator[date]:
        while True:
            day += timedelta(days=step)
            if self.is_working(day):
                yield day

    def after(self, day: date, count: int) -> date:
        """Return the working day `count` working days after a day, the day itself for 0."""
        walk = self._walk(day, 1)
        for _ in range(count):
            day = next(walk)
        return day

    def at_or_before(self, day: date) -> date:
        """Return the day, or the last working day before it."""
        return day if self.is_working(day) else next(self._walk(day, -1))

    def at_or_after(self, day: date) -> date:
        """Return the day, or the next working day after it."""
        return day if self.is_working(day) else next(self._walk(day, 1))


def clock(minutes: int) -> str:
    """Return a time of day, given in minutes, as records have it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
