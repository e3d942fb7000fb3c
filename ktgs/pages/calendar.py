"""The calendar by year: twelve small months, each day leading to what lies on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.language.days import Calendar
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.obligations.targets import ToDay, ToMonth
from ktgs.pages._calendar import DayEntries, Days, days, months, weeks

ADDRESS = "lich/index.html"
MENU = MenuEntry("Lịch", 20, MenuGroup.main)


@dataclass(frozen=True, slots=True)
class SmallDay:
    """A day of a small month. `about`: what lies on it, in words; empty where nothing does."""

    number: int
    target: ToDay | None
    about: str
    marks: str


@dataclass(frozen=True, slots=True)
class SmallMonth:
    """A month as a small grid; None stands for a day of a neighbour."""

    month: Month
    target: ToMonth
    about: str
    weeks: tuple[tuple[SmallDay | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year."""

    number: int
    months: tuple[SmallMonth, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The calendar of all years that have plans or entries, the year of the page's day first."""

    url: str
    title: str
    years: tuple[Year, ...]


def pages(facts: Facts) -> Iterator[CalendarPage]:
    """Yield the one page."""
    every = days(facts)
    calendar = facts.repository.calendar
    years = [
        Year(number, tuple(_small(calendar, every, month) for month in group))
        for number, group in groupby(months(facts, every), key=lambda month: month.year)
    ]
    years.sort(key=lambda year: (year.number != facts.today.year, -year.number))
    yield CalendarPage(ADDRESS, "Lịch", tuple(years))


def _small(calendar: Calendar, every: Days, month: Month) -> SmallMonth:
    inside = [entries for on, entries in every.items() if Month.of(on) == month]
    meetings = sum(len(entries.meetings) for entries in inside)
    sessions = sum(len(entries.engagements) for entries in inside)
    due = sum(len(entries.due) for entries in inside)
    parts = ((meetings, "buổi"), (sessions, "cuộc"), (due, "việc đến hạn"))
    about = ", ".join(f"{number} {word}" for number, word in parts if number)
    grid = tuple(tuple(_day(calendar, every, on) for on in week) for week in weeks(month))
    return SmallMonth(month, ToMonth(month), about, grid)


def _day(calendar: Calendar, every: Days, on: date | None) -> SmallDay | None:
    if on is None:
        return None
    entries = every.get(on)
    off = calendar.reason_off(on)
    marks = [*(["off"] if off else []), *(_marks(entries) if entries else [])]
    if entries is None or not entries.has_entries:
        return SmallDay(on.day, None, off, " ".join(marks))
    return SmallDay(on.day, ToDay(on), f"{vi_date(on)}: {', '.join(_words(entries))}", " ".join(marks))


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
