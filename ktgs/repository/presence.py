"""Who is to be where and when, at meetings by assignment and at sessions as a member of a team; and what clashes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import combinations

from ktgs.language.diagnostics import Place
from ktgs.records.keys import EngagementKey, MeetingKey, TeamKey
from ktgs.records.team import Mode, Team
from ktgs.repository.linked import Assigned, TeamEngagement
from ktgs.repository.meetings import is_off
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import is_called_off

CLOSE_MINUTES = 90  # records.md, Positions


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that people are expected at. `together`: the team, where the session needs no way to the unit."""

    key: MeetingKey | EngagementKey
    unit: str
    on: date
    at: time | None
    together: TeamKey | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """One person expected at one occasion. `is_private`: known only from a replacement."""

    person: str
    occasion: Occasion
    place: Place
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Two occasions at two units that one person is expected at, less than 90 minutes apart."""

    first: Presence
    second: Presence
    minutes: int


def presences(repository: Repository) -> Iterator[Presence]:
    """Yield everyone expected anywhere: not at what is called off, not whom somebody replaces, not the absent."""
    for assigned in repository.assigned:
        yield from _at_meeting(assigned)
    for session in repository.engagements.values():
        yield from _at_session(session)


def _at_meeting(assigned: Assigned) -> Iterator[Presence]:
    item, scheduled = assigned.item, assigned.meeting
    if scheduled is None or is_off(scheduled.meeting) or item.absence:
        return
    on, at, _ = scheduled.meeting.announced
    place = item.where("replaced_by" if item.replaced_by else "person")
    occasion = Occasion(assigned.key, assigned.key.unit, on, at)
    yield Presence(item.replaced_by or item.person, occasion, place, is_private=item.replaced_by is not None)


def _at_session(session: TeamEngagement) -> Iterator[Presence]:
    engagement, on = session.engagement, session.engagement.session_on
    if on is None or is_called_off(engagement):
        return
    together = None if engagement.mode is Mode.on_site else session.team.key
    occasion = Occasion(
        key=session.key,
        unit=engagement.unit,
        on=on,
        at=engagement.at,
        together=together,
    )
    for person in members_on(session.team, on):
        yield Presence(person, occasion, engagement.where("at" if engagement.at else "unit"))


def members_on(team: Team, day: date) -> tuple[str, ...]:
    """Return who is in a team on a day, each once, in the order of its decision."""
    return tuple(dict.fromkeys(member.person for member in team.members if member.covers(day)))


def clashes(repository: Repository) -> Iterator[Clash]:
    """Yield each two presences of one person that clash, the earlier first; those without an hour never do."""
    days: dict[tuple[str, date], list[Presence]] = {}
    for presence in presences(repository):
        if presence.occasion.at is not None:
            days.setdefault((presence.person, presence.occasion.on), []).append(presence)
    for same_day in days.values():
        same_day.sort(key=lambda presence: (presence.occasion.at or time.min, presence.place))
        for first, second in combinations(same_day, 2):
            minutes = _minutes(second.occasion.at) - _minutes(first.occasion.at)
            if minutes < CLOSE_MINUTES and _need_two_ways(first.occasion, second.occasion):
                yield Clash(first, second, minutes)


def _need_two_ways(first: Occasion, second: Occasion) -> bool:
    is_one_session = first.together is not None and first.together == second.together
    return first.unit != second.unit and not is_one_session


def _minutes(at: time | None) -> int:
    return at.hour * 60 + at.minute if at else 0
