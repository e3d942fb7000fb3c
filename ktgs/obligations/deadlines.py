"""How a term of a plan counts its deadline."""

from __future__ import annotations

from datetime import date

from ktgs.language.days import (
    Calendar,
    DayKind,
    Deadline,
    Direction,
    Measure,
    OnDayOff,
    calendar_days,
    calendar_days_before,
    fixed_day,
    settled,
    working_days_after,
    working_days_before,
)
from ktgs.records.plan import Term


def count(
    term: Term, anchor: date | None, calendar: Calendar, cause: str = "", awaits_office: bool = False
) -> Deadline:
    """Return the term's deadline counted from `anchor`; unknown for `cause` where there is no anchor."""
    if anchor is None:
        return Deadline.unknown(cause, awaits_office=awaits_office)
    if not term.number:
        return fixed_day(anchor, term.day_kind, term.on_day_off, calendar)
    if term.measure is Measure.calendar_days and term.direction is Direction.before and term.gives("counting"):
        return settled(calendar_days_before(anchor, term.number, term.counting), term.on_day_off, calendar)
    if term.measure is Measure.calendar_days:
        return settled(calendar_days(anchor, term.number, term.direction), term.on_day_off, calendar)
    if term.direction is Direction.before:
        return working_days_before(anchor, term.number, term.counting, calendar)
    return working_days_after(anchor, term.number, calendar)


def set_day(day: date, calendar: Calendar) -> Deadline:
    """Return the deadline of a day that somebody set: the day itself, safe on the last working day up to it."""
    return fixed_day(day, DayKind.at_latest, OnDayOff.keep, calendar)
