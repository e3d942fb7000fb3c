"""Days off, working days and deadlines; every deadline carries how it was counted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from ktgs.language.months import Month
from ktgs.language.text import vi_date, vi_weekday

_SATURDAY = 5
NO_SAFE_DAY = "chưa tính được ngày nên xong"
NO_CALENDAR = "chưa có lịch ngày nghỉ của năm"  # begins the cause of every deadline that lacks a calendar
UNREAD_CALENDAR = "tệp lịch ngày nghỉ chưa đọc được: năm"  # … whose calendar is there, but broken


class Direction(StrEnum):
    """On which side of the day that it is counted from a deadline lies."""

    before = "trước"
    after = "sau"


_STEPS = {Direction.before: timedelta(days=-1), Direction.after: timedelta(days=1)}


class Counting(StrEnum):
    """How "N working days before D" is read: the day of sending is the Nth, or N full days lie between it and D."""

    inclusive = "tính cả ngày gửi"
    full = "đủ ngày"


class Measure(StrEnum):
    """What days are counted."""

    working_days = "ngày làm việc"
    calendar_days = "ngày"


class DayKind(StrEnum):
    """How a fixed day is meant: its last day is the one before it, or itself."""

    before = "trước"
    at_latest = "chậm nhất"
    until_end = "đến hết"


class OnDayOff(StrEnum):
    """What happens to a fixed day that is a day off."""

    keep = "giữ nguyên"
    next_working_day = "sang ngày làm việc sau"


@dataclass(frozen=True)
class DayOff:
    """A public holiday, compensatory day or exchanged day."""

    on: date
    name: str
    basis: str
    announced_on: date | None = None  # None where it was always known


@dataclass(frozen=True)
class WorkedDay:
    """A weekend day worked in exchange for another."""

    on: date
    instead_of: date
    basis: str
    announced_on: date | None = None


@dataclass(frozen=True)
class Calendar:
    """The official days off and worked days of the years that have data; `unread_years` have a broken file."""

    years: frozenset[int] = frozenset()
    days_off: tuple[DayOff, ...] = ()
    worked_days: tuple[WorkedDay, ...] = ()
    unread_years: frozenset[int] = frozenset()

    @cached_property
    def _names(self) -> dict[date, str]:
        return {row.on: row.name for row in self.days_off}

    @cached_property
    def _worked(self) -> frozenset[date]:
        return frozenset(row.on for row in self.worked_days)

    @cached_property
    def announcements(self) -> tuple[date, ...]:
        """The days on which something of it was announced, in order."""
        days = [row.announced_on for row in self.days_off] + [row.announced_on for row in self.worked_days]
        return tuple(sorted({day for day in days if day}))

    def with_announced(self, days: Collection[date]) -> Calendar:
        """Return the calendar with what was always known and what was announced on these days."""
        return Calendar(
            self.years,
            tuple(row for row in self.days_off if row.announced_on is None or row.announced_on in days),
            tuple(row for row in self.worked_days if row.announced_on is None or row.announced_on in days),
            self.unread_years,
        )

    def knows(self, year: int) -> bool:
        """Return whether the year has data; without, only its weekends are known."""
        return year in self.years

    def why_unknown(self, year: int) -> str:
        """Return why the days off of a year are not known: no file, or one that could not be read."""
        return f"{UNREAD_CALENDAR if year in self.unread_years else NO_CALENDAR} {year}"

    def reason_off(self, day: date) -> str:
        """Return why the day is off: the holiday's name, "Thứ Bảy" or "Chủ nhật"; empty for a working day."""
        if day in self._names:
            return self._names[day]
        return vi_weekday(day) if day.weekday() >= _SATURDAY and day not in self._worked else ""

    def is_working(self, day: date) -> bool:
        """Return whether public bodies work on the day; ask `knows` first, a year without data has no holidays here."""
        return not self.reason_off(day)


@dataclass(frozen=True, order=True)
class Skipped:
    """A day that was passed over, and why."""

    on: date
    reason: str


@dataclass(frozen=True)
class Working:
    """How a deadline was counted: `counted` and `skipped` are in order of date and leave no day between out."""

    start_on: date
    direction: Direction
    days: int
    measure: Measure
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True)
class Deadline:
    """A due day with its working.

    `on` is None where it is not known, and only then `cause` says why; `awaits_office` whether the office has only to
    write it down. `safe_on` is `on` where nothing safer is known, None where it cannot be counted. `rule` says in words
    how it was counted.
    """

    on: date | None
    safe_on: date | None
    working: Working | None
    cause: str
    rule: str
    awaits_office: bool = False

    @classmethod
    def unknown(cls, cause: str, rule: str = "", *, awaits_office: bool = False) -> Deadline:
        """Return a deadline that is not known, with the cause."""
        return cls(on=None, safe_on=None, working=None, cause=cause, rule=rule, awaits_office=awaits_office)


def _walk(day: date, days: int, direction: Direction, calendar: Calendar) -> tuple[list[date], list[Skipped], str]:
    """Return the working days met and the days skipped, as walked, and why it stopped short: no calendar for a year."""
    counted: list[date] = []
    skipped: list[Skipped] = []
    while len(counted) < days:
        day += _STEPS[direction]
        if not calendar.knows(day.year):
            return counted, skipped, calendar.why_unknown(day.year)
        if reason := calendar.reason_off(day):
            skipped.append(Skipped(day, reason))
        else:
            counted.append(day)
    return counted, skipped, ""


def _refuse_negative(days: int) -> None:
    if days < 0:
        raise ValueError("the number of days is negative; say the direction instead")


def _by_working_days(
    day: date, days: int, direction: Direction, calendar: Calendar, *, rule: str, beyond: int = 0
) -> Deadline:
    """Return the working day that lies `beyond` working days further than the days counted."""
    _refuse_negative(days)
    met, skipped, cause = _walk(day, days + beyond, direction, calendar)
    if cause:
        return Deadline.unknown(cause, rule)
    on = met[-1] if met else day
    counted = tuple(sorted(met[:days]))
    working = Working(
        start_on=day,
        direction=direction,
        days=days,
        measure=Measure.working_days,
        counted=counted,
        skipped=tuple(sorted(skipped)),
    )
    return Deadline(
        on=on,
        safe_on=on,
        working=working,
        cause="",
        rule=rule,
    )


def working_days_after(day: date, days: int, calendar: Calendar) -> Deadline:
    """Return the Nth working day after `day`, itself not counted (Civil Code 2015, article 147); `day` for 0."""
    rule = f"{days} {Measure.working_days} {Direction.after} {vi_date(day)}"
    return _by_working_days(day, days, Direction.after, calendar, rule=rule)


def working_days_before(day: date, days: int, counting: Counting, calendar: Calendar) -> Deadline:
    """Return the last day to act N working days before `day`.

    Inclusive: the Nth working day before (`day` for 0); the full reading is the safe day. Full: the last working day
    that leaves N working days between itself and `day`.
    """
    rule = f"{days} {Measure.working_days} {Direction.before} {vi_date(day)}, {counting}"
    if counting is Counting.full:
        return _by_working_days(day, days, Direction.before, calendar, rule=rule, beyond=1)
    return _with_safe_day(_by_working_days(day, days, Direction.before, calendar, rule=rule), calendar)


def calendar_days_before(day: date, days: int, counting: Counting) -> Deadline:
    """Return the last day to act N calendar days before `day`, in the two readings of `working_days_before`."""
    full = calendar_days(day, days + 1, Direction.before)
    rule = f"{days} {Measure.calendar_days} {Direction.before} {vi_date(day)}, {counting}"
    if counting is Counting.full:
        return replace(full, rule=rule)
    return replace(calendar_days(day, days, Direction.before), safe_on=full.on, rule=rule)


def calendar_days(day: date, days: int, direction: Direction) -> Deadline:
    """Return the day N calendar days before or after `day`, days off included."""
    _refuse_negative(days)
    rule = f"{days} {Measure.calendar_days} {direction} {vi_date(day)}"
    try:
        counted = sorted(day + _STEPS[direction] * number for number in range(1, days + 1))
    except OverflowError:
        return Deadline.unknown("số ngày quá lớn", rule)
    on = day + _STEPS[direction] * days
    return Deadline(
        on=on,
        safe_on=on,
        working=Working(
            start_on=day,
            direction=direction,
            days=days,
            measure=Measure.calendar_days,
            counted=tuple(counted),
            skipped=(),
        ),
        cause="",
        rule=rule,
    )


def fixed_day(day: date, kind: DayKind, on_day_off: OnDayOff, calendar: Calendar) -> Deadline:
    """Return the last day of "before", "at the latest on" or "until the end of" a day, settled as its term says."""
    before = kind is DayKind.before
    deadline = calendar_days(day, int(before), Direction.before if before else Direction.after)
    return settled(replace(deadline, rule=f"{kind} ngày {vi_date(day)}"), on_day_off, calendar)


def monthly_deadline(
    month: Month, day_of_month: int, kind: DayKind, on_day_off: OnDayOff, calendar: Calendar
) -> Deadline:
    """Return the month's fixed day; a month without that day has it on its last."""
    day = min(month.first + timedelta(days=day_of_month - 1), month.last)
    return fixed_day(day, kind, on_day_off, calendar)


def settled(deadline: Deadline, on_day_off: OnDayOff, calendar: Calendar) -> Deadline:
    """Return the deadline as its term treats a day off: moved to the next working day, or kept with a safe day before.

    In a year without calendar one that would be moved is unknown; one that is kept is known, its safe day is not.
    """
    on, safe_on, working = deadline.on, deadline.safe_on, deadline.working
    if on is None or working is None:
        return deadline
    if on_day_off is OnDayOff.keep:
        return _on_a_working_day(deadline, calendar)
    met, skipped, cause = _walk(on - _STEPS[Direction.after], 1, Direction.after, calendar)
    if cause:
        return Deadline.unknown(cause, deadline.rule)
    safe, _, _ = _walk((safe_on or on) - _STEPS[Direction.after], 1, Direction.after, calendar)
    moved = replace(deadline, on=met[0], safe_on=next(iter(safe), None))
    if met[0] == on:
        return moved
    rule = f"{deadline.rule}; {vi_date(on)} là ngày nghỉ, chuyển sang {vi_date(met[0])}"
    return replace(moved, rule=rule, working=replace(working, skipped=(*working.skipped, *skipped)))


def _with_safe_day(deadline: Deadline, calendar: Calendar) -> Deadline:
    """Return the deadline with the last working day before it as the safe day, or a word that it cannot be counted."""
    if deadline.on is None:
        return deadline
    met, _, cause = _walk(deadline.on, 1, Direction.before, calendar)
    if cause:
        return replace(deadline, safe_on=None, rule=f"{deadline.rule}; {NO_SAFE_DAY}: {cause}")
    return replace(deadline, safe_on=met[0])


def _on_a_working_day(deadline: Deadline, calendar: Calendar) -> Deadline:
    """Return the deadline with its safe day moved to the last working day up to it."""
    safe_on = deadline.safe_on
    if safe_on is None or (calendar.knows(safe_on.year) and calendar.is_working(safe_on)):
        return deadline
    return replace(_with_safe_day(replace(deadline, on=safe_on), calendar), on=deadline.on)
