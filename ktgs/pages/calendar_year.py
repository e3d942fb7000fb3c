"""A year of the calendar: small months, each day leading to its week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.obligations.targets import ToDay, ToMonth, ToYear
from ktgs.pages._calendar import DayEntries, days, months, weeks_of
from ktgs.pages._calendar_views import ViewLink, views


@dataclass(frozen=True, slots=True)
class SmallDay:
    """A day of a small month. `about`: what lies on it or why it is off, in words; empty where neither."""

    number: int
    target: ToDay
    about: str
    marks: str
    has_entries: bool


@dataclass(frozen=True, slots=True)
class SmallMonth:
    """A month as a small grid; None stands for a day of a neighbour."""

    month: Month
    target: ToMonth
    about: str
    weeks: tuple[tuple[SmallDay | None, ...], ...]


@dataclass(frozen=True, slots=True)
class CalendarYearPage:
    """The months of a year that have a page."""

    url: str
    title: str
    views: tuple[ViewLink, ...]
    before: ToYear | None
    after: ToYear | None
    months: tuple[SmallMonth, ...]


def address(_: Facts, target: ToYear) -> str:
    """Return the address of a year's page."""
    return f"lich/{target.year}.html"


ADDRESSES = {ToYear: address}


def pages(facts: Facts) -> Iterator[CalendarYearPage]:
    """Yield a page for each year that has a month with a page."""
    years = [(number, tuple(group)) for number, group in groupby(months(facts), key=lambda month: month.year)]
    for index, (number, group) in enumerate(years):
        yield CalendarYearPage(
            address(facts, ToYear(number)),
            f"Lịch năm {number}",
            views=views(facts, _inside(facts, number), "year"),
            before=ToYear(years[index - 1][0]) if index else None,
            after=ToYear(years[index + 1][0]) if index + 1 < len(years) else None,
            months=tuple(_small(facts, month) for month in group),
        )


def _inside(facts: Facts, year: int) -> date:
    """Return today, or the day of the year that is nearest to it."""
    return min(max(facts.today, date(year, 1, 1)), date(year, 12, 31))


def _small(facts: Facts, month: Month) -> SmallMonth:
    inside = [entries for on, entries in days(facts).items() if Month.of(on) == month]
    meetings = sum(len(entries.meetings) for entries in inside)
    sessions = sum(len(entries.engagements) for entries in inside)
    due = sum(len(entries.due) for entries in inside)
    parts = ((meetings, "buổi"), (sessions, "cuộc"), (due, "việc đến hạn"))
    about = ", ".join(f"{number} {word}" for number, word in parts if number)
    grid = tuple(tuple(_day(facts, on) if on else None for on in week) for week in weeks_of(month))
    return SmallMonth(month, ToMonth(month), about, grid)


def _day(facts: Facts, on: date) -> SmallDay:
    entries, off = days(facts).get(on) or DayEntries(on), facts.repository.calendar.reason_off(on)
    about = f"{vi_date(on)}: {', '.join(_words(entries))}" if entries.has_entries else off
    marks = [*(["off"] if off else []), *(["today"] if on == facts.today else []), *_marks(entries)]
    return SmallDay(on.day, ToDay(on), about, " ".join(marks), entries.has_entries)


def _marks(entries: DayEntries) -> Iterator[str]:
    if entries.rounds:
        yield "in-round"
    if entries.due or entries.report_meetings:
        yield "has-due"


def _words(entries: DayEntries) -> Iterator[str]:
    yield from (round_period.activity.name for round_period in entries.rounds)
    counts = (
        (len(entries.engagements), "cuộc làm việc"),
        (len(entries.meetings), "buổi sinh hoạt"),
        (len(entries.moved), "buổi đã dời đi"),
        (len(entries.due), "việc đến hạn"),
        (len(entries.report_meetings), "buổi đến hạn báo cáo"),
    )
    yield from (f"{number} {word}" for number, word in counts if number)
