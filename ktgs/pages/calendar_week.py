"""A week: its days in a strip, and each day as a list of all that lies on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import first_upper
from ktgs.language.weeks import Week
from ktgs.obligations.targets import ToDay, ToWeek
from ktgs.pages._calendar import day_address, meeting_address, week_address, weeks
from ktgs.pages._calendar_days import DayList, day_list
from ktgs.pages._calendar_grid import RoundBar, bars
from ktgs.pages._calendar_marks import FilterChoices, choices
from ktgs.pages._calendar_views import ViewLink, views
from ktgs.records.keys import MeetingKey
from ktgs.repository.marks import broken_in_month

ADDRESSES = {ToWeek: week_address, ToDay: day_address, MeetingKey: meeting_address}


@dataclass(frozen=True, slots=True)
class CalendarWeekPage:
    """A week; each of its days is listed, also one on which nothing lies."""

    url: str
    title: str
    views: tuple[ViewLink, ...]
    week: Week
    before: ToWeek | None
    after: ToWeek | None
    unread: tuple[Place, ...]
    bars: tuple[RoundBar, ...]
    days: tuple[DayList, ...]
    choices: FilterChoices


def pages(facts: Facts) -> Iterator[CalendarWeekPage]:
    """Yield a page for each week of the plans and each in which something happens or is due."""
    known = weeks(facts)
    for index, week in enumerate(known):
        listed = tuple(day_list(facts, on) for on in week.days)
        unread = {mark.place: None for on in week.days for mark in broken_in_month(facts.repository, Month.of(on))}
        yield CalendarWeekPage(
            week_address(facts, ToWeek(week)),
            first_upper(f"lịch {week.label}"),
            views=views(facts, min(max(facts.today, week.first), week.last), "week"),
            week=week,
            before=ToWeek(known[index - 1]) if index else None,
            after=ToWeek(known[index + 1]) if index + 1 < len(known) else None,
            unread=tuple(unread),
            bars=bars(facts, week.days),
            days=listed,
            choices=choices(facts, (marks for day in listed for marks in day.marks)),
        )
