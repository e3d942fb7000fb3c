"""A day's meetings, where a week of them is too long for one page; very many of them in parts, by the hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ktgs.facts.facts import Facts
from ktgs.language.text import vi_date
from ktgs.obligations.targets import ToDayMeetings
from ktgs.pages._calendar import MOST_MEETINGS, days, lists_by_day, meetings_address
from ktgs.pages._calendar_days import DayList, MeetingEntry, MovedMeeting, day_list
from ktgs.pages._calendar_marks import FilterChoices, choices
from ktgs.pages._calendar_views import ViewLink, views
from ktgs.pages._parts import Part, PartLink, part_title, parts

ADDRESSES = {ToDayMeetings: meetings_address}


@dataclass(frozen=True, slots=True)
class CalendarDayPage:
    """A day with all that lies on it; a later part holds meetings alone."""

    url: str
    title: str
    views: tuple[ViewLink, ...]
    before: ToDayMeetings | None
    after: ToDayMeetings | None
    day: DayList
    choices: FilterChoices
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[CalendarDayPage]:
    """Yield a page for each day with meetings, or from which some were moved; none for a body of fewer units."""
    if not lists_by_day(facts):
        return
    known = [on for on, entries in days(facts).items() if entries.meetings or entries.moved]
    for index, on in enumerate(known):
        whole = meetings_address(facts, ToDayMeetings(on))
        for part in _parts(whole, day_list(facts, on, whole=True)):
            (listed,) = part.rows
            yield CalendarDayPage(
                part.address,
                part_title(f"Lịch ngày {vi_date(on)}", part.address, whole),
                views=views(facts, on, "day"),
                before=ToDayMeetings(known[index - 1]) if index else None,
                after=ToDayMeetings(known[index + 1]) if index + 1 < len(known) else None,
                day=listed,
                choices=choices(facts, listed.marks),
                parts=part.links,
            )


def _parts(whole: str, day: DayList) -> Iterator[Part[DayList]]:
    """Yield the day in parts: its meetings by the hour, then those that were moved; all else on the first."""
    rows: tuple[MeetingEntry | MovedMeeting, ...] = (*day.meetings, *day.moved)
    rest = DayList(day.on, day.anchor, day.is_today, meeting_count=day.meeting_count)
    for part in parts(whole, rows, MOST_MEETINGS, name=_hour):
        listed = replace(
            day if part.address == whole else rest,
            meetings=tuple(row for row in part.rows if isinstance(row, MeetingEntry)),
            moved=tuple(row for row in part.rows if isinstance(row, MovedMeeting)),
        )
        yield Part(part.address, (listed,), part.links)


def _hour(row: MeetingEntry | MovedMeeting) -> str:
    return f"{row.row.at:%H:%M}" if isinstance(row, MeetingEntry) else "đã dời"
