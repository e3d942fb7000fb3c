"""The list of people in Vietnamese order of given name, with their positions and how often they are assigned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.figures.load import COLUMNS, FIGURE, person_row
from ktgs.language.text import person_key
from ktgs.obligations.tables import Cell
from ktgs.obligations.targets import Subject
from ktgs.pages._bars import LOAD_KINDS, LoadBar, load_bars
from ktgs.pages._parts import PartLink, part_title, parts_of_groups
from ktgs.pages._subjects import person_subject, unit_subject
from ktgs.records.person import Person
from ktgs.repository.naming import positions_on

ADDRESS = "can-bo/index.html"
MENU = MenuEntry("Cán bộ", 40)
_MOST = 30  # people on one page, with all that they attended folded


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the positions and workplaces of today, and the numbers of the group's columns."""

    subject: Subject
    person: Person
    positions: tuple[str, ...]
    workplaces: tuple[Subject, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """Those who hold a position today, or those who hold none; `rows`: those of them that stand on the page."""

    anchor: str
    title: str
    count: int
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The page, or a part of it; `columns` name the numbers, `load_kinds` those of the bars of `load`."""

    url: str
    title: str
    columns: tuple[str, ...]
    groups: tuple[PeopleGroup, ...]
    parts: tuple[PartLink, ...]
    load: tuple[LoadBar, ...]
    load_kinds: tuple[tuple[str, str], ...]


def pages(facts: Facts) -> Iterator[PeoplePage]:
    """Yield the page, in parts where there are many people."""
    people = sorted(facts.repository.people.values(), key=lambda person: person_key(person.full_name))
    rows = [_row(facts, person) for person in people]
    groups = tuple(
        (head, listed)
        for head, listed in (
            (("duong-chuc", "Đang giữ chức vụ"), tuple(row for row in rows if row.positions)),
            (("thoi-giu-chuc-vu", "Không còn giữ chức vụ"), tuple(row for row in rows if not row.positions)),
        )
        if listed
    )
    sizes = {head: len(listed) for head, listed in groups}
    for part in parts_of_groups(ADDRESS, groups, _MOST):
        yield PeoplePage(
            url=part.address,
            title=part_title("Cán bộ", part.address, ADDRESS),
            columns=COLUMNS if facts.figure(FIGURE) else (),
            groups=tuple(PeopleGroup(*head, sizes[head], listed) for head, listed in part.rows),
            parts=part.links,
            load=load_bars(facts) if part.address == ADDRESS else (),
            load_kinds=LOAD_KINDS,
        )


def _row(facts: Facts, person: Person) -> PersonRow:
    repository, load = facts.repository, facts.figure(FIGURE)
    return PersonRow(
        subject=person_subject(repository, person.id),
        person=person,
        positions=positions_on(repository, person, facts.today),
        workplaces=tuple(unit_subject(repository, unit) for unit in sorted(person.workplaces_on(facts.today))),
        cells=person_row(repository, person.id, load.by_person[person.id]).cells if load else (),
    )
