"""What an entry of a calendar is about (its kind, units, people), and what a page can be narrowed to by that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

from ktgs.addresses.views import View
from ktgs.facts.facts import Facts
from ktgs.language.text import VietnameseKey, person_key, slug, vietnamese_key
from ktgs.obligations.obligation import Obligation, unit_of
from ktgs.records.keys import TeamKey
from ktgs.repository.linked import ScheduledMeeting, TeamEngagement
from ktgs.repository.parties import WhoKind
from ktgs.repository.presence import members_on


class EntryKind(Enum):
    """What an entry is; its name stands in addresses, its value is what readers choose."""

    sinh_hoat = "Sinh hoạt"
    phan_cong = "Sinh hoạt có phân công người dự"
    kiem_tra = "Kiểm tra, giám sát"
    han = "Hạn"

    @property
    def slug(self) -> str:
        """The kind in addresses."""
        return self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class EntryMarks:
    """What one entry is about, by ids."""

    kinds: tuple[EntryKind, ...]
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterChoice(View):
    """Something that a page can be narrowed to: its value in the address, its words, and a unit's cluster."""

    value: str
    words: str
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """All that a page can be narrowed to."""

    kinds: tuple[FilterChoice, ...]
    clusters: tuple[FilterChoice, ...]
    units: tuple[FilterChoice, ...]
    people: tuple[FilterChoice, ...]


def meeting_marks(facts: Facts, meeting: ScheduledMeeting) -> EntryMarks:
    """Return what a meeting is about: its unit, and those assigned to it."""
    people = _assigned(facts, meeting)
    kinds = (EntryKind.sinh_hoat, EntryKind.phan_cong) if people else (EntryKind.sinh_hoat,)
    return EntryMarks(kinds, (meeting.key.unit,), people)


def session_marks(engaged: TeamEngagement) -> EntryMarks:
    """Return what an engagement is about: its unit, and those in the team on its day."""
    on = engaged.engagement.session_on
    people = members_on(engaged.team, on) if on else ()
    return EntryMarks((EntryKind.kiem_tra,), (engaged.engagement.unit,), people)


def due_marks(facts: Facts, items: Iterable[Obligation]) -> EntryMarks:
    """Return what obligations are about: their units, the people who owe them, those in the team on the day."""
    units: dict[str, None] = {}
    people: dict[str, None] = {}
    for item in items:
        if unit := unit_of(item):
            units[unit] = None
        if item.who.kind is WhoKind.person:
            people[item.who.id] = None
        elif item.who.kind is WhoKind.team and item.due_on:
            team = facts.repository.teams.get(TeamKey(item.plan.id, item.who.id))
            people |= dict.fromkeys(members_on(team, item.due_on) if team else ())
    return EntryMarks((EntryKind.han,), tuple(units), tuple(people))


def reports_marks(facts: Facts, meetings: Iterable[ScheduledMeeting]) -> EntryMarks:
    """Return what reports that are due on a day are about: the units that met, and those assigned."""
    listed = tuple(meetings)
    people = dict.fromkeys(person for meeting in listed for person in _assigned(facts, meeting))
    return EntryMarks((EntryKind.han,), tuple(dict.fromkeys(meeting.key.unit for meeting in listed)), tuple(people))


def choices(facts: Facts, marks: Iterable[EntryMarks]) -> FilterChoices:
    """Return what a page whose entries have these marks can be narrowed to, in Vietnamese order."""
    listed = tuple(marks)
    kinds = {kind for one in listed for kind in one.kinds}
    units = {unit for one in listed for unit in one.units}
    people = {person for one in listed for person in one.people}
    known = facts.repository.units
    clusters = {known[unit].cluster or "" for unit in units if unit in known} - {""}
    return FilterChoices(
        kinds=tuple(FilterChoice(kind.slug, kind.value) for kind in EntryKind if kind in kinds),
        clusters=tuple(FilterChoice(slug(name), name) for name in sorted(clusters, key=vietnamese_key)),
        units=_chosen(_every_unit(facts), units, _order_of_unit),
        people=_chosen(_every_person(facts), people, _order_of_person),
    )


def _chosen(
    every: tuple[FilterChoice, ...], ids: set[str], order: Callable[[FilterChoice], Any]
) -> tuple[FilterChoice, ...]:
    """Return the choices of these ids in order; what stands in a file that cannot be read is called by its id."""
    chosen = [choice for choice in every if choice.value in ids]
    if unread := ids - {choice.value for choice in chosen}:
        chosen = sorted((*chosen, *(FilterChoice(one, one) for one in unread)), key=order)
    return tuple(chosen)


def _order_of_unit(choice: FilterChoice) -> tuple[VietnameseKey, str]:
    return vietnamese_key(choice.words), choice.value


def _order_of_person(choice: FilterChoice) -> tuple[tuple[VietnameseKey, ...], str]:
    return person_key(choice.words), choice.value


@lru_cache(maxsize=1)
def _every_unit(facts: Facts) -> tuple[FilterChoice, ...]:
    units = facts.repository.units.values()
    every = (FilterChoice(unit.id, unit.name, slug(unit.cluster or "")) for unit in units)
    return tuple(sorted(every, key=_order_of_unit))


@lru_cache(maxsize=1)
def _every_person(facts: Facts) -> tuple[FilterChoice, ...]:
    every = (FilterChoice(person.id, person.full_name) for person in facts.repository.people.values())
    return tuple(sorted(every, key=_order_of_person))


def _assigned(facts: Facts, meeting: ScheduledMeeting) -> tuple[str, ...]:
    assigned = facts.repository.assigned_by_meeting.get(meeting.key, ())
    return tuple(dict.fromkeys(item.item.person for item in assigned))
