"""Weeks of the calendar as rows of a grid: rounds as bars over their days, what lies on each day as short lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, vi_date
from ktgs.obligations.targets import Subject, Target, ToDay
from ktgs.pages._calendar import DayEntries, RoundPeriod, days, deadline_groups, lists_by_day, round_periods
from ktgs.pages._calendar_marks import EntryMarks, due_marks, meeting_marks, reports_marks, session_marks
from ktgs.pages._subjects import meeting_subject
from ktgs.records.keys import MeetingKey
from ktgs.repository.linked import ScheduledMeeting, TeamEngagement
from ktgs.repository.meetings import is_off, meeting_state
from ktgs.repository.naming import unit_name
from ktgs.repository.sessions import is_called_off, session_state


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line in a day; `kind` is its style. `is_off`: it is not held there; `note`: what became of it, else empty."""

    text: str
    target: Target
    kind: str
    marks: EntryMarks
    is_off: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class GridDay:
    """A day of the grid; `off`: why it is off, `worked`: in exchange for which day; empty where it is not.

    `meetings` stand apart, as there may be many; `counted`: how many there are where pages of days list them.
    """

    on: date
    anchor: str
    target: ToDay
    off: str
    worked: str
    is_today: bool
    lines: tuple[GridLine, ...]
    meetings: tuple[GridLine, ...]
    counted: int

    @property
    def meeting_count(self) -> int:
        """How many meetings stand on the day, those moved away left out."""
        return sum(line.kind == "meeting" for line in self.meetings)

    @property
    def is_bare(self) -> bool:
        """Whether the day has nothing to tell: nothing happens or is due, and it is off or worked as any other."""
        is_special = self.worked or (self.off and self.on.weekday() < 5)
        return not (self.lines or self.meetings or self.counted or is_special)


@dataclass(frozen=True, slots=True)
class RoundBar:
    """A round over some days of a week: so many days before it, its own, and after it.

    `from_before`, `goes_on`: it begins before the row or goes on after it.
    """

    subject: Subject
    about: str
    before: int
    length: int
    after: int
    from_before: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class GridWeek:
    """A row of seven days, None for a day that is not shown, with the bars over them."""

    days: tuple[GridDay | None, ...]
    bars: tuple[RoundBar, ...]


def grid_week(facts: Facts, shown: Sequence[date | None]) -> GridWeek:
    """Return seven days from Monday as a row of a grid."""
    return GridWeek(
        tuple(_day(facts, on) if on else None for on in shown),
        bars(facts, shown),
    )


def bars(facts: Facts, shown: Sequence[date | None]) -> tuple[RoundBar, ...]:
    """Return the rounds whose days are known that lie on some of seven days from Monday."""
    return tuple(bar for of in round_periods(facts.repository) if (bar := _bar(of, shown)))


def _bar(of: RoundPeriod, shown: Sequence[date | None]) -> RoundBar | None:
    """Return the bar of a round whose days are known, None where it lies on none of those shown."""
    span = of.period
    if span.month_only or span.starts_on is None or span.ends_on is None:
        return None
    covered = [index for index, on in enumerate(shown) if on and span.covers(on)]
    if not covered:
        return None
    first, last = shown[covered[0]], shown[covered[-1]]
    return RoundBar(
        of.subject,
        about=f"{vi_date(span.starts_on)} – {vi_date(span.ends_on)}",
        before=covered[0],
        length=len(covered),
        after=len(shown) - 1 - covered[-1],
        from_before=first != span.starts_on,
        goes_on=last != span.ends_on,
    )


def _day(facts: Facts, on: date) -> GridDay:
    entries = days(facts).get(on) or DayEntries(on)
    only_counted = lists_by_day(facts)
    worked = f"Làm bù cho {vi_date(entries.worked.instead_of)}" if entries.worked else ""
    return GridDay(
        on,
        f"ngay-{on.day:02}",
        ToDay(on),
        off=facts.repository.calendar.reason_off(on),
        worked=worked,
        is_today=on == facts.today,
        lines=tuple(_lines(facts, entries)),
        meetings=() if only_counted else tuple(_meeting_lines(facts, entries)),
        counted=len(entries.meetings) if only_counted else 0,
    )


def _lines(facts: Facts, entries: DayEntries) -> Iterator[GridLine]:
    repository = facts.repository
    for engaged in entries.engagements:
        is_off = is_called_off(engaged.engagement)
        note = str(session_state(engaged.engagement)) if is_off else ""
        yield GridLine(_short(facts, engaged), engaged.key, "session", session_marks(engaged), is_off, note)
    for group in deadline_groups(facts, entries.due):
        text = f"Hạn: {group.title}" + (f" ({group.total})" if group.total > 1 else "")
        yield GridLine(text, group.target, "due", due_marks(facts, group.items))
    if entries.report_meetings:
        keys = (subject.target for subject in entries.report_meetings)
        meetings = [repository.meetings[key] for key in keys if isinstance(key, MeetingKey)]
        text = f"Hạn báo cáo dự sinh hoạt ({len(meetings)})"
        yield GridLine(text, ToDay(entries.on), "due", reports_marks(facts, meetings))


def _meeting_lines(facts: Facts, entries: DayEntries) -> Iterator[GridLine]:
    for meeting in entries.meetings:
        note = str(meeting_state(meeting.meeting)) if is_off(meeting.meeting) else ""
        yield _meeting(facts, meeting, "meeting", f"{meeting.meeting.announced.at:%H:%M} ", note)
    for meeting in entries.moved:
        yield _meeting(facts, meeting, "moved", "", f"dời sang {vi_date(meeting.on)}")


def _meeting(facts: Facts, meeting: ScheduledMeeting, kind: str, before: str, note: str) -> GridLine:
    text = before + meeting_subject(facts.repository, meeting).name
    return GridLine(text, meeting.key, kind, meeting_marks(facts, meeting), bool(note), note)


def _short(facts: Facts, engaged: TeamEngagement) -> str:
    """Return an engagement named by its kind and unit alone, as little room as there is."""
    unit = unit_name(facts.repository, engaged.engagement.unit, engaged.engagement.session_on)
    return f"{first_upper(str(engaged.activity.kind))}: {unit}"
