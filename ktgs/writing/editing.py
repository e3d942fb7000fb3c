"""The smallest change of a record's text: one value, key or item is written, every other byte stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ktgs.language.text import fold
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.base import FileRecord, Record
from ktgs.records.sub_units import Words
from ktgs.writing.composing import node, require_known_keys
from ktgs.writing.files import with_yaml
from ktgs.writing.forms import arrange, field_of, rank
from ktgs.writing.nodes import KeyValue, Node, Scalar, Values
from ktgs.writing.parsing import parse
from ktgs.writing.printing import document_text, entry_lines, scalar_lines

Path = tuple[str | int, ...]  # keys, and the numbers of items from 0: ("buổi", 0, "dời")


@dataclass(frozen=True)
class Put:
    """Give a key a value, or put another value in the place of an item."""

    path: Path
    value: Any


@dataclass(frozen=True)
class Append:
    """Add items at the end of the list under a key, which is made where it is not there."""

    path: Path
    items: Sequence[Any]


@dataclass(frozen=True)
class Delete:
    """Take away a key with its value, or an item. The last of a group takes its key along; comments stay."""

    path: Path


Change = Put | Append | Delete


def edit(kind: type[FileRecord], text: str, changes: Iterable[Change], words: Words = None) -> str:
    """Return a sound file's text with the changes made, one after the other; all else stays byte for byte.

    Values are those that `compose` takes. `words` are what sub-units are called; without them an unknown key passes for
    such a word. Refuses (ValueError) a path that leads nowhere, a key that the record does not have, an empty value.
    """

    def edited(yaml: str) -> str:
        for change in changes:
            yaml = _Editor(yaml, words).apply(kind, change)
        return yaml

    return with_yaml(kind, text, edited)


@dataclass(frozen=True)
class _Spot:
    """Where a path leads: into which group, of which record, for a list under which key; and what stands there."""

    group: Values
    record: type[Record]
    list_key: str
    step: str | int
    found: KeyValue | None
    owners: tuple[KeyValue, ...]
    root: Values


class _Editor:
    """Makes one change in YAML text."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words

    def apply(self, kind: type[FileRecord], change: Change) -> str:
        """Return the text with the change made."""
        document = parse(self.text)
        if document.root.is_flow:
            return _Editor(document_text(document), self.words).apply(kind, change)
        spot = self._find(document.root, kind, change.path)
        owners = (*spot.owners, spot.found) if isinstance(change, Append) else spot.owners
        if flow := next((entry for entry in owners if entry and _is_flow(entry.value)), None):
            return _Editor(self._written_over(flow, flow.value), self.words).apply(kind, change)
        if isinstance(change, Delete):
            return self._without(spot)
        if isinstance(change, Put):
            return self._put(spot, change.value)
        return self._appended(spot, list(change.items))

    def _find(self, root: Values, record: type[Record], path: Path) -> _Spot:
        group, list_key = root, ""
        owners: list[KeyValue] = []
        for step in path[:-1]:
            entry = self._entry(group, record, step)
            if entry is None or not isinstance(entry.value, Values):
                raise ValueError(f"{path!r} leads nowhere")
            if isinstance(step, str) and entry.value.is_list:
                list_key = step
            field = field_of(record, entry.key, self.words) if entry.key else None
            if field and field.child and not entry.value.is_list:
                record = field.child
            elif isinstance(step, int) and (child := self._child(record, list_key)):
                record = child
            owners.append(entry)
            group = entry.value
        found = self._entry(group, record, path[-1])
        if isinstance(path[-1], int) is not group.is_list or (group.is_list and found is None):
            raise ValueError(f"{path!r} leads nowhere")
        return _Spot(group, record, list_key, path[-1], found, tuple(owners), root)

    def _child(self, record: type[Record], key: str) -> type[Record] | None:
        field = field_of(record, key, self.words)
        return field.child if field else None

    def _entry(self, group: Values, record: type[Record], step: str | int) -> KeyValue | None:
        if isinstance(step, int):
            return group.entries[step] if group.is_list and 0 <= step < len(group.entries) else None
        field = field_of(record, step, self.words)
        if field is None:
            raise ValueError(f"{record.__name__} has no {step!r}")
        if SUB_UNIT in field.key and self.words is None:  # any word would do for sub-units: only the same one is meant
            return next((entry for entry in group.entries if fold(entry.key) == fold(step)), None)
        return next((entry for entry in group.entries if field_of(record, entry.key, self.words) is field), None)

    def _arranged(self, record: type[Record], key: str, value: Any) -> KeyValue:
        """Return the entry of a key in canonical form."""
        holder = node({key: value})
        if not isinstance(holder, Values) or not holder.entries:
            raise ValueError(f"{key!r} without a value")
        require_known_keys(holder, record, self.words)
        arrange(holder, record, self.words)
        return holder.entries[0]

    def _put(self, spot: _Spot, value: Any) -> str:
        key = spot.list_key if isinstance(spot.step, int) else spot.step
        new = self._arranged(spot.record, key, [value] if isinstance(spot.step, int) else value)
        if isinstance(spot.step, int) and isinstance(new.value, Values):
            new = new.value.entries[0]
        return self._written_over(spot.found, new.value) if spot.found else self._added(spot, new)

    def _written_over(self, old: KeyValue, value: Node) -> str:
        """Return the text with another value in the place of an entry's; the comment beside it stays."""
        before = old.value
        if isinstance(before, Scalar) and isinstance(value, Scalar):
            written = self.text[before.span.start : before.span.end]
            lines = scalar_lines(value, "")
            if before.text == value.text:
                return self.text
            if written and "\n" not in written and len(lines) == 1:
                return self.text[: before.span.start] + lines[0] + self.text[before.span.end :]
        lines = entry_lines(KeyValue(old.key, value, beside=old.beside), " " * old.column)
        end = self._line_end(old.span.end)
        return self.text[: old.span.start] + "\n".join(lines).lstrip(" ") + self.text[end:]

    def _added(self, spot: _Spot, new: KeyValue) -> str:
        """Return the text with a key that its mapping lacks, behind the last one that is declared before it."""
        ranks = [(rank(spot.record, entry.key, self.words), entry) for entry in spot.group.entries]
        own = rank(spot.record, new.key, self.words)
        before = max((pair for pair in ranks if pair[0] < own), key=lambda pair: pair[0], default=None)
        first = spot.group.entries[0]
        start = self.text.rfind("\n", 0, first.span.start) + 1
        if before or first.above or self.text[start : first.span.start].strip():  # a dash, or a comment on the first
            return self._inserted([new], before[1] if before else first)
        return self.text[:start] + self._lines([new], first.column) + self.text[start:]

    def _appended(self, spot: _Spot, items: list[Any]) -> str:
        if isinstance(spot.step, int):
            raise ValueError("items are added under a key")
        value = spot.found.value if spot.found else None
        if isinstance(value, Values) and value.is_list and value.entries:
            new = self._arranged(spot.record, spot.step, items).value
            return self._inserted(new.entries if isinstance(new, Values) else [], value.entries[-1])
        return self._put(spot, [value.text, *items] if isinstance(value, Scalar) else items)

    def _inserted(self, new: list[KeyValue], before: KeyValue) -> str:
        """Return the text with entries behind one of their group, and behind the comments below that one."""
        position = self._below(before)
        start = "" if position == 0 or self.text[position - 1] == "\n" else "\n"
        return self.text[:position] + start + self._lines(new, before.column) + self.text[position:]

    def _lines(self, entries: list[KeyValue], column: int) -> str:
        return "".join(f"{line}\n" for entry in entries for line in entry_lines(entry, " " * column))

    def _below(self, entry: KeyValue) -> int:
        """Return where the line below an entry begins, and below its comments."""
        position = min(self._line_end(entry.span.end) + 1, len(self.text))
        if isinstance(entry.value, Values) and entry.value.entries:
            position = max(position, self._below(entry.value.entries[-1]))
        return max(position, entry.tail)

    def _without(self, spot: _Spot) -> str:
        """Return the text without an entry; where it is the last of its group, without the group's own."""
        if spot.found is None:
            raise ValueError(f"{spot.step!r} is not there")
        entry, group, owners = spot.found, spot.group, list(spot.owners)
        while len(group.entries) == 1:
            if not owners:
                raise ValueError("a record without values")
            entry = owners.pop()
            held = owners[-1].value if owners else spot.root
            group = held if isinstance(held, Values) else group
        start = self.text.rfind("\n", 0, entry.span.start) + 1
        end = min(self._line_end(entry.span.end) + 1, len(self.text))
        if not self.text[start : entry.span.start].strip():
            return self.text[:start] + self.text[end:]
        following = group.entries[group.entries.index(entry) + 1]  # the entry stands behind its item's dash
        if not following.above and not entry.below:
            return self.text[: entry.span.start] + self.text[following.span.start :]
        return self.text[: entry.span.start].rstrip() + "\n" + self.text[end:]

    def _line_end(self, position: int) -> int:
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end


def _is_flow(value: Node) -> bool:
    return isinstance(value, Values) and value.is_flow and bool(value.entries)
