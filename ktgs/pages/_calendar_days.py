"""A day of the calendar as a list: what lies on it in full, each entry with what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.targets import Subject, ToDay, ToDayMeetings
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._calendar import (
    DayEntries,
    DeadlineGroup,
    RoundPeriod,
    day_anchor,
    days,
    deadline_groups,
    lists_by_day,
    meeting_anchor,
)
from ktgs.pages._calendar_marks import EntryMarks, due_marks, meeting_marks, reports_marks, session_marks
from ktgs.pages._sessions import Session, session
from ktgs.pages._subjects import engagement_subject, meeting_subject, person_subject
from ktgs.records.calendar import RecordedDayOff, RecordedWorkedDay
from ktgs.records.keys import EngagementKey, MeetingKey
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.meetings import is_off
from ktgs.repository.presence import clashes
from ktgs.repository.repository import Repository

SAME_HOUR = "Cùng giờ ở hai đơn vị"
CLOSE = "Hai đơn vị cách nhau dưới 90 phút"


@dataclass(frozen=True, slots=True)
class ClashNote:
    """Somebody assigned to a meeting is expected elsewhere at nearly the same time."""

    person: Subject
    words: str
    other: Subject


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """An engagement on its day."""

    session: Session
    marks: EntryMarks


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting with its anchor and the clashes of those assigned. `is_off`: cancelled or postponed."""

    row: MeetingRow
    anchor: str
    clashes: tuple[ClashNote, ...]
    is_off: bool
    marks: EntryMarks


@dataclass(frozen=True, slots=True)
class MovedMeeting:
    """A meeting that was to be held on the day, and the day on which it is held now, which leads to it there."""

    name: str
    to: date
    target: MeetingKey
    place: Place
    marks: EntryMarks


@dataclass(frozen=True, slots=True)
class DueEntry:
    """What is due of one duty."""

    group: DeadlineGroup
    marks: EntryMarks


@dataclass(frozen=True, slots=True)
class ReportsDue:
    """The assigned meetings on which reports are due; who reports is not told."""

    meetings: tuple[Subject, ...]
    marks: EntryMarks


@dataclass(frozen=True, slots=True)
class DayList:
    """A day of a list. `meetings_page` lists its meetings where they are too many to be listed here."""

    on: date
    anchor: str
    is_today: bool
    off: RecordedDayOff | None = None
    worked: RecordedWorkedDay | None = None
    rounds: tuple[RoundPeriod, ...] = ()
    sessions: tuple[SessionEntry, ...] = ()
    meetings: tuple[MeetingEntry, ...] = ()
    moved: tuple[MovedMeeting, ...] = ()
    due: tuple[DueEntry, ...] = ()
    reports: ReportsDue | None = None
    meeting_count: int = 0
    meetings_page: ToDayMeetings | None = None

    @property
    def has_entries(self) -> bool:
        """Whether anything happens or is due on the day."""
        return bool(self.sessions or self.meeting_count or self.moved or self.due or self.reports or self.rounds)

    @property
    def target(self) -> ToDay:
        """The day in its week."""
        return ToDay(self.on)

    @property
    def marks(self) -> Iterator[EntryMarks]:
        """What its entries are about."""
        yield from (entry.marks for entry in self.sessions)
        yield from (entry.marks for entry in self.meetings)
        yield from (entry.marks for entry in self.moved)
        yield from (entry.marks for entry in self.due)
        if self.reports:
            yield self.reports.marks


def day_list(facts: Facts, on: date, *, whole: bool = False) -> DayList:
    """Return a day as a list, its meetings counted where they have a page of their own; `whole`: listed even so."""
    entries = days(facts).get(on)
    if entries is None:
        return DayList(on, day_anchor(on), on == facts.today)
    counts_only = lists_by_day(facts) and not whole and bool(entries.meetings or entries.moved)
    return DayList(
        on=on,
        anchor=day_anchor(on),
        is_today=on == facts.today,
        off=entries.off,
        worked=entries.worked,
        rounds=tuple(entries.rounds),
        sessions=tuple(
            SessionEntry(session(facts.repository, engaged), session_marks(engaged)) for engaged in entries.engagements
        ),
        meetings=() if counts_only else tuple(_meetings(facts, entries)),
        moved=() if counts_only else tuple(_moved(facts, entries)),
        due=tuple(DueEntry(group, due_marks(facts, group.items)) for group in deadline_groups(facts, entries.due)),
        reports=_reports(facts, entries),
        meeting_count=len(entries.meetings),
        meetings_page=ToDayMeetings(on) if counts_only else None,
    )


def _meetings(facts: Facts, entries: DayEntries) -> Iterator[MeetingEntry]:
    noted = _clash_notes(facts)
    for meeting in entries.meetings:
        yield meeting_entry(facts, meeting, noted.get(meeting.key, ()))


def meeting_entry(facts: Facts, meeting: ScheduledMeeting, noted: tuple[ClashNote, ...] = ()) -> MeetingEntry:
    """Return a meeting as a list has it."""
    row, anchor = meeting_row(facts, meeting), meeting_anchor(meeting.key)
    return MeetingEntry(row, anchor, noted, is_off=is_off(meeting.meeting), marks=meeting_marks(facts, meeting))


def clashes_at(facts: Facts, meeting: MeetingKey) -> tuple[ClashNote, ...]:
    """Return what clashes for those assigned to a meeting."""
    return _clash_notes(facts).get(meeting, ())


def _moved(facts: Facts, entries: DayEntries) -> Iterator[MovedMeeting]:
    for meeting in entries.moved:
        name = meeting_subject(facts.repository, meeting).name
        place = meeting.meeting.moves[-1].where("to")
        yield MovedMeeting(name, meeting.on, meeting.key, place, meeting_marks(facts, meeting))


def _reports(facts: Facts, entries: DayEntries) -> ReportsDue | None:
    if not entries.report_meetings:
        return None
    keys = (subject.target for subject in entries.report_meetings)
    meetings = (facts.repository.meetings[key] for key in keys if isinstance(key, MeetingKey))
    return ReportsDue(tuple(entries.report_meetings), reports_marks(facts, meetings))


@lru_cache(maxsize=1)
def _clash_notes(facts: Facts) -> Mapping[MeetingKey, tuple[ClashNote, ...]]:
    """Return what clashes for those assigned to each meeting."""
    repository = facts.repository
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
