"""What messages call things."""

from __future__ import annotations

from ktgs.repository.repository import Repository
from ktgs.repository.units import sub_unit_word


def sub_unit(repository: Repository, unit_id: str) -> str:
    """Return what a sub-unit of the unit is called, where that is not known what any is."""
    return sub_unit_word(repository, unit_id) or "đơn vị trực thuộc"
