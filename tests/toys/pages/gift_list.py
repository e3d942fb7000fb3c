"""A toy page: the gifts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.records.gift import Gift

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.obligations.targets import Subject, ToUnit
from ktgs.repository.naming import unit_name

ADDRESS = "qua-tang.html"
MENU = MenuEntry("Quà tặng", 75)


@dataclass(frozen=True, slots=True)
class GiftListPage:
    """The one page."""

    url: str
    title: str
    gifts: tuple[tuple[Subject, Gift], ...]


def pages(facts: Facts) -> Iterator[GiftListPage]:
    """Yield the one page."""
    gifts = facts.repository.of(Gift).values()
    rows = tuple((Subject(unit_name(facts.repository, gift.unit), ToUnit(gift.unit)), gift) for gift in gifts)
    yield GiftListPage(ADDRESS, "Quà tặng", rows)
