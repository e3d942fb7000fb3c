"""Which problems are new against another version, and which are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ktgs.comparing.sides import Side
from ktgs.language.diagnostics import Diagnostic

_What = tuple[str, str, str]


def new_problems(base: Side, head: Side) -> tuple[Diagnostic, ...]:
    """Return the problems of `head` that `base` does not have, in order.

    One is the same by its code, its file and the text of its line, wherever that line stands.
    """
    return _beside(head, base)


def gone_problems(base: Side, head: Side) -> tuple[Diagnostic, ...]:
    """Return the problems of `base` that `head` has no more, in order."""
    return _beside(base, head)


def _beside(side: Side, other: Side) -> tuple[Diagnostic, ...]:
    known = Counter(_what(other, item) for item in other.facts.diagnostics)
    beside = []
    for item, what in _each(side, side.facts.diagnostics):
        if known[what]:
            known[what] -= 1
        else:
            beside.append(item)
    return tuple(beside)


def _each(side: Side, items: Iterable[Diagnostic]) -> list[tuple[Diagnostic, _What]]:
    return [(item, _what(side, item)) for item in items]


def _what(side: Side, item: Diagnostic) -> _What:
    return item.code.id, item.place.file, side.line(item.place)
