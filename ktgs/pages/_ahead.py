"""What comes next: engagements with a day, and the meetings of the coming days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ktgs.facts.facts import Facts
from ktgs.obligations.targets import ToDay
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._sessions import Session, session
from ktgs.repository.meetings import is_off
from ktgs.repository.sessions import SessionState, session_state


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A coming day: its meetings with somebody assigned, how many others there are, and where all of them are."""

    on: date
    assigned: tuple[MeetingRow, ...]
    others: int
    target: ToDay


def sessions_ahead(facts: Facts) -> tuple[Session, ...]:
    """Return the engagements that are to come, by day."""
    coming = [
        engagement
        for engagement in facts.repository.engagements.values()
        if session_state(engagement.engagement) is SessionState.planned
        and engagement.engagement.planned_on
        and engagement.engagement.planned_on >= facts.today
    ]
    coming.sort(key=lambda item: (str(item.engagement.planned_on), str(item.engagement.at), item.team.id))
    return tuple(session(facts.repository, engagement) for engagement in coming)


def meetings_ahead(facts: Facts, until: date) -> tuple[MeetingRow, ...]:
    """Return the meetings from today to a day that stand."""
    coming = [
        meeting
        for meeting in facts.repository.meetings.values()
        if facts.today <= meeting.on <= until and not is_off(meeting.meeting)
    ]
    coming.sort(key=lambda meeting: (meeting.on, meeting.meeting.announced.at, meeting.key))
    return tuple(meeting_row(facts, meeting) for meeting in coming)


def days_ahead(rows: Iterable[MeetingRow]) -> Iterator[DayAhead]:
    """Yield the days of meetings that are sorted by day."""
    for on, group in groupby(rows, key=lambda row: row.on):
        listed = list(group)
        assigned = tuple(row for row in listed if row.assignees)
        yield DayAhead(on, assigned, len(listed) - len(assigned), ToDay(on))
