"""Nodes to text in the one layout: two blanks a level, a dash below its key, quotes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import dropwhile

from ktgs.writing.nodes import KeyValue, Layout, Scalar, Values

_STEP = "  "
# What a plain value may not begin with, hold or end in without being read as something else, now or by other programs.
_NEEDS_QUOTES = re.compile(r"""[\[\]{},#&*!|>'"%@`]|[-?:–—•](?:\s|$)|---|\.\.\.|.*(?::(?:\s|$)|\s\#)|\s|.*\s$""")
# What other programs read as a number, as nothing, or as true and false.
_NUMBER = r"[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[-+]?\.[0-9]+|0[xo][0-9a-f]+"
_NO_TEXT = re.compile(rf"{_NUMBER}|~|null|true|false", re.IGNORECASE)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def document_text(document: Layout) -> str:
    """Return the document's text, with \\n as line ends."""
    lines = [*_comments(document.head, ""), ""] if document.head else []
    lines += _without_lead(list(group_lines(document.root, "")))
    lines += _comments(document.foot, "")
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in _without_lead(lines))


def _without_lead(lines: list[str]) -> list[str]:
    """Return the lines from the first that is not blank."""
    return list(dropwhile(lambda line: not line, lines))


def group_lines(group: Values, indent: str) -> Iterator[str]:
    """Yield the lines of a group that is not empty; blank lines are none of its first line's."""
    for number, entry in enumerate(group.entries):
        lines = _item_lines(entry, indent) if group.is_list else _pair_lines(entry, indent)
        yield from _without_lead(lines) if number == 0 else lines


def entry_lines(entry: KeyValue, indent: str) -> list[str]:
    """Return the lines of one entry of a mapping or of a list, whose key is empty."""
    return _pair_lines(entry, indent) if entry.key else _item_lines(entry, indent)


def _pair_lines(entry: KeyValue, indent: str) -> list[str]:
    first, *rest = _value_lines(entry, indent)
    return [*_comments(entry.above, indent), f"{indent}{key_text(entry.key)}:{first}", *rest]


def _item_lines(entry: KeyValue, indent: str) -> list[str]:
    if not isinstance(entry.value, Values) or entry.value.is_list or not entry.value.entries:
        first, *rest = _value_lines(entry, indent)
        return [*_comments(entry.above, indent), f"{indent}-{first}", *rest]
    head, *others = entry.value.entries  # what stands above an item's first key stands above its dash
    bare = replace(entry.value, entries=[replace(head, above=[]), *others])
    first, *rest = group_lines(bare, indent + _STEP)
    above = _comments([*entry.above, *_without_lead(head.above)], indent)
    return [*above, f"{indent}- {first.lstrip()}", *rest, *_comments(entry.below, indent + _STEP)]


def _value_lines(entry: KeyValue, indent: str) -> list[str]:
    """Return what stands behind the key's colon or the dash, then the lines below it."""
    value, beside = entry.value, f"  {entry.beside}" if entry.beside else ""
    if not isinstance(value, Values):
        first, *lines = scalar_lines(value, indent + _STEP)
        first = f" {first}" if first else ""
    else:
        first = "" if value.entries else " []" if value.is_list else " {}"
        lines = list(group_lines(value, indent + _STEP))
    return [first + beside, *lines, *_comments(entry.below, indent + _STEP)]


def _comments(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Yield comments and blank lines, one of these for several."""
    before = "#"
    for line in lines:
        if line or before:
            yield line and indent + line
        before = line


def key_text(key: str) -> str:
    """Return a key as it is written before its colon."""
    return _quoted(key) if _NEEDS_QUOTES.match(key) else key


def scalar_lines(scalar: Scalar, indent: str) -> list[str]:
    """Return a value's text: on one line, or `|` with the lines below it; empty for what is empty or blank."""
    text = scalar.text
    if not text.strip():
        return [""]
    if "\n" not in text:
        return [one_line(text, is_text=scalar.is_text)]
    if text[0].isspace() or text.endswith("\n\n") or any(line.isspace() for line in text.split("\n")):
        return [_escaped(text)]
    lines = text.removesuffix("\n").split("\n")
    return ["|" if text.endswith("\n") else "|-", *(line and indent + line for line in lines)]


def one_line(text: str, *, is_text: bool = False) -> str:
    """Return a value on one line: plain where that is read as the same text, else in quotes.

    `is_text`: what other programs would read as a number, as true or false is quoted, too.
    """
    if not text or "\n" in text:
        return _escaped(text)
    return _quoted(text) if _NEEDS_QUOTES.match(text) or (is_text and _NO_TEXT.fullmatch(text)) else text


def _quoted(text: str) -> str:
    if "\\" not in text and '"' not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in text) + '"'
