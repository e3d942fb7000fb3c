"""Long lists cut into pages: the first at the page's own address, each other beside it under a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ktgs.repository.linked import grouped

KeyT = TypeVar("KeyT")
RowT = TypeVar("RowT")
MOST_LINES = 120  # of a table of obligations on one page: with their sources and marks about 100 kB


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of a list: what it holds, and the address of its page from the site's root."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Part(Generic[RowT]):
    """The rows of one page, and the links to the pages of all parts; no links where there is but one."""

    address: str
    rows: tuple[RowT, ...]
    links: tuple[PartLink, ...]


def parts(address: str, rows: Sequence[RowT], most: int) -> tuple[Part[RowT], ...]:
    """Return the rows in parts of at most so many; one empty part where there is no row."""
    cuts = [tuple(rows[start : start + most]) for start in range(0, len(rows), most)] or [()]
    addresses = [address if number == 1 else _numbered(address, number) for number in range(1, len(cuts) + 1)]
    names = (f"{start + 1}–{min(start + most, len(rows))}" for start in range(0, len(rows), most))
    links = tuple(PartLink(name, found) for name, found in zip(names, addresses, strict=False))
    return tuple(Part(found, cut, links if len(cuts) > 1 else ()) for found, cut in zip(addresses, cuts, strict=True))


def parts_of_groups(
    address: str, groups: Sequence[tuple[KeyT, Sequence[RowT]]], most: int
) -> tuple[Part[tuple[KeyT, tuple[RowT, ...]]], ...]:
    """Return groups of rows in parts of at most so many rows; a group that is cut goes on in the next part."""
    pairs = [(place, row) for place, (_, rows) in enumerate(groups) for row in rows]
    return tuple(
        Part(
            part.address,
            tuple((groups[place][0], rows) for place, rows in grouped(part.rows).items()),
            part.links,
        )
        for part in parts(address, pairs, most)
    )


def starts_of_groups(address: str, groups: Sequence[tuple[KeyT, Sequence[RowT]]], most: int) -> tuple[str, ...]:
    """Return the address of the part in which each group begins."""
    sizes = [len(rows) for _, rows in groups]
    return tuple(address_of_row(address, sum(sizes[:place]), most) for place in range(len(groups)))


def address_of_row(address: str, place: int, most: int) -> str:
    """Return the address of the part in which the row at a place stands, places counted from 0."""
    return _numbered(address, place // most + 1) if place >= most else address


def part_title(title: str, address: str, whole: str) -> str:
    """Return the title of the part at an address, that of the whole list at its own."""
    return title if address == whole else f"{title} (phần {address.removesuffix('.html').rpartition('-')[2]})"


def _numbered(address: str, number: int) -> str:
    return f"{address.removesuffix('.html')}-{number}.html"
