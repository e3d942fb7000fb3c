"""Who is expected at two units at nearly the same time, as far as the public may know: at meetings and at sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import permutations

from ktgs.checks.clashes import CLOSE, CLOSE_MINUTES, SAME_HOUR
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_engagement, of_meeting, of_person
from ktgs.records.team import Mode, Team
from ktgs.repository.index import Repository
from ktgs.repository.linked import MeetingKey


@dataclass(frozen=True, slots=True)
class Clash:
    """A person assigned to a meeting is expected elsewhere at nearly the same time."""

    person: Subject
    words: str
    other: Subject


@dataclass(frozen=True, slots=True)
class _Expected:
    """Somebody expected at a unit; `meeting`: the meeting, `together`: the team whose session needs no way there."""

    unit: str
    at: time
    subject: Subject
    meeting: MeetingKey | None
    together: Team | None


def clashes(repository: Repository) -> dict[MeetingKey, tuple[Clash, ...]]:
    """Return the clashes of those assigned to each meeting; the rule is that of the check (M301, M302)."""
    days: dict[tuple[str, date], list[_Expected]] = {}
    for person, on, expected in _everyone(repository):
        days.setdefault((person, on), []).append(expected)
    found: dict[MeetingKey, list[Clash]] = {}
    for (person, _), mine in days.items():
        for here, there in permutations(mine, 2):
            minutes = _apart(here.at, there.at)
            is_one_session = here.together is not None and here.together is there.together
            if here.meeting and here.unit != there.unit and minutes < CLOSE_MINUTES and not is_one_session:
                words = (CLOSE if minutes else SAME_HOUR).title
                found.setdefault(here.meeting, []).append(Clash(of_person(repository, person), words, there.subject))
    return {key: tuple(mine) for key, mine in found.items()}


def _apart(first: time, second: time) -> int:
    return abs(first.hour * 60 + first.minute - second.hour * 60 - second.minute)


def _everyone(repository: Repository) -> Iterator[tuple[str, date, _Expected]]:
    """Yield person and day of everyone expected anywhere that still stands."""
    for assigned in repository.assigned:
        found = assigned.meeting
        if found and not found.meeting.status and found.meeting.took_place is not False:
            subject, at = of_meeting(repository, found), found.meeting.announced.at
            yield assigned.item.person, found.on, _Expected(found.key.unit, at, subject, found.key, None)
    for held in repository.engagements:
        engagement, on = held.engagement, held.engagement.session_on
        if on is None or engagement.at is None or (engagement.status and engagement.held_on is None):
            continue
        together = None if engagement.mode is Mode.on_site else held.team
        session = _Expected(engagement.unit, engagement.at, of_engagement(repository, held), None, together)
        yield from ((member.person, on, session) for member in held.team.members if member.covers(on))
