"""The list of units: by cluster, what each owes now, when it was last visited and inspected; closed ones apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.language.diagnostics import Place
from ktgs.language.text import first_upper, slug, vietnamese_key
from ktgs.obligations.obligation import State
from ktgs.obligations.targets import Subject
from ktgs.pages._parts import PartLink, part_title, parts_of_groups, starts_of_groups
from ktgs.pages._subjects import engagement_subject, person_subject, report_subject, unit_subject
from ktgs.records.unit import Unit
from ktgs.repository.parties import PartyKey, WhoKind
from ktgs.repository.units import sub_unit_words, units_today

ADDRESS = "don-vi/index.html"
MENU = MenuEntry("Đơn vị", 40, MenuGroup.main)
SHOWN = (State.overdue, State.unknown, State.due_soon)
_MOST = 110  # units on one page
NO_CLUSTER = "Chưa xếp cụm"


@dataclass(frozen=True, slots=True)
class OwedCount:
    """How many obligations of a unit are in a state."""

    state: State
    count: int


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last visit or engagement."""

    on: date
    subject: Subject


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit that exists today."""

    subject: Subject
    unit: Unit
    branches: int
    followers: tuple[Subject, ...]
    owed: tuple[OwedCount, ...]
    visited: LastTime | None
    inspected: LastTime | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """The units of one cluster, or those of them that stand on the page."""

    anchor: str
    name: str
    rows: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True)
class AbsentRow:
    """A unit that does not exist today: closed or not yet begun."""

    subject: Subject
    unit: Unit
    successor: Subject | None
    owed: tuple[OwedCount, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """The page, or a part of it: its clusters; on the last the absent units. `index`: name, size, address of all.

    `sub_units`: what sub-units are called; `has_members`: whether any unit says how many it has."""

    url: str
    title: str
    count: int
    sub_units: str
    has_members: bool
    index: tuple[tuple[str, int, str], ...]
    clusters: tuple[Cluster, ...]
    parts: tuple[PartLink, ...]
    absent: tuple[AbsentRow, ...]


def pages(facts: Facts) -> Iterator[UnitsPage]:
    """Yield the page, in parts where there are many units."""
    here = units_today(facts.repository)
    by_cluster: dict[str, list[UnitRow]] = {}
    for unit in here:
        by_cluster.setdefault(unit.cluster or "", []).append(_row(facts, unit))
    clusters = tuple(
        ((slug(name) or "chua-xep-cum", name or NO_CLUSTER), tuple(by_cluster[name]))
        for name in sorted(by_cluster, key=lambda name: (not name, vietnamese_key(name)))
    )
    starts = starts_of_groups(ADDRESS, clusters, _MOST)
    every = parts_of_groups(ADDRESS, clusters, _MOST)
    for part in every:
        yield UnitsPage(
            url=part.address,
            title=part_title("Đơn vị", part.address, ADDRESS),
            count=len(here),
            sub_units=first_upper(sub_unit_words(facts.repository)),
            has_members=any(unit.member_count is not None for unit in here),
            index=tuple(
                (name, len(rows), f"{start}#{anchor}")
                for ((anchor, name), rows), start in zip(clusters, starts, strict=True)
            ),
            clusters=tuple(Cluster(anchor, name, rows) for (anchor, name), rows in part.rows),
            parts=part.links,
            absent=_all_absent(facts) if part is every[-1] else (),
        )


def _all_absent(facts: Facts) -> tuple[AbsentRow, ...]:
    units = sorted(facts.repository.units.values(), key=lambda unit: vietnamese_key(unit.name))
    return tuple(_absent(facts, unit) for unit in units if not unit.exists_on(facts.today))


def _row(facts: Facts, unit: Unit) -> UnitRow:
    repository = facts.repository
    return UnitRow(
        subject=unit_subject(repository, unit.id),
        unit=unit,
        branches=sum(branch.covers(facts.today) for branch in unit.branches),
        followers=tuple(
            person_subject(repository, follower.person) for follower in unit.followed_by if follower.covers(facts.today)
        ),
        owed=_owed(facts, unit.id),
        visited=_visited(facts, unit.id),
        inspected=_inspected(facts, unit.id),
    )


def _visited(facts: Facts, unit_id: str) -> LastTime | None:
    coverage = facts.figure(VISITS)
    visits = coverage.by_unit[unit_id].visits if coverage else ()
    return LastTime(visits[-1].on, report_subject(facts.repository, visits[-1].report)) if visits else None


def _inspected(facts: Facts, unit_id: str) -> LastTime | None:
    coverage = facts.figure(INSPECTIONS)
    inspections = coverage.by_unit[unit_id] if coverage else None
    if inspections is None or inspections.last_on is None:
        return None
    return LastTime(inspections.last_on, engagement_subject(facts.repository, inspections.held[-1]))


def _owed(facts: Facts, unit_id: str) -> tuple[OwedCount, ...]:
    """Return what the unit itself can do now and has not done."""
    own = PartyKey(WhoKind.unit, unit_id)
    items = [
        item for item in facts.by_unit.get(unit_id, ()) if item.who.key == own and item.is_to_do and not item.parts
    ]
    counts = (OwedCount(state, sum(item.state is state for item in items)) for state in SHOWN)
    return tuple(owed for owed in counts if owed.count)


def _absent(facts: Facts, unit: Unit) -> AbsentRow:
    return AbsentRow(
        subject=unit_subject(facts.repository, unit.id),
        unit=unit,
        successor=unit_subject(facts.repository, unit.merged_into) if unit.merged_into else None,
        owed=_owed(facts, unit.id),
        place=unit.where("valid_to" if unit.valid_to else "valid_from"),
    )
