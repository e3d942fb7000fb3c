"""What a reader who has chosen a unit (on the internal site a person, too) finds first on the first page.

Each is a small script that hands its HTML to `assets/mine.js`: a browser loads scripts from disk as from a server.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, Target, ToPerson, ToPersonFeed, ToUnitFeed
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._mine import FOLDER, PERSON, UNIT
from ktgs.pages._pressing import pressing
from ktgs.pages._subjects import unit_subject
from ktgs.pages._unit_index import UnitIndex, unit_index
from ktgs.pages._unit_rows import ScheduleGap, gaps
from ktgs.records.unit import Unit
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.meetings import is_off
from ktgs.repository.parties import PartyKey, WhoKind

_OWED = 4  # lines of a kind; the rest is on the page of the unit or person
_MEETINGS = 3


@dataclass(frozen=True, slots=True)
class MinePage:
    """`owed` are the first of `owed_count`, `meetings` of the `meeting_count` to come; `key` is how it is chosen."""

    url: str
    title: str
    key: str
    subject: Subject
    feed: Target
    owed: tuple[Obligation, ...]
    owed_count: int
    gaps: tuple[ScheduleGap, ...]
    meetings: tuple[MeetingRow, ...]
    meeting_count: int


def pages(facts: Facts) -> Iterator[MinePage]:
    """Yield one for every unit that there is today; for people on the internal site alone, where debts have names."""
    index = unit_index(facts)
    for unit_id in sorted(facts.repository.units):
        unit = facts.repository.units[unit_id]
        if unit.exists_on(facts.today):
            yield _of_unit(index, unit)
    if facts.is_internal:
        for person in sorted(facts.repository.people):
            yield _of_person(facts, person)


def _of_unit(index: UnitIndex, unit: Unit) -> MinePage:
    facts, own = index.facts, PartyKey(WhoKind.unit, unit.id)
    owed = pressing(item for item in facts.by_unit.get(unit.id, ()) if item.who.key == own)
    meetings = _coming(facts, facts.repository.meetings_by_unit.get(unit.id, ()))
    subject = unit_subject(facts.repository, unit.id)
    return _page(f"{UNIT}/{unit.id}", subject, ToUnitFeed(unit.id), owed, tuple(gaps(index, unit)), meetings)


def _of_person(facts: Facts, person: str) -> MinePage:
    owed = pressing(facts.by_person.get(person, ()))
    assigned = facts.repository.assigned_by_person.get(person, ())
    meetings = _coming(facts, tuple({item.key: item.meeting for item in assigned if item.meeting}.values()))
    subject = Subject(facts.repository.people[person].full_name, ToPerson(person))
    return _page(f"{PERSON}/{person}", subject, ToPersonFeed(person), owed, (), meetings)


def _page(
    key: str,
    subject: Subject,
    feed: Target,
    owed: tuple[Obligation, ...],
    left_out: tuple[ScheduleGap, ...],
    meetings: tuple[MeetingRow, ...],
) -> MinePage:
    return MinePage(
        url=f"{FOLDER}/{key}.js",
        title=subject.name,
        key=key,
        subject=subject,
        feed=feed,
        owed=owed[:_OWED],
        owed_count=len(owed),
        gaps=left_out,
        meetings=meetings[:_MEETINGS],
        meeting_count=len(meetings),
    )


def _coming(facts: Facts, meetings: tuple[ScheduledMeeting, ...]) -> tuple[MeetingRow, ...]:
    coming = [found for found in meetings if found.on >= facts.today and not is_off(found.meeting)]
    coming.sort(key=lambda found: (found.on, found.meeting.announced.at, found.key))
    return tuple(meeting_row(facts, found) for found in coming)
