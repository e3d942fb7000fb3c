"""Who is to be where and when: at meetings by assignment, at sessions as a member of a team."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from ktgs.language.diagnostics import Place
from ktgs.records.team import Mode, Team
from ktgs.repository.attendance import is_off
from ktgs.repository.index import Repository
from ktgs.repository.linked import Assigned, Held


@dataclass(frozen=True, slots=True)
class Attending:
    """One person expected at one unit.

    `is_private`: known only from a replacement. `together`: the team, where the session needs no way to the unit.
    """

    person: str
    unit: str
    on: date
    at: time | None
    place: Place
    is_private: bool = False
    together: Team | None = None


def attendings(repository: Repository) -> Iterator[Attending]:
    """Yield everyone expected anywhere: not at what is called off, not whom somebody replaces, not the absent."""
    for assigned in repository.assigned:
        yield from _at_meeting(assigned)
    for held in repository.engagements:
        yield from _at_session(held)


def _at_meeting(assigned: Assigned) -> Iterator[Attending]:
    item, found = assigned.item, assigned.meeting
    if found is None or is_off(found.meeting) or item.absence:
        return
    on, at, _ = found.meeting.announced
    place = item.where("replaced_by" if item.replaced_by else "person")
    yield Attending(item.replaced_by or item.person, assigned.key.unit, on, at, place, item.replaced_by is not None)


def _at_session(held: Held) -> Iterator[Attending]:
    engagement, on = held.engagement, held.engagement.session_on
    if on is None or (engagement.status and engagement.held_on is None):
        return
    place = engagement.where("at" if engagement.at else "unit")
    team = None if engagement.mode is Mode.on_site else held.team
    for member in held.team.members:
        if member.covers(on):
            yield Attending(member.person, engagement.unit, on, engagement.at, place, together=team)
