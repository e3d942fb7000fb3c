"""A month: its rounds, its assignment, its grid, and each day in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import first_upper, vi_number
from ktgs.obligations.targets import Subject, Target, ToDay, ToMonth, ToMonthSummary
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._calendar import (
    DayEntries,
    Days,
    DeadlineGroup,
    RoundPeriod,
    day_anchor,
    days,
    deadline_groups,
    months,
    round_periods,
    weeks,
)
from ktgs.pages._sessions import Session, session
from ktgs.pages._subjects import engagement_subject, meeting_subject, person_subject
from ktgs.records.assignment import Assignment
from ktgs.records.calendar import RecordedDayOff, RecordedWorkedDay
from ktgs.records.keys import EngagementKey, MeetingKey
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.marks import broken_in_month
from ktgs.repository.naming import unit_name
from ktgs.repository.periods import Period
from ktgs.repository.presence import clashes
from ktgs.repository.repository import Repository


def address(_: Facts, target: ToMonth) -> str:
    """Return the address of a month's page."""
    return f"lich/{target.month}.html"


def _day_address(facts: Facts, target: ToDay) -> str:
    return f"{address(facts, ToMonth(Month.of(target.day)))}#{day_anchor(target.day)}"


def _meeting_address(facts: Facts, key: MeetingKey) -> str | None:
    meeting = facts.repository.meetings.get(key)
    return f"{address(facts, ToMonth(Month.of(meeting.on)))}#{_anchor(key)}" if meeting else None


def _anchor(key: MeetingKey) -> str:
    return ".".join(key.parts)


ADDRESSES = {ToMonth: address, ToDay: _day_address, MeetingKey: _meeting_address}
SAME_HOUR = "Cùng giờ ở hai đơn vị"
CLOSE = "Hai đơn vị cách nhau dưới 90 phút"
_NAMED = 2  # so many meetings or engagements of a day stand in the grid by name; more are counted


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line in a day of the grid; `kind` is its style."""

    text: str
    target: Target
    kind: str


@dataclass(frozen=True, slots=True)
class GridDay:
    """A day of the grid; `off` says why it is off, empty for a working day."""

    on: date
    target: ToDay | None
    off: str
    is_today: bool
    lines: tuple[GridLine, ...]


@dataclass(frozen=True, slots=True)
class ClashNote:
    """Somebody assigned to a meeting is expected elsewhere at nearly the same time."""

    person: Subject
    words: str
    other: Subject


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting with its anchor and the clashes of those assigned."""

    row: MeetingRow
    anchor: str
    clashes: tuple[ClashNote, ...]


@dataclass(frozen=True, slots=True)
class MovedMeeting:
    """A meeting that was to be held on the day, and the day on which it is held now."""

    subject: Subject
    to: date
    place: Place


@dataclass(frozen=True, slots=True)
class DayList:
    """A day of the list."""

    on: date
    anchor: str
    off: RecordedDayOff | None
    worked: RecordedWorkedDay | None
    rounds: tuple[RoundPeriod, ...]
    sessions: tuple[Session, ...]
    meetings: tuple[MeetingEntry, ...]
    moved: tuple[MovedMeeting, ...]
    due: tuple[DeadlineGroup, ...]
    report_meetings: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class CalendarMonthPage:
    """A month. `rounds`: those that lie or were planned in it; `assigned`: the meetings that its `papers` assign."""

    url: str
    title: str
    month: Month
    before: ToMonth | None
    after: ToMonth | None
    unread: tuple[Place, ...]
    summary: ToMonthSummary
    counts: str
    rounds: tuple[RoundPeriod, ...]
    papers: tuple[Assignment, ...]
    assigned: tuple[MeetingEntry, ...]
    weeks: tuple[tuple[GridDay | None, ...], ...]
    days: tuple[DayList, ...]


def pages(facts: Facts) -> Iterator[CalendarMonthPage]:
    """Yield a page for each month of the plans and each in which something happens or is due."""
    every = days(facts)
    known = months(facts, every)
    rounds = tuple(round_periods(facts.repository))
    noted = _clash_notes(facts.repository)
    for index, month in enumerate(known):
        inside = {on: entries for on, entries in every.items() if Month.of(on) == month}
        listed = tuple(_day(facts, entries, noted) for entries in inside.values())
        yield CalendarMonthPage(
            url=address(facts, ToMonth(month)),
            title=f"Lịch tháng {month.label}",
            month=month,
            before=ToMonth(known[index - 1]) if index else None,
            after=ToMonth(known[index + 1]) if index + 1 < len(known) else None,
            unread=tuple(mark.place for mark in broken_in_month(facts.repository, month)),
            summary=ToMonthSummary(month),
            counts=_counts(inside),
            rounds=tuple(r for r in rounds if _lies_in(r.period, month) or _lies_in(r.planned, month)),
            papers=tuple(paper for key, paper in facts.repository.assignments.items() if key.month == month),
            assigned=tuple(entry for day in listed for entry in day.meetings if entry.row.assignees),
            weeks=tuple(tuple(_grid_day(facts, inside, on) for on in week) for week in weeks(month)),
            days=listed,
        )


def _clash_notes(repository: Repository) -> Mapping[MeetingKey, tuple[ClashNote, ...]]:
    """Return what clashes for those assigned to each meeting."""
    notes: dict[MeetingKey, list[ClashNote]] = {}
    for clash in clashes(repository):
        person, words = person_subject(repository, clash.first.person), CLOSE if clash.minutes else SAME_HOUR
        for here, there in ((clash.first, clash.second), (clash.second, clash.first)):
            if isinstance(here.occasion.key, MeetingKey):
                note = ClashNote(person, words, _occasion(repository, there.occasion.key))
                notes.setdefault(here.occasion.key, []).append(note)
    return {key: tuple(noted) for key, noted in notes.items()}


def _occasion(repository: Repository, key: MeetingKey | EngagementKey) -> Subject:
    if isinstance(key, MeetingKey):
        return meeting_subject(repository, repository.meetings[key])
    return engagement_subject(repository, repository.engagements[key])


def _counts(inside: Days) -> str:
    """Return how much lies in the month, in words; empty where nothing does."""
    parts = (
        (sum(len(entries.meetings) for entries in inside.values()), "buổi sinh hoạt"),
        (sum(len(entries.engagements) for entries in inside.values()), "cuộc làm việc với đơn vị"),
        (sum(len(entries.due) for entries in inside.values()), "việc đến hạn"),
    )
    return ", ".join(f"{vi_number(number)} {word}" for number, word in parts if number)


def _lies_in(period: Period | None, month: Month) -> bool:
    if period is None or period.starts_on is None or period.ends_on is None:
        return False
    return period.starts_on <= month.last and month.first <= period.ends_on


def _grid_day(facts: Facts, inside: Days, on: date | None) -> GridDay | None:
    if on is None:
        return None
    entries, target = inside.get(on), ToDay(on)
    lines = tuple(_grid_lines(facts, entries, target)) if entries else ()
    off = facts.repository.calendar.reason_off(on)
    return GridDay(on, target if lines else None, off=off, is_today=on == facts.today, lines=lines)


def _grid_lines(facts: Facts, entries: DayEntries, day: ToDay) -> Iterator[GridLine]:
    repository = facts.repository
    if entries.worked:
        yield GridLine("Làm bù", day, "worked")
    for round_period in entries.rounds:
        yield GridLine(round_period.activity.name, round_period.activity.key_in(round_period.plan), "round")
    if len(entries.engagements) > _NAMED:
        yield GridLine(f"{len(entries.engagements)} cuộc làm việc", day, "session")
    else:
        yield from (GridLine(_short(repository, engaged), engaged.key, "session") for engaged in entries.engagements)
    if len(entries.meetings) > _NAMED:
        yield GridLine(f"{len(entries.meetings)} buổi sinh hoạt", day, "meeting")
    else:
        subjects = (meeting_subject(repository, meeting) for meeting in entries.meetings)
        yield from (GridLine(subject.name, subject.target or day, "meeting") for subject in subjects)
    for group in deadline_groups(facts, entries.due):
        yield GridLine(f"Hạn: {group.title}" + (f" ({group.total})" if group.total > 1 else ""), group.target, "due")
    if entries.report_meetings:
        yield GridLine(f"Hạn báo cáo dự sinh hoạt ({len(entries.report_meetings)})", day, "due")


def _short(repository: Repository, engaged: TeamEngagement) -> str:
    """Return an engagement named by its kind and unit alone, as little room as there is."""
    unit = unit_name(repository, engaged.engagement.unit, engaged.engagement.session_on)
    return f"{first_upper(str(engaged.activity.kind))}: {unit}"


def _day(facts: Facts, entries: DayEntries, noted: Mapping[MeetingKey, tuple[ClashNote, ...]]) -> DayList:
    repository = facts.repository
    return DayList(
        on=entries.on,
        anchor=day_anchor(entries.on),
        off=entries.off,
        worked=entries.worked,
        rounds=tuple(entries.rounds),
        sessions=tuple(session(repository, engagement) for engagement in entries.engagements),
        meetings=tuple(
            MeetingEntry(meeting_row(facts, meeting), _anchor(meeting.key), noted.get(meeting.key, ()))
            for meeting in entries.meetings
        ),
        moved=tuple(
            MovedMeeting(meeting_subject(repository, meeting), meeting.on, meeting.meeting.moves[-1].where("to"))
            for meeting in entries.moved
        ),
        due=deadline_groups(facts, entries.due),
        report_meetings=tuple(entries.report_meetings),
    )
