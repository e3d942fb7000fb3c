"""A unit: what to send by when and what is missing first, then its timeline, duties, meetings, visits and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Obligation, State, WhoKind
from ktgs.obligations.tables import Subject
from ktgs.pages import _timeline, _unit_rows
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._findings import FindingGroup, grouped
from ktgs.pages._naming import of_unit
from ktgs.pages._timeline import Entry
from ktgs.pages._unit_index import UnitIndex, unit_index
from ktgs.pages._unread import unread_of_unit
from ktgs.records.unit import Unit
from ktgs.repository.linked import Found

RECENT = 20  # lines of the timeline that are not folded away
OPEN = (State.overdue, State.unknown, State.due_soon, State.upcoming)


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The unit's obligations in one state."""

    state: State
    is_open: bool
    items: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class UnitPage:
    """All that is public about one unit. `to_do`: what it owes, `of_others`: what others owe about it, both open."""

    url: str
    title: str
    valid_from: date
    valid_to: date | None
    facts: tuple[_unit_rows.Fact, ...]
    place: Place
    is_here: bool
    unread: tuple[Place, ...]
    feed: str
    successor: Subject | None
    merged: tuple[Subject, ...]
    names: tuple[_unit_rows.Name, ...]
    followers: tuple[_unit_rows.Follower, ...]
    branches: tuple[_unit_rows.BranchRow, ...]
    to_do: tuple[Obligation, ...]
    gaps: tuple[_unit_rows.ScheduleGap, ...]
    of_others: tuple[Obligation, ...]
    upcoming: tuple[Entry, ...]
    recent: tuple[Entry, ...]
    older: tuple[Entry, ...]
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
    repository, items = index.repository, index.facts.by_unit.get(unit.id, ())
    mine = [item for item in items if item.who.kind is WhoKind.unit and item.who.id == unit.id]
    others = [item for item in items if not (item.who.kind is WhoKind.unit and item.who.id == unit.id)]
    entries = sorted(_entries(index, unit), key=lambda entry: (entry.on, entry.place, entry.words))
    past = tuple(entry for entry in reversed(entries) if entry.on <= repository.today)
    meetings = tuple(meeting_row(repository, found) for found in repository.meetings_by_unit.get(unit.id, ()))
    visits = repository.visits_by_unit.get(unit.id, ())
    return UnitPage(
        url=addresses.unit(unit.id),
        title=unit.name,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        facts=tuple(_unit_rows.facts(unit)),
        place=unit.where("name"),
        is_here=unit.exists_on(repository.today),
        unread=unread_of_unit(repository, unit.id),
        feed=addresses.unit_feed(unit.id),
        successor=of_unit(repository, unit.merged_into) if unit.merged_into else None,
        merged=tuple(of_unit(repository, other.id) for other in index.merged.get(unit.id, ())),
        names=_unit_rows.names(unit),
        followers=tuple(_unit_rows.followers(repository, unit)),
        branches=tuple(_unit_rows.branches(unit)),
        to_do=_open(mine),
        gaps=tuple(_unit_rows.gaps(index, unit)),
        of_others=_open(others),
        upcoming=tuple(entry for entry in entries if entry.on > repository.today),
        recent=past[:RECENT],
        older=past[RECENT:],
        states=tuple(_by_state(mine)),
        coming=tuple(row for row in meetings if row.on >= repository.today),
        gone=tuple(row for row in reversed(meetings) if row.on < repository.today),
        visits=tuple(_unit_rows.visit_row(repository, visit) for visit in reversed(visits)),
        engagements=tuple(_unit_rows.engagement_row(repository, held) for held in index.engagements.get(unit.id, ())),
        inherited=_what_asks_first(index, index.inherited.get(unit.id, ())),
        findings=_what_asks_first(index, index.findings.get(unit.id, ())),
    )


def _entries(index: UnitIndex, unit: Unit) -> Iterator[Entry]:
    repository = index.repository
    yield from _timeline.of_history(repository, unit, index.merged.get(unit.id, ()))
    yield from _timeline.of_schedules(index.schedules.get(unit.id, ()))
    yield from _timeline.of_meetings(repository, repository.meetings_by_unit.get(unit.id, ()))
    yield from _timeline.of_reports(repository, unit.id, index.observations.get(unit.id, ()))
    yield from _timeline.of_engagements(repository, index.engagements.get(unit.id, ()))
    yield from _timeline.of_findings((*index.findings.get(unit.id, ()), *index.inherited.get(unit.id, ())))


def _what_asks_first(index: UnitIndex, found: Iterable[Found]) -> tuple[FindingGroup, ...]:
    """Return the findings by kind, petitions and recommendations first."""
    return tuple(reversed(tuple(grouped(index.facts, found, index.reports))))


def _open(items: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Return the open obligations, the most pressing first."""
    found = [item for item in items if item.state in OPEN and not item.parts]
    return tuple(sorted(found, key=lambda item: (OPEN.index(item.state), item.due_on or date.max, item.id)))


def _by_state(items: Iterable[Obligation]) -> Iterator[StateGroup]:
    listed = sorted(items, key=lambda item: (item.due_on or date.max, item.id))
    for state in State:
        if mine := tuple(item for item in listed if item.state is state):
            yield StateGroup(state, state in OPEN, mine)
