"""A month: its rounds, its grid, who is assigned to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import vi_number
from ktgs.obligations.targets import ToMonth, ToMonthSummary
from ktgs.pages._calendar import DayEntries, RoundPeriod, days, lists_by_day, months, round_periods, weeks_of
from ktgs.pages._calendar_days import MeetingEntry, clashes_at, meeting_entry
from ktgs.pages._calendar_grid import GridWeek, grid_week
from ktgs.pages._calendar_marks import FilterChoices, choices
from ktgs.pages._calendar_views import ViewLink, views
from ktgs.records.assignment import Assignment
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.marks import broken_in_month
from ktgs.repository.periods import Period


def address(_: Facts, target: ToMonth) -> str:
    """Return the address of a month's page."""
    return f"lich/{target.month}.html"


ADDRESSES = {ToMonth: address}


@dataclass(frozen=True, slots=True)
class CalendarMonthPage:
    """A month. `rounds`: those that lie or were planned in it; `papers`: what assigns people to its meetings.

    `assigned_count`: to so many; `assigned`: to which, none where the pages of days list them.
    """

    url: str
    title: str
    views: tuple[ViewLink, ...]
    month: Month
    before: ToMonth | None
    after: ToMonth | None
    unread: tuple[Place, ...]
    summary: ToMonthSummary
    counts: str
    rounds: tuple[RoundPeriod, ...]
    papers: tuple[Assignment, ...]
    assigned_count: int
    assigned: tuple[MeetingEntry, ...]
    weeks: tuple[GridWeek, ...]
    choices: FilterChoices


def pages(facts: Facts) -> Iterator[CalendarMonthPage]:
    """Yield a page for each month of the plans and each in which something happens or is due."""
    known = months(facts)
    rounds = tuple(round_periods(facts.repository))
    for index, month in enumerate(known):
        inside = tuple(entries for on, entries in days(facts).items() if Month.of(on) == month)
        grid = tuple(grid_week(facts, week) for week in weeks_of(month))
        assigned = tuple(_assigned(facts, inside))
        yield CalendarMonthPage(
            url=address(facts, ToMonth(month)),
            title=f"Lịch tháng {month.label}",
            views=views(facts, min(max(facts.today, month.first), month.last), "month"),
            month=month,
            before=ToMonth(known[index - 1]) if index else None,
            after=ToMonth(known[index + 1]) if index + 1 < len(known) else None,
            unread=tuple(mark.place for mark in broken_in_month(facts.repository, month)),
            summary=ToMonthSummary(month),
            counts=_counts(inside),
            rounds=tuple(r for r in rounds if _lies_in(r.period, month) or _lies_in(r.planned, month)),
            papers=tuple(paper for key, paper in facts.repository.assignments.items() if key.month == month),
            assigned_count=len(assigned),
            assigned=() if lists_by_day(facts) else tuple(_entry(facts, meeting) for meeting in assigned),
            weeks=grid,
            choices=_choices(facts, grid),
        )


def _choices(facts: Facts, grid: tuple[GridWeek, ...]) -> FilterChoices:
    shown = [day for week in grid for day in week.days if day]
    return choices(facts, (line.marks for day in shown for line in (*day.lines, *day.meetings)))


def _assigned(facts: Facts, inside: tuple[DayEntries, ...]) -> Iterator[ScheduledMeeting]:
    for entries in inside:
        yield from (meeting for meeting in entries.meetings if facts.repository.assigned_by_meeting.get(meeting.key))


def _entry(facts: Facts, meeting: ScheduledMeeting) -> MeetingEntry:
    return meeting_entry(facts, meeting, clashes_at(facts, meeting.key))


def _counts(inside: tuple[DayEntries, ...]) -> str:
    """Return how much lies in the month, in words; empty where nothing does."""
    parts = (
        (sum(len(entries.meetings) for entries in inside), "buổi sinh hoạt"),
        (sum(len(entries.engagements) for entries in inside), "cuộc làm việc với đơn vị"),
        (sum(len(entries.due) for entries in inside), "việc đến hạn"),
    )
    return ", ".join(f"{vi_number(number)} {word}" for number, word in parts if number)


def _lies_in(period: Period | None, month: Month) -> bool:
    if period is None or period.starts_on is None or period.ends_on is None:
        return False
    return period.starts_on <= month.last and month.first <= period.ends_on
