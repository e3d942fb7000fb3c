"""Weeks from Monday to Sunday, numbered as ISO 8601 does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ktgs.language.text import vi_date


@dataclass(frozen=True, order=True)
class Week:
    """A week. Its first or last days may lie in the year before or after its own."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Week:
        """Return the week that the day lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def first(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.first + timedelta(days=number) for number in range(7))

    @property
    def label(self) -> str:
        """The week as people read it: tuần 20/2020 (11/05/2020 – 17/05/2020)."""
        return f"tuần {self.number}/{self.year} ({vi_date(self.first)} – {vi_date(self.last)})"

    def next(self) -> Week:
        """Return the week after this one."""
        return Week.of(self.last + timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year:04}-tuan-{self.number:02}"
