"""What a reader can choose to find first: a script that lists the units, on the internal site the people, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.text import person_key, vietnamese_key
from ktgs.pages._mine import FOLDER, PERSON, UNIT

ADDRESS = f"{FOLDER}/danh-sach.js"


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices of a kind: how each is chosen, and its name."""

    name: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MineChoicesPage:
    """The one list."""

    url: str
    title: str
    groups: tuple[ChoiceGroup, ...]


def pages(facts: Facts) -> Iterator[MineChoicesPage]:
    """Yield the one list; names are ordered as Vietnamese orders them."""
    repository = facts.repository
    units = sorted(
        (unit for unit in repository.units.values() if unit.exists_on(facts.today)),
        key=lambda unit: vietnamese_key(unit.name),
    )
    groups = [ChoiceGroup("Đơn vị", tuple((f"{UNIT}/{unit.id}", unit.name) for unit in units))]
    if facts.is_internal:
        people = sorted(repository.people.values(), key=lambda person: person_key(person.full_name))
        groups.append(ChoiceGroup("Cán bộ", tuple((f"{PERSON}/{person.id}", person.full_name) for person in people)))
    yield MineChoicesPage(ADDRESS, "Của tôi", tuple(groups))
