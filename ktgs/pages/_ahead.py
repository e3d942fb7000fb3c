"""What comes next, day by day: deadlines, engagements, meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import ToDay
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._calendar import DeadlineGroup, deadline_groups
from ktgs.pages._sessions import Session, session
from ktgs.repository.linked import grouped
from ktgs.repository.meetings import is_off
from ktgs.repository.sessions import SessionState, session_state


@dataclass(frozen=True, slots=True)
class ComingDay:
    """A coming day: what is due on it, the engagements, how many meetings, with how many of them somebody assigned."""

    on: date
    due: tuple[DeadlineGroup, ...]
    sessions: tuple[Session, ...]
    meetings: int
    assigned: int
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


def coming_days(facts: Facts, due: Iterable[Obligation], until: date) -> Iterator[ComingDay]:
    """Yield the days from today to a day on which something of `due` is due, is inspected or is met."""
    owed = grouped((item.due_on, item) for item in due)
    sessions = grouped((found.on, found) for found in sessions_ahead(facts))
    meetings = grouped((row.on, row) for row in meetings_ahead(facts, until))
    for number in range((until - facts.today).days + 1):
        on = facts.today + timedelta(days=number)
        if on in owed or on in sessions or on in meetings:
            met = meetings.get(on, ())
            yield ComingDay(
                on=on,
                due=deadline_groups(facts, owed.get(on, ())),
                sessions=sessions.get(on, ()),
                meetings=len(met),
                assigned=sum(bool(row.assignees) for row in met),
                target=ToDay(on),
            )
