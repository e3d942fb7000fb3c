"""What an obligation is called in a list."""

from __future__ import annotations

from ktgs.obligations.obligation import Obligation
from ktgs.repository.naming import unit_name
from ktgs.repository.parties import WhoKind
from ktgs.repository.repository import Repository


def label(repository: Repository, item: Obligation) -> str:
    """Return what it is for, with the unit that it is about where another party owes it; that unit is said once."""
    unit = unit_name(repository, item.about_unit) if item.about_unit and item.who.kind is not WhoKind.unit else ""
    is_told = not unit or unit in item.title.split(", ")
    return item.title if is_told else f"{item.title}, {unit}"


def called(repository: Repository, item: Obligation) -> str:
    """Return what it is called where it stands alone: its duty, what it is for, and the unit or person who owes it."""
    words, who = f"{item.duty.name}, {label(repository, item)}", item.who
    return f"{words}, {who.name}" if who.kind in (WhoKind.unit, WhoKind.person) else words
