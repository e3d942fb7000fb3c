"""Which unit stands for which, and which exist."""

from __future__ import annotations

from datetime import date

from ktgs.language.text import vietnamese_key
from ktgs.records.unit import Unit
from ktgs.repository.repository import Repository


def successor(repository: Repository, unit_id: str, day: date) -> str:
    """Return the unit that stands for `unit_id` on `day`: itself, or the one it was merged into before that day."""
    seen = set()
    while (
        (unit := repository.units.get(unit_id))
        and unit_id not in seen
        and unit.valid_to
        and unit.valid_to < day
        and unit.merged_into
    ):
        seen.add(unit_id)
        unit_id = unit.merged_into
    return unit_id


def units_today(repository: Repository) -> tuple[Unit, ...]:
    """Return the units that exist today, in Vietnamese order of name."""
    here = (unit for unit in repository.units.values() if unit.exists_on(repository.today))
    return tuple(sorted(here, key=lambda unit: vietnamese_key(unit.name)))


def sub_unit_word(repository: Repository, unit_id: str) -> str:
    """Return what the sub-units of a unit are called, empty where it has none or is not known."""
    unit = repository.units.get(unit_id)
    return repository.organization.sub_unit_word(unit.kind) if unit else ""


def sub_unit_words(repository: Repository) -> str:
    """Return what sub-units are called in this organization, for a column that holds those of all units."""
    return ", ".join(repository.organization.sub_unit_words) or "đơn vị trực thuộc"
