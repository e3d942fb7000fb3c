"""A day's meetings, where there are so many units that a week of them is too long for one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.text import vi_date
from ktgs.obligations.targets import ToDayMeetings
from ktgs.pages._calendar import days, lists_by_day, meetings_address
from ktgs.pages._calendar_days import DayList, day_list
from ktgs.pages._calendar_marks import FilterChoices, choices
from ktgs.pages._calendar_views import ViewLink, views

ADDRESSES = {ToDayMeetings: meetings_address}


@dataclass(frozen=True, slots=True)
class CalendarDayPage:
    """A day with all that lies on it."""

    url: str
    title: str
    views: tuple[ViewLink, ...]
    before: ToDayMeetings | None
    after: ToDayMeetings | None
    day: DayList
    choices: FilterChoices


def pages(facts: Facts) -> Iterator[CalendarDayPage]:
    """Yield a page for each day with meetings, or from which some were moved; none for a body of fewer units."""
    if not lists_by_day(facts):
        return
    known = [on for on, entries in days(facts).items() if entries.meetings or entries.moved]
    for index, on in enumerate(known):
        listed = day_list(facts, on, whole=True)
        yield CalendarDayPage(
            meetings_address(facts, ToDayMeetings(on)),
            f"Lịch ngày {vi_date(on)}",
            views=views(facts, on, "day"),
            before=ToDayMeetings(known[index - 1]) if index else None,
            after=ToDayMeetings(known[index + 1]) if index + 1 < len(known) else None,
            day=listed,
            choices=choices(facts, listed.marks),
        )
