"""What can be taken along: calendar feeds, spreadsheets, JSON files; exports declare them with a sentence on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts

ADDRESS = "tai-ve.html"
MENU = MenuEntry("Tải về", 50, MenuGroup.data)


@dataclass(frozen=True, slots=True)
class DownloadsPage:
    """The one page."""

    url: str
    title: str


def pages(_facts: Facts) -> Iterator[DownloadsPage]:
    """Yield the one page."""
    yield DownloadsPage(ADDRESS, "Tải về")
