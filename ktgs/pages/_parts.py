"""Long lists cut into pages: the first at the page's own address, each other beside it under a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
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


def _one(_: object) -> int:
    return 1


def parts(
    address: str,
    rows: Sequence[RowT],
    most: int,
    weigh: Callable[[RowT], int] = _one,
    name: Callable[[RowT], str] | None = None,
) -> tuple[Part[RowT], ...]:
    """Return the rows in parts of at most so many, or of at most that weight; one empty part where there is no row.

    A row that weighs more by itself has a part of its own. A part is named by the places of its first and last row, or
    by its number and their names.
    """
    cuts = _cuts(rows, most, weigh)
    addresses = [_address(address, number) for number in range(1, len(cuts) + 1)]
    names = [
        f"{number}. {_between(name(cut[0]), name(cut[-1]))}" if name and cut else f"{start + 1}–{start + len(cut)}"
        for number, (start, cut) in enumerate(cuts, start=1)
    ]
    links = tuple(map(PartLink, names, addresses)) if len(cuts) > 1 else ()
    return tuple(Part(found, cut, links) for found, (_, cut) in zip(addresses, cuts, strict=True))


def _between(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _cuts(rows: Sequence[RowT], most: int, weigh: Callable[[RowT], int]) -> list[tuple[int, tuple[RowT, ...]]]:
    """Return the rows of each part with the place of its first."""
    starts, weight = [0], 0
    for place, row in enumerate(rows):
        weight += weigh(row)
        if weight > most and place > starts[-1]:
            starts.append(place)
            weight = weigh(row)
    return [(start, tuple(rows[start:end])) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def parts_of_groups(
    address: str,
    groups: Sequence[tuple[KeyT, Sequence[RowT]]],
    most: int,
    weigh: Callable[[RowT], int] = _one,
    name: Callable[[KeyT, RowT], str] | None = None,
) -> tuple[Part[tuple[KeyT, tuple[RowT, ...]]], ...]:
    """Return groups of rows in such parts; a group that is cut goes on in the next part."""

    def named(pair: tuple[int, RowT]) -> str:
        return name(groups[pair[0]][0], pair[1]) if name else ""

    pairs = [(place, row) for place, (_, rows) in enumerate(groups) for row in rows]
    return tuple(
        Part(
            part.address,
            tuple((groups[place][0], rows) for place, rows in grouped(part.rows).items()),
            part.links,
        )
        for part in parts(address, pairs, most, lambda pair: weigh(pair[1]), named if name else None)
    )


def starts_of_groups(
    address: str,
    groups: Sequence[tuple[KeyT, Sequence[RowT]]],
    most: int,
    weigh: Callable[[RowT], int] = _one,
) -> tuple[str, ...]:
    """Return the address of the part in which each group begins; one without rows begins where the next does."""
    rows = [row for _, listed in groups for row in listed]
    starts = [start for start, _ in _cuts(rows, most, weigh)]
    ends = accumulate(len(listed) for _, listed in groups)
    firsts = (end - len(listed) for end, (_, listed) in zip(ends, groups, strict=True))
    return tuple(_address(address, bisect_right(starts, first)) for first in firsts)


def address_of_row(address: str, place: int, most: int) -> str:
    """Return the address of the part in which the row at a place stands, places counted from 0."""
    return _address(address, place // most + 1)


def part_title(title: str, address: str, whole: str) -> str:
    """Return the title of the part at an address, that of the whole list at its own."""
    return title if address == whole else f"{title} (phần {address.removesuffix('.html').rpartition('-')[2]})"


def _address(address: str, number: int) -> str:
    return address if number == 1 else f"{address.removesuffix('.html')}-{number}.html"
