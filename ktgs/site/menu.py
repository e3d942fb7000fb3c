"""The menu as a page sees it, and the trail of pages that lead down to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.site.links import HANDBOOK

_HANDBOOK = MenuEntry("Sổ tay", 10, MenuGroup.data)
_INDEX = "index.html"

Entries = tuple[tuple[str, str], ...]  # words and address


class MenuItem(NamedTuple):
    """An entry of the menu; `is_current`: the page shown lies under it."""

    text: str
    url: str
    is_current: bool


class MenuSection(NamedTuple):
    """A group of entries under a heading."""

    title: str
    items: tuple[MenuItem, ...]


def grouped(declared: Iterable[tuple[MenuEntry, str]], has: Callable[[str], bool]) -> Mapping[MenuGroup, Entries]:
    """Return the entries whose page exists, by group, each in order; the handbook's is added to what pages declare."""
    ordered = sorted((*declared, (_HANDBOOK, HANDBOOK)), key=lambda pair: pair[0].order)
    return {
        group: tuple((entry.text, address) for entry, address in ordered if entry.group is group and has(address))
        for group in MenuGroup
    }


def items(entries: Entries, url: str, up: str) -> Iterator[MenuItem]:
    """Yield the entries as links from the page at `url`, from which `up` leads to the site's root."""
    for text, address in entries:
        folder, _, name = address.rpartition("/")
        is_current = address == url or bool(folder and name == _INDEX and url.startswith(f"{folder}/"))
        yield MenuItem(text, up + address, is_current)


def above(url: str) -> Iterator[str]:
    """Yield the addresses of the pages that a page lies under, from the site's root down: each folder's own page."""
    folders = url.split("/")[:-1]
    for depth in range(len(folders) + 1):
        address = "/".join((*folders[:depth], _INDEX))
        if address != url:
            yield address
