"""The list of people in Vietnamese order of given name, with their positions and how often they are assigned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.figures.load import COLUMNS, FIGURE
from ktgs.language.text import person_key
from ktgs.obligations.tables import Cell
from ktgs.obligations.targets import Subject, Target, ToFigure, ToPerson
from ktgs.pages._bars import LOAD_KINDS, LoadBar, load_bars
from ktgs.pages._parts import PartLink, part_title, parts_of_groups
from ktgs.pages._subjects import person_subject, unit_subject
from ktgs.pages._tables import with_long_apart
from ktgs.records.person import Person
from ktgs.repository.naming import positions_on

ADDRESS = "can-bo/index.html"
MENU = MenuEntry("Cán bộ", 40)
_MOST_WEIGHT = 600  # of the people on one page, in things that their numbers count: about 85 kB
_WEIGHT = 5  # of a person with positions, workplaces and source
_FIGURE = ToFigure(FIGURE.slug)
_MOST_BARS = 60  # on the first page; the tables hold everybody's numbers


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
    """The page, or a part of it; `columns` name the numbers, `load_kinds` those of the bars of `load`.

    `load_count`: how many have such a bar, of which the first are shown.
    """

    url: str
    title: str
    columns: tuple[str, ...]
    groups: tuple[PeopleGroup, ...]
    parts: tuple[PartLink, ...]
    load: tuple[LoadBar, ...]
    load_count: int
    figure: ToFigure
    load_kinds: tuple[tuple[str, str], ...]


def pages(facts: Facts) -> Iterator[PeoplePage]:
    """Yield the page, in parts where there are many people."""
    people = sorted(facts.repository.people.values(), key=lambda person: person_key(person.full_name))
    numbers = _numbers(facts)
    rows = [_row(facts, person, numbers.get(ToPerson(person.id), ())) for person in people]
    groups = tuple(
        (head, listed)
        for head, listed in (
            (("duong-chuc", "Đang giữ chức vụ"), tuple(row for row in rows if row.positions)),
            (("thoi-giu-chuc-vu", "Không còn giữ chức vụ"), tuple(row for row in rows if not row.positions)),
        )
        if listed
    )
    sizes = {head: len(listed) for head, listed in groups}
    bars = load_bars(facts)
    for part in parts_of_groups(ADDRESS, groups, _MOST_WEIGHT, _weight, _given_name):
        yield PeoplePage(
            url=part.address,
            title=part_title("Cán bộ", part.address, ADDRESS),
            columns=COLUMNS if facts.figure(FIGURE) else (),
            groups=tuple(PeopleGroup(*head, sizes[head], listed) for head, listed in part.rows),
            parts=part.links,
            load=bars[:_MOST_BARS] if part.address == ADDRESS else (),
            load_count=len(bars),
            figure=_FIGURE,
            load_kinds=LOAD_KINDS,
        )


def _weight(row: PersonRow) -> int:
    return _WEIGHT + sum(len(cell.counts) for cell in row.cells)


def _given_name(_: tuple[str, str], row: PersonRow) -> str:
    return row.person.full_name.split()[-1]


def _numbers(facts: Facts) -> Mapping[Target | None, tuple[Cell, ...]]:
    """Return the numbers of each person; none where the figure crashed."""
    tables = (with_long_apart(_FIGURE, table) for table in facts.tables(FIGURE))
    return {row.subject.target: row.cells for table in tables for row in table.rows}


def _row(facts: Facts, person: Person, cells: tuple[Cell, ...]) -> PersonRow:
    repository = facts.repository
    return PersonRow(
        subject=person_subject(repository, person.id),
        person=person,
        positions=positions_on(repository, person, facts.today),
        workplaces=tuple(unit_subject(repository, unit) for unit in sorted(person.workplaces_on(facts.today))),
        cells=cells,
    )
