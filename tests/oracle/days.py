"""Counting days: calendars, working days, the two readings of "N days before", days off announced late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.oracle.reading import Tree, a_day, items, maybe_day

_DAY = timedelta(days=1)
_SATURDAY = 5


class NoCalendarError(Exception):
    """The calendar of a year that counting needs is not there."""


@dataclass(frozen=True)
class Calendar:
    """The years whose calendar is there, their days off and the days worked in exchange."""

    years: frozenset[int]
    off: frozenset[date]
    worked: frozenset[date]

    def is_working(self, day: date) -> bool:
        """Tell whether a day is worked; raise `NoCalendarError` for a year without calendar."""
        if day.year not in self.years:
            raise NoCalendarError
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def step(self, day: date, number: int, by: timedelta) -> date:
        """Return the number-th working day after (before, for a negative `by`) a day that is not counted itself."""
        while number:
            day += by
            number -= self.is_working(day)
        return day

    def nearest(self, day: date, by: timedelta) -> date:
        """Return the day itself if it is worked, else the first such in the direction of `by`."""
        return day if self.is_working(day) else self.step(day, 1, by)


@dataclass(frozen=True)
class Deadline:
    """The last day, and the day by which it is safe; None where it is not known."""

    due: date | None = None
    safe: date | None = None


Count = Callable[[Calendar], Deadline]


def no_day(_: Calendar) -> Deadline:
    """Return a deadline whose day is not known."""
    return Deadline()


def counted(term: Tree, start: date | None) -> Count:
    """Return how a deadline is counted from a day as a term says; without `số` it is that day, or the day before."""
    if start is None:
        return no_day
    number, before = int(term.get("số", 0)), term.get("chiều") == "trước"
    in_days, by = term.get("đơn vị tính") == "ngày", -_DAY if before else _DAY
    reading = term.get("cách đếm", None if in_days else "tính cả ngày gửi") if before and number else None

    def reach(calendar: Calendar, one_more: int) -> date:
        if not number:
            return start - _DAY if term.get("kiểu") == "trước" else start
        steps = number + one_more
        return start + steps * by if in_days else calendar.step(start, steps, by)

    def last(calendar: Calendar, one_more: int) -> date:
        due = reach(calendar, one_more)
        return calendar.nearest(due, _DAY) if term.get("gặp ngày nghỉ") == "sang ngày làm việc sau" else due

    def count(calendar: Calendar) -> Deadline:
        try:
            due = last(calendar, int(reading == "đủ ngày"))
        except NoCalendarError:
            return Deadline()
        try:
            return Deadline(due, calendar.nearest(last(calendar, 1) if reading == "tính cả ngày gửi" else due, -_DAY))
        except NoCalendarError:
            return Deadline(due)

    return count


@dataclass(frozen=True)
class Calendars:
    """What was always known of days off and worked days, and what was announced later, in order."""

    always: Calendar
    announced: tuple[tuple[date, frozenset[date], frozenset[date]], ...] = ()

    def settle(self, count: Count, done: date | None = None) -> Deadline:
        """Return the deadline; an announcement moves none that lay on or before it, none to before it, nothing done."""
        calendar, now = self.always, count(self.always)
        for day, off, worked in self.announced:
            later = replace(calendar, off=calendar.off | off, worked=calendar.worked | worked)
            moved = count(later)
            if not now.due or (now.due > day and (done or date.max) > day and (moved.due or date.max) >= day):
                calendar, now = later, moved
        return now


def calendars(trees: dict[str, Tree], today: date) -> Calendars:
    """Return the calendars of the years as known today."""

    def days(kind: str, announced: date | None) -> frozenset[date]:
        entries = [entry for tree in trees.values() for entry in items(tree, kind)]
        return frozenset(a_day(it["ngày"]) for it in entries if maybe_day(it, "ngày công bố") == announced)

    both = [it for tree in trees.values() for kind in ("ngày nghỉ", "làm bù") for it in items(tree, kind)]
    told = sorted({on for it in both if (on := maybe_day(it, "ngày công bố", today))})
    return Calendars(
        Calendar(frozenset(map(int, trees)), days("ngày nghỉ", None), days("làm bù", None)),
        tuple((on, days("ngày nghỉ", on), days("làm bù", on)) for on in told),
    )
