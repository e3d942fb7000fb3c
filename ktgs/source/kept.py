"""Trees of files that were read before, kept for the next process: what a file says follows from its bytes alone."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeAlias

from ktgs.language.diagnostics import Diagnostic
from ktgs.reuse.fingerprints import digest, of_program
from ktgs.reuse.store import Store
from ktgs.source.front_matter import read_markdown
from ktgs.source.reader import read_yaml
from ktgs.source.tree import PLACES, Break, Entry, MappingLayout, Places, Tree, layout

Read: TypeAlias = "tuple[Tree | None, tuple[Diagnostic, ...]]"
ReadTree: TypeAlias = "Callable[[bytes, str], Read]"
_NAME = "trees"
_MOST = 64 * 1024 * 1024  # bytes kept: what some 50,000 files give


def read_file(data: bytes, file: str) -> Read:
    """Return the tree of a file's bytes, a body and its first line among it, or None; and what is wrong or doubtful."""
    if not file.endswith(".md"):
        return read_yaml(data, file)
    parts, problems = read_markdown(data, file)
    if parts is None:
        return None, problems
    tree, body, line = parts
    return {**tree, "\0body": body, "\0line": line}, problems  # type: ignore[dict-item]


@contextmanager
def kept_trees(store: Store | None) -> Iterator[ReadTree]:
    """Yield what reads as `read_file` does, from the store where the file was read before; keep what was read now."""
    if store is None or not store.is_open:
        yield read_file
        return
    trees = KeptTrees(store.get(_NAME, of_program()))
    yield trees.read
    if (kept := trees.to_keep()) is not None:
        store.put(_NAME, of_program(), kept)


class KeptTrees:
    """Reads files as `read_file` does, from what was `kept` where that has them; with a diagnostic none is kept.

    A mapping is kept as plain data, with the number of its layout, which many have in common.
    """

    def __init__(self, kept: bytes | None = None) -> None:
        layouts, trees = marshal.loads(kept) if kept else ({}, {})
        self._layouts_before: Mapping[int, Any] = layouts
        self._before: Mapping[bytes, bytes] = trees
        self._trees: dict[bytes, bytes] = {}
        self._left = _MOST
        self._layouts: dict[int, MappingLayout] = {}
        self._numbers: dict[MappingLayout, int] = {}
        self._last = max(layouts, default=0)

    def read(self, data: bytes, file: str) -> Read:
        """Return what `read_file` does."""
        name = digest(file[-3:].encode() + data)
        if kept := self._before.get(name):
            self._keep(name, kept)
            return self._tree(marshal.loads(kept), file), ()
        tree, problems = read_file(data, file)
        if tree is not None and not problems and self._left > 0:
            self._keep(name, marshal.dumps(self._plain(tree)))
        return tree, problems

    def _keep(self, name: bytes, tree: bytes) -> None:
        self._trees[name] = tree
        self._left -= len(tree)

    def to_keep(self) -> bytes | None:
        """Return what holds the trees of all files that were read, None where that was kept already."""
        if self._trees.keys() == self._before.keys():
            return None
        layouts = {number: _told(held) for number, held in self._layouts.items()}
        return marshal.dumps((layouts, self._trees))

    def _tree(self, plain: tuple[int, dict[str, Any]], file: str) -> Tree:
        number, tree = plain
        for key, value in tree.items():
            if value.__class__ is tuple:
                tree[key] = self._tree(value, file)
            elif value.__class__ is list:
                tree[key] = self._items(value, file)
        tree[PLACES] = Places(file, self._layouts.get(number) or self._layout(number))
        return tree

    def _items(self, plain: list[Any], file: str) -> list[Any]:
        return [
            self._tree(value, file)
            if value.__class__ is tuple
            else self._items(value, file)
            if value.__class__ is list
            else value
            for value in plain
        ]

    def _layout(self, number: int) -> MappingLayout:
        line, column, entries, empty, breaks = self._layouts_before[number]
        made = layout(line, column, {key: Entry(*place) for key, place in entries.items()}, empty)
        if breaks:
            made = replace(made, breaks=tuple(Break(*each) for each in breaks))
        self._layouts[number] = made
        self._numbers[made] = number
        return made

    def _plain(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._plain(item) for item in node]
        if not isinstance(node, dict):
            return node
        tree = {key: self._plain(value) for key, value in node.items() if key != PLACES}
        return self._number(node[PLACES].layout), tree

    def _number(self, held: MappingLayout) -> int:
        if held not in self._numbers:
            self._last += 1
            self._numbers[held], self._layouts[self._last] = self._last, held
        return self._numbers[held]


def _told(held: MappingLayout) -> tuple[object, ...]:
    entries = {key: tuple(entry) for key, entry in held.entries.items()}
    return held.line, held.column, entries, sorted(held.empty), [tuple(each) for each in held.breaks]
