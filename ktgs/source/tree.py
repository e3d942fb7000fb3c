"""Text trees with places: what a file says, before anyone asks what it means."""

from __future__ import annotations

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


class Places:
    """The places of one mapping. Equal to every other, so that places never take part in comparing records."""

    __slots__ = ("breaks", "column", "empty", "entries", "file", "line", "sub_units")

    def __init__(self, file: str, line: int, column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.entries: dict[str, Entry] = {}  # folded key → places, empty values included
        self.empty: set[str] = set()  # folded keys whose value is empty; those are left out of the tree
        self.sub_units: tuple[str, ...] = ("đơn vị trực thuộc",)  # the word that the file has for them, or may have
        self.breaks: tuple[Break, ...] = ()  # of the whole file, at its root

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0

    @property
    def sub_unit(self) -> str:
        """The word that the file has for a sub-unit, or those that it may have."""
        return " hoặc ".join(self.sub_units)

    def key(self, key: str | None = None) -> Place:
        """Return the place of a folded key, or of the mapping's start without one or where the key is not there."""
        entry = self.entries.get(key) if key is not None else None
        if entry is None:
            return Place(self.file, self.line, self.column)
        return Place(self.file, entry.key_line, entry.key_column)

    def value(self, key: str, index: int | None = None) -> Place:
        """Return the place of a folded key's value, or of one item of it; the mapping's start where there is none."""
        entry = self.entries.get(key)
        if entry is None:
            return Place(self.file, self.line, self.column)
        if index is not None and index < len(entry.items):
            return Place(self.file, *entry.items[index])
        return Place(self.file, entry.value_line, entry.value_column)


Tree: TypeAlias = "dict[str, Node]"  # folded key → value; the entry PLACES holds the mapping's Places
Node: TypeAlias = "str | list[Node] | Tree | Places"
