"""A month's calendar: as a grid, and as a list by day with everything on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import first_upper, vi_number
from ktgs.obligations.tables import Subject
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._calendar import (
    DayEntries,
    Days,
    DeadlineGroup,
    Round,
    day_anchor,
    days,
    deadline_groups,
    months,
    rounds,
    weeks,
)
from ktgs.pages._clashes import Clash, clashes
from ktgs.pages._naming import of_engagement, of_meeting
from ktgs.pages._sessions import Session, session
from ktgs.pages._unread import unread_of_month
from ktgs.records.assignment import Assignment
from ktgs.records.calendar import DayOff, WorkedDay
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held, MeetingKey
from ktgs.repository.periods import Period

_NAMED = 2  # so many meetings or engagements of a day stand in the grid by name; more are counted


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line in a day of the grid; `kind` is its style."""

    text: str
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class GridDay:
    """A day of the grid; `off` says why it is off, empty for a working day."""

    on: date
    url: str
    off: str
    is_today: bool
    lines: tuple[GridLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting with its anchor and the clashes of those assigned."""

    row: MeetingRow
    anchor: str
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A meeting that was to be held on the day, and the day on which it is held now."""

    subject: Subject
    to: date
    place: Place


@dataclass(frozen=True, slots=True)
class DayList:
    """A day of the list."""

    on: date
    anchor: str
    off: DayOff | None
    worked: WorkedDay | None
    rounds: tuple[Round, ...]
    sessions: tuple[Session, ...]
    meetings: tuple[MeetingEntry, ...]
    moved: tuple[Moved, ...]
    due: tuple[DeadlineGroup, ...]
    report_meetings: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month. `rounds`: those that lie or were planned in it; `assigned`: the meetings that its `papers` assign."""

    url: str
    title: str
    month: Month
    before: Month | None
    after: Month | None
    unread: tuple[Place, ...]
    summary_url: str
    counts: str
    rounds: tuple[Round, ...]
    papers: tuple[Assignment, ...]
    assigned: tuple[MeetingEntry, ...]
    weeks: tuple[tuple[GridDay | None, ...], ...]
    days: tuple[DayList, ...]


def pages(facts: Facts) -> Iterator[MonthPage]:
    """Yield a page for each month of the plans and each in which something happens or is due."""
    found = days(facts)
    known = months(facts, found)
    every = tuple(rounds(facts.repository))
    clashing = clashes(facts.repository)
    for index, month in enumerate(known):
        mine = {on: entries for on, entries in found.items() if Month.of(on) == month}
        listed = tuple(_day(facts, entries, clashing) for entries in mine.values())
        yield MonthPage(
            addresses.month(month),
            f"Lịch tháng {month.label}",
            month,
            known[index - 1] if index else None,
            known[index + 1] if index + 1 < len(known) else None,
            unread_of_month(facts.repository, month),
            addresses.month_summary(month),
            _counts(mine),
            tuple(each for each in every if _lies_in(each.period, month) or _lies_in(each.planned, month)),
            tuple(paper for (_, of), paper in facts.repository.assignments.items() if of == month),
            tuple(entry for day in listed for entry in day.meetings if entry.row.assignees),
            tuple(tuple(_grid_day(facts, mine, on) for on in week) for week in weeks(month)),
            listed,
        )


def _counts(mine: Days) -> str:
    """Return how much lies in the month, in words; empty where nothing does."""
    parts = (
        (sum(len(entries.meetings) for entries in mine.values()), "buổi sinh hoạt"),
        (sum(len(entries.engagements) for entries in mine.values()), "cuộc làm việc với đơn vị"),
        (sum(len(entries.due) for entries in mine.values()), "việc đến hạn"),
    )
    return ", ".join(f"{vi_number(number)} {word}" for number, word in parts if number)


def _lies_in(period: Period | None, month: Month) -> bool:
    if period is None or period.starts_on is None or period.ends_on is None:
        return False
    return period.starts_on <= month.last and month.first <= period.ends_on


def _grid_day(facts: Facts, mine: Days, on: date | None) -> GridDay | None:
    if on is None:
        return None
    entries = mine.get(on)
    url = f"{addresses.month(Month.of(on))}#{day_anchor(on)}"
    lines = tuple(_grid_lines(facts, entries, url)) if entries else ()
    return GridDay(on, url if lines else "", facts.repository.calendar.reason_off(on), on == facts.today, lines)


def _grid_lines(facts: Facts, entries: DayEntries, url: str) -> Iterator[GridLine]:
    repository = facts.repository
    if entries.worked:
        yield GridLine("Làm bù", url, "worked")
    for each in entries.rounds:
        yield GridLine(each.activity.name, addresses.activity(each.plan.id, each.activity.id), "round")
    if len(entries.engagements) > _NAMED:
        yield GridLine(f"{len(entries.engagements)} cuộc làm việc", url, "session")
    else:
        yield from (_named(facts, _short(repository, held), "session") for held in entries.engagements)
    if len(entries.meetings) > _NAMED:
        yield GridLine(f"{len(entries.meetings)} buổi sinh hoạt", url, "meeting")
    else:
        yield from (_named(facts, of_meeting(repository, found), "meeting") for found in entries.meetings)
    for group in deadline_groups(facts, entries.due):
        yield GridLine(f"Hạn: {group.title}" + (f" ({group.total})" if group.total > 1 else ""), group.url, "due")
    if entries.report_meetings:
        yield GridLine(f"Hạn báo cáo dự sinh hoạt ({len(entries.report_meetings)})", url, "due")


def _short(repository: Repository, held: Held) -> Subject:
    """Return an engagement named by its kind and unit alone, as little room as there is."""
    unit = repository.unit_name(held.engagement.unit, held.engagement.session_on)
    return Subject("engagement", of_engagement(repository, held).id, f"{first_upper(str(held.activity.kind))}: {unit}")


def _named(facts: Facts, subject: Subject, kind: str) -> GridLine:
    return GridLine(subject.name, addresses.address_of(facts, subject) or "", kind)


def _day(facts: Facts, entries: DayEntries, clashing: Mapping[MeetingKey, tuple[Clash, ...]]) -> DayList:
    repository = facts.repository
    meetings = []
    for found in entries.meetings:
        row = meeting_row(repository, found)
        meetings.append(MeetingEntry(row, str(found.key).replace("/", "."), clashing.get(found.key, ())))
    moved = (
        Moved(of_meeting(repository, found), found.on, found.meeting.moves[-1].where("to"))
        for found in entries.moved
    )
    return DayList(
        entries.on,
        day_anchor(entries.on),
        entries.off,
        entries.worked,
        tuple(entries.rounds),
        tuple(session(repository, held) for held in entries.engagements),
        tuple(meetings),
        tuple(moved),
        deadline_groups(facts, entries.due),
        tuple(entries.report_meetings),
    )
