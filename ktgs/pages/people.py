"""The list of people in Vietnamese order of given name, with their positions and how often they are assigned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.language.text import person_key
from ktgs.obligations.tables import Subject
from ktgs.pages._load import Total, totals
from ktgs.pages._naming import of_person, of_unit, positions_on
from ktgs.records.person import Person


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the positions and workplaces of today."""

    subject: Subject
    positions: tuple[str, ...]
    workplaces: tuple[Subject, ...]
    totals: tuple[Total, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Group:
    """Those who hold a position today, or those who hold none."""

    anchor: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The one page."""

    url: str
    title: str
    groups: tuple[Group, ...]


def pages(facts: Facts) -> Iterator[PeoplePage]:
    """Yield the one page."""
    load = totals(facts)
    people = sorted(facts.repository.people.values(), key=lambda person: person_key(person.full_name))
    rows = [_row(facts, person, load.get(person.id, ())) for person in people]
    kinds = (
        ("duong-chuc", "Đang giữ chức vụ", tuple(row for row in rows if row.positions)),
        ("thoi-giu-chuc-vu", "Không còn giữ chức vụ", tuple(row for row in rows if not row.positions)),
    )
    groups = tuple(
        Group(anchor, title, tuple(total.name for total in found[0].totals), found)
        for anchor, title, found in kinds
        if found
    )
    yield PeoplePage(addresses.PEOPLE, "Cán bộ", groups)


def _row(facts: Facts, person: Person, load: tuple[Total, ...]) -> PersonRow:
    repository = facts.repository
    return PersonRow(
        of_person(repository, person.id),
        positions_on(repository, person, facts.today),
        tuple(of_unit(repository, unit) for unit in sorted(person.workplaces_on(facts.today))),
        load,
        person.where("full_name"),
    )
