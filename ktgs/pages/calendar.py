"""What comes, day by day from today; the other views of the calendar lead on from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.obligations.targets import ToDay
from ktgs.pages._calendar import days
from ktgs.pages._calendar_days import DayList, day_list
from ktgs.pages._calendar_marks import FilterChoices, choices
from ktgs.pages._calendar_views import ViewLink, views

ADDRESS = "lich/index.html"
MENU = MenuEntry("Lịch", 20, MenuGroup.main)
_DAYS = 14  # from today on


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """Today, be it empty, and the days after it on which something lies. `later`: the first such day beyond them."""

    url: str
    title: str
    views: tuple[ViewLink, ...]
    choices: FilterChoices
    length: int
    days: tuple[DayList, ...]
    later: ToDay | None


def pages(facts: Facts) -> Iterator[AgendaPage]:
    """Yield the one page."""
    end = facts.today + timedelta(days=_DAYS)
    shown = [day_list(facts, facts.today + timedelta(days=number)) for number in range(_DAYS)]
    listed = tuple(day for day in shown if day.is_today or day.has_entries or day.off or day.worked)
    later = next((on for on, entries in days(facts).items() if on >= end and entries.has_entries), None)
    yield AgendaPage(
        ADDRESS,
        "Lịch",
        views=views(facts, facts.today, "calendar"),
        choices=choices(facts, (marks for day in listed for marks in day.marks)),
        length=_DAYS,
        days=listed,
        later=ToDay(later) if later else None,
    )
