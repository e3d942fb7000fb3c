"""Text trees with places: what a file says, before anyone asks what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ktgs.language.diagnostics import Place

PLACES = "\0"  # the key under which a mapping carries its Places; NUL can stand in no file


class Entry(NamedTuple):
    """Where a key and its value stand; `items` are the places of the items when the value is a list."""

    key_line: int
    key_column: int
    value_line: int
    value_column: int
    items: tuple[tuple[int, int], ...] = ()


class Break(NamedTuple):
    """A value, or an item of one, that has several lines: the folded key that it stands under, and where."""

    key: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class MappingLayout:
    """What a mapping says beside its file; mappings that stand alike share one, so that it is worked with once.

    `entries` has the places by folded key, those of `empty` values included, which are left out of the tree.
    `sub_units` are the words that the file has for them, or may have; `breaks` are the whole file's, at its root.
    """

    line: int
    column: int
    entries: Mapping[str, Entry]
    empty: frozenset[str]
    sub_units: tuple[str, ...]
    breaks: tuple[Break, ...] = ()


_SHARED: dict[tuple[object, ...], MappingLayout] = {}
MOST_SHARED = 16_384  # layouts; a repository of 500 units has some 2,500


def layout(
    line: int,
    column: int,
    entries: Mapping[str, Entry],
    empty: Iterable[str] = (),
    sub_units: tuple[str, ...] = ("đơn vị trực thuộc",),
) -> MappingLayout:
    """Return the layout of a mapping, the same one for the same places."""
    told = (line, column, tuple(entries), tuple(entries.values()), tuple(empty), sub_units)
    shared = _SHARED.get(told)
    if shared is None:
        if len(_SHARED) >= MOST_SHARED:
            _SHARED.clear()
        shared = _SHARED[told] = MappingLayout(line, column, dict(entries), frozenset(empty), sub_units)
    return shared


class Places:
    """The places of one mapping. Equal to every other, so that places never take part in comparing records."""

    __slots__ = ("file", "layout")

    def __init__(self, file: str, layout: MappingLayout) -> None:
        self.file = file
        self.layout = layout

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Where each folded key and its value stand, empty ones included."""
        return self.layout.entries

    @property
    def empty(self) -> frozenset[str]:
        """The folded keys whose value is empty."""
        return self.layout.empty

    @property
    def sub_units(self) -> tuple[str, ...]:
        """The words that the file has for sub-units, or may have."""
        return self.layout.sub_units

    @property
    def sub_unit(self) -> str:
        """The word that the file has for a sub-unit, or those that it may have."""
        return " hoặc ".join(self.sub_units)

    def key(self, key: str | None = None) -> Place:
        """Return the place of a folded key, or of the mapping's start without one or where the key is not there."""
        entry = self.layout.entries.get(key) if key is not None else None
        if entry is None:
            return Place(self.file, self.layout.line, self.layout.column)
        return Place(self.file, entry.key_line, entry.key_column)

    def value(self, key: str, index: int | None = None) -> Place:
        """Return the place of a folded key's value, or of one item of it; the mapping's start where there is none."""
        entry = self.layout.entries.get(key)
        if entry is None:
            return Place(self.file, self.layout.line, self.layout.column)
        if index is not None and index < len(entry.items):
            return Place(self.file, *entry.items[index])
        return Place(self.file, entry.value_line, entry.value_column)


Tree: TypeAlias = "dict[str, Node]"  # folded key → value; the entry PLACES holds the mapping's Places
Node: TypeAlias = "str | list[Node] | Tree | Places"
