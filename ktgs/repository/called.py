"""Which unit, sub-unit or person people mean by what they call it: an id, a name, a short or former name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ktgs.language.text import bare, fold, nearest, slug
from ktgs.records.unit import Unit
from ktgs.repository.repository import Repository

Names = Mapping[str, Sequence[str]]  # id → what the thing is called beside it


def called(asked: str, names: Names) -> tuple[str, ...]:
    """Return the ids of what is called so: as it is written, else in any case, else without diacritics; sorted.

    Several where the name says no more; nothing where none is called so.
    """
    for same in (str, fold, slug):
        wanted = same(asked)
        if wanted and (
            meant := sorted(known for known, words in names.items() if wanted in map(same, (known, *words)))
        ):
            return tuple(meant)
    return ()


def nearest_called(asked: str, names: Names) -> str:
    """Return the name spelt most like what was asked for, empty where none is near."""
    return nearest(asked, (word for words in names.values() for word in words)) or ""


def unit_names(units: Iterable[Unit]) -> dict[str, tuple[str, ...]]:
    """Return what each unit is or was called, by id."""
    return {
        unit.id: tuple(filter(None, (unit.name, unit.short_name, *(former.name for former in unit.former_names))))
        for unit in units
    }


def person_names(repository: Repository) -> dict[str, tuple[str, ...]]:
    """Return what each person is called, by id."""
    return {person.id: (person.full_name,) for person in repository.people.values()}


def branch_names(repository: Repository, unit_id: str) -> dict[str, tuple[str, ...]]:
    """Return what each sub-unit of a unit is called, by id, also without the word for sub-units before it."""
    unit = repository.units.get(unit_id)
    if unit is None:
        return {}
    word = bare(repository.organization.sub_unit_word(unit.kind))
    return {branch.id: (branch.name, bare(branch.name).removeprefix(word).strip()) for branch in unit.branches}


def named_within(text: str, names: Names) -> tuple[str, ...]:
    """Return the ids of what a line of text names among other words; of names within names the longest."""
    words_only = re.sub(r"[^\w\s-]", " ", text)
    plain = f" {bare(words_only)} "
    found: dict[str, set[str]] = {}
    for known, words in names.items():
        for word in words:
            if (name := bare(word)) and f" {name} " in plain:
                found.setdefault(name, set()).add(known)
    longest = [name for name in found if not any(name != other and name in other for other in found)]
    return tuple(sorted({known for name in longest for known in found[name]}))
