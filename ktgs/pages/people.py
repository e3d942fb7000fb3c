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
from ktgs.pages._subjects import person_subject, unit_subject
from ktgs.records.person import Person
from ktgs.repository.naming import positions_on

ADDRESS = "can-bo/index.html"
MENU = MenuEntry("Cán bộ", 40)


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
    """Those who hold a position today, or those who hold none."""

    anchor: str
    title: str
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The one page; `columns` name the numbers, `load_kinds` those of the bars of `load`."""

    url: str
    title: str
    columns: tuple[str, ...]
    groups: tuple[PeopleGroup, ...]
    load: tuple[LoadBar, ...]
    load_kinds: tuple[tuple[str, str], ...]


def pages(facts: Facts) -> Iterator[PeoplePage]:
    """Yield the one page."""
    people = sorted(facts.repository.people.values(), key=lambda person: person_key(person.full_name))
    rows = [_row(facts, person) for person in people]
    groups = (
        PeopleGroup("duong-chuc", "Đang giữ chức vụ", tuple(row for row in rows if row.positions)),
        PeopleGroup("thoi-giu-chuc-vu", "Không còn giữ chức vụ", tuple(row for row in rows if not row.positions)),
    )
    columns = COLUMNS if facts.figure(FIGURE) else ()
    shown = tuple(group for group in groups if group.rows)
    yield PeoplePage(ADDRESS, "Cán bộ", columns, shown, load=load_bars(facts), load_kinds=LOAD_KINDS)


def _row(facts: Facts, person: Person) -> PersonRow:
    repository, load = facts.repository, facts.figure(FIGURE)
    return PersonRow(
        subject=person_subject(repository, person.id),
        person=person,
        positions=positions_on(repository, person, facts.today),
        workplaces=tuple(unit_subject(repository, unit) for unit in sorted(person.workplaces_on(facts.today))),
        cells=person_row(repository, person.id, load.by_person[person.id]).cells if load else (),
    )
