"""What `ktgs days` prints: working days counted from a day, with the counting."""

from __future__ import annotations

from datetime import date

from ktgs.language.days import Calendar, Counting, Deadline, Working, working_days_after, working_days_before
from ktgs.language.text import vi_date, vi_weekday


def count_days(day: date, shift: int, calendar: Calendar) -> tuple[Deadline, ...]:
    """Return the day that many working days after, or both readings of that many before (a negative shift)."""
    if shift >= 0:
        return (working_days_after(day, shift, calendar),)
    return tuple(working_days_before(day, -shift, counting, calendar) for counting in Counting)


def days_text(deadline: Deadline) -> str:
    """Return the day with its working: every day counted, every day skipped and why."""
    if deadline.on is None:
        return f"{deadline.rule}: chưa rõ, {deadline.cause}.\n"
    lines = [f"{deadline.rule}: {_day(deadline.on)}"]
    return "\n".join(lines + (_working(deadline.working) if deadline.working else [])) + "\n"


def _working(working: Working) -> list[str]:
    lines = [f"  Đếm: {', '.join(map(vi_date, working.counted)) or 'không ngày nào'}"]
    return lines + [f"  Bỏ qua: {vi_date(day.on)}, {day.reason}" for day in working.skipped]


def _day(day: date) -> str:
    return f"{vi_weekday(day)}, {vi_date(day)}"
