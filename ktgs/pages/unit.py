"""A unit: what to send by when and what is missing first, then its timeline, duties, meetings, visits and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import OPEN, Obligation, State
from ktgs.obligations.targets import Subject, ToUnit, ToUnitFeed
from ktgs.pages import _unit_rows
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._awaiting import awaiting_office
from ktgs.pages._findings import FindingGroup, grouped
from ktgs.pages._letter import Letter, debts
from ktgs.pages._obligations import Line, due_key
from ktgs.pages._pressing import pressing
from ktgs.pages._subjects import unit_subject
from ktgs.pages._timeline import Happening
from ktgs.pages._unit_index import UnitIndex, unit_index
from ktgs.pages._unit_timeline import happenings
from ktgs.records.unit import Unit
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.marks import broken_about_unit
from ktgs.repository.parties import PartyKey, WhoKind
from ktgs.repository.units import sub_unit_word


def address(_: Facts, target: ToUnit) -> str:
    """Return the address of a unit's page."""
    return f"don-vi/{target.unit}.html"


ADDRESSES = {ToUnit: address}
AWAITING = "Văn phòng cần ghi bổ sung"
RECENT = 20  # lines of the timeline that are not folded away


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The unit's obligations in one state, or those that wait for the office."""

    anchor: str
    name: str
    is_open: bool
    items: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class UnitPage:
    """All that is public about one unit. `to_do`: what it can do now, `of_others`: what others can do now for it.

    `awaiting`: what the office has only to write down; `missed`: what the unit can no longer do, where it is listed.
    `sub_unit`: what its sub-units are called. `letter`: what is to do, to be copied; None where nothing is.
    """

    url: str
    title: str
    unit: Unit
    sub_unit: str
    facts: tuple[_unit_rows.UnitFact, ...]
    is_here: bool
    unread: tuple[Place, ...]
    feed: ToUnitFeed
    successor: Subject | None
    merged: tuple[Subject, ...]
    names: tuple[_unit_rows.UnitName, ...]
    followers: tuple[_unit_rows.FollowerRow, ...]
    to_do: tuple[Obligation, ...]
    gaps: tuple[_unit_rows.ScheduleGap, ...]
    of_others: tuple[Obligation, ...]
    letter: Letter | None
    awaiting: tuple[Line, ...]
    missed: StateGroup | None
    upcoming: tuple[Happening, ...]
    recent: tuple[Happening, ...]
    older: tuple[Happening, ...]
    states: tuple[StateGroup, ...]
    coming: tuple[MeetingRow, ...]
    gone: tuple[MeetingRow, ...]
    visits: tuple[_unit_rows.VisitRow, ...]
    engagements: tuple[_unit_rows.EngagementRow, ...]
    inherited: tuple[FindingGroup, ...]
    findings: tuple[FindingGroup, ...]


def pages(facts: Facts) -> Iterator[UnitPage]:
    """Yield a page for every unit, in order of id."""
    index = unit_index(facts)
    for unit_id in sorted(facts.repository.units):
        yield _page(index, facts.repository.units[unit_id])


def _page(index: UnitIndex, unit: Unit) -> UnitPage:
    facts, repository = index.facts, index.repository
    items, own = facts.by_unit.get(unit.id, ()), PartyKey(WhoKind.unit, unit.id)
    owed = [item for item in items if item.who.key == own]
    entries = sorted(happenings(index, unit), key=lambda entry: (entry.on, entry.place, entry.words))
    past = tuple(entry for entry in reversed(entries) if entry.on <= repository.today)
    meetings = tuple(meeting_row(facts, meeting) for meeting in repository.meetings_by_unit.get(unit.id, ()))
    engagements = index.engagements.get(unit.id, ())
    groups = tuple(_by_state(owed))
    to_do, of_others = pressing(owed), pressing(item for item in items if item.who.key != own)
    letter = debts(facts, unit.name, to_do, of_others)
    return UnitPage(
        url=address(facts, ToUnit(unit.id)),
        title=unit.name,
        unit=unit,
        sub_unit=sub_unit_word(repository, unit.id),
        facts=tuple(_unit_rows.facts(unit)),
        is_here=unit.exists_on(repository.today),
        unread=tuple(mark.place for mark in broken_about_unit(repository, unit.id)),
        feed=ToUnitFeed(unit.id),
        successor=unit_subject(repository, unit.merged_into) if unit.merged_into else None,
        merged=tuple(unit_subject(repository, other.id) for other in index.merged.get(unit.id, ())),
        names=_unit_rows.names(unit),
        followers=tuple(_unit_rows.followers(repository, unit)),
        to_do=to_do,
        gaps=tuple(_unit_rows.gaps(index, unit)),
        of_others=of_others,
        letter=letter if letter.passages else None,
        awaiting=awaiting_office(facts, items),
        missed=next((group for group in groups if group.anchor == _anchor(State.missed)), None),
        upcoming=tuple(entry for entry in entries if entry.on > repository.today),
        recent=past[:RECENT],
        older=past[RECENT:],
        states=groups,
        coming=tuple(row for row in meetings if row.on >= repository.today),
        gone=tuple(row for row in reversed(meetings) if row.on < repository.today),
        visits=tuple(_unit_rows.visit_row(repository, v) for v in reversed(repository.visits_by_unit.get(unit.id, ()))),
        engagements=tuple(_unit_rows.engagement_row(repository, engagement) for engagement in engagements),
        inherited=_what_asks_first(index, index.inherited.get(unit.id, ())),
        findings=_what_asks_first(index, index.findings.get(unit.id, ())),
    )


def _what_asks_first(index: UnitIndex, findings: Iterable[ReportedFinding]) -> tuple[FindingGroup, ...]:
    """Return the findings by kind, petitions and recommendations first."""
    return tuple(reversed(tuple(grouped(index.facts, findings))))


def _by_state(items: Iterable[Obligation]) -> Iterator[StateGroup]:
    """Yield the groups in the order of the states, what waits for the office behind what else is unknown."""
    listed = sorted(items, key=due_key)
    waiting = tuple(item for item in listed if item.is_open and item.awaits_office)
    for state in State:
        if group := tuple(item for item in listed if item.state is state and item not in waiting):
            yield StateGroup(_anchor(state), str(state), state in OPEN, group)
        if state is State.unknown and waiting:
            yield StateGroup("viec-van-phong-ghi", AWAITING, True, waiting)


def _anchor(state: State) -> str:
    return f"viec-{state.name}"
