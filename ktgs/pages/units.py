"""The list of units: by cluster, what each owes now, when it was last visited and inspected; closed ones apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.text import slug, vietnamese_key
from ktgs.obligations.obligation import State, WhoKind
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_engagement, of_person, of_report, of_unit
from ktgs.records.unit import Unit
from ktgs.repository.linked import Held

SHOWN = (State.overdue, State.unknown, State.due_soon)
NO_CLUSTER = "Chưa xếp cụm"


@dataclass(frozen=True, slots=True)
class Owed:
    """How many obligations of a unit are in a state."""

    state: State
    count: int


@dataclass(frozen=True, slots=True)
class Last:
    """The last visit or engagement."""

    on: date
    subject: Subject


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit that exists today."""

    subject: Subject
    kind: str
    branches: int
    member_count: int | None
    followers: tuple[Subject, ...]
    owed: tuple[Owed, ...]
    visited: Last | None
    inspected: Last | None
    place: Place


@dataclass(frozen=True, slots=True)
class Cluster:
    """The units of one cluster."""

    anchor: str
    name: str
    rows: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True)
class AbsentRow:
    """A unit that does not exist today: closed or not yet begun."""

    subject: Subject
    valid_from: date
    valid_to: date | None
    successor: Subject | None
    owed: tuple[Owed, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """The one page."""

    url: str
    title: str
    count: int
    clusters: tuple[Cluster, ...]
    absent: tuple[AbsentRow, ...]


def pages(facts: Facts) -> Iterator[UnitsPage]:
    """Yield the one page."""
    units = sorted(facts.repository.units.values(), key=lambda unit: vietnamese_key(unit.name))
    here = [unit for unit in units if unit.exists_on(facts.today)]
    held = _last_held(facts)
    by_cluster: dict[str, list[UnitRow]] = {}
    for unit in here:
        by_cluster.setdefault(unit.cluster or "", []).append(_row(facts, unit, held))
    clusters = tuple(
        Cluster(slug(name) or "chua-xep-cum", name or NO_CLUSTER, tuple(by_cluster[name]))
        for name in sorted(by_cluster, key=lambda name: (not name, vietnamese_key(name)))
    )
    absent = tuple(_absent(facts, unit) for unit in units if not unit.exists_on(facts.today))
    yield UnitsPage(addresses.UNITS, "Đơn vị", len(here), clusters, absent)


def _last_held(facts: Facts) -> dict[str, Last]:
    """Return the last engagement held at each unit."""
    found: dict[str, tuple[date, Held]] = {}
    for held in facts.repository.engagements:
        day, unit = held.engagement.held_on, held.engagement.unit
        if isinstance(day, date) and (unit not in found or found[unit][0] < day):
            found[unit] = day, held
    return {unit: Last(day, of_engagement(facts.repository, held)) for unit, (day, held) in found.items()}


def _row(facts: Facts, unit: Unit, held: Mapping[str, Last]) -> UnitRow:
    repository = facts.repository
    visits = repository.visits_by_unit.get(unit.id, ())
    last = Last(visits[-1].on, of_report(repository, visits[-1].report)) if visits else None
    return UnitRow(
        subject=of_unit(repository, unit.id),
        kind=str(unit.kind),
        branches=sum(branch.covers(facts.today) for branch in unit.branches),
        member_count=unit.member_count,
        followers=tuple(of_person(repository, one.person) for one in unit.followed_by if one.covers(facts.today)),
        owed=_owed(facts, unit.id),
        visited=last,
        inspected=held.get(unit.id),
        place=unit.where("name"),
    )


def _owed(facts: Facts, unit_id: str) -> tuple[Owed, ...]:
    mine = [item for item in facts.by_unit.get(unit_id, ()) if item.who.kind is WhoKind.unit and not item.parts]
    counts: Iterable[Owed] = (Owed(state, sum(item.state is state for item in mine)) for state in SHOWN)
    return tuple(owed for owed in counts if owed.count)


def _absent(facts: Facts, unit: Unit) -> AbsentRow:
    successor = of_unit(facts.repository, unit.merged_into) if unit.merged_into else None
    return AbsentRow(
        of_unit(facts.repository, unit.id),
        unit.valid_from,
        unit.valid_to,
        successor,
        _owed(facts, unit.id),
        unit.where("valid_to" if unit.valid_to else "valid_from"),
    )
