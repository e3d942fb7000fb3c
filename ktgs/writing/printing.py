"""Nodes to text in the one layout: two blanks a level, a dash below its key, quotes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ktgs.writing.nodes import Document, Entry, Group, Scalar

_STEP = "  "
# What a plain value may not begin with, hold or end in without being read as something else, now or by other programs.
_NEEDS_QUOTES = re.compile(r"""[\[\]{},#&*!|>'"%@`]|[-?:–—•](?:\s|$)|---|\.\.\.|.*(?::(?:\s|$)|\s\#)|\s|.*\s$""")
# What other programs read as a number, as nothing, or as true and false.
_NUMBER = r"[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|[-+]?\.[0-9]+|0[xo][0-9a-f]+"
_NO_TEXT = re.compile(rf"{_NUMBER}|~|null|true|false", re.IGNORECASE)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def document_text(document: Document) -> str:
    """Return the document's text, with \\n as line ends."""
    lines = [*document.head, ""] if document.head else []
    lines += without_lead(list(group_lines(document.root, "")))
    return "".join(f"{line}\n" for line in _single_blanks([*lines, *document.foot]))


def without_lead(lines: list[str]) -> list[str]:
    """Return the lines from the first that is not blank."""
    first = next((number for number, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def _single_blanks(lines: list[str]) -> Iterator[str]:
    """Yield the lines with one blank line for several, and none at the end."""
    held = False
    for line in without_lead(lines):
        if line and held:
            yield ""
        if line:
            yield line
        held = not line


def group_lines(group: Group, indent: str) -> Iterator[str]:
    """Yield the lines of a group that is not empty; blank lines are none of its first line's."""
    for number, entry in enumerate(group.entries):
        lines = _item_lines(entry, indent) if group.is_list else _pair_lines(entry, indent)
        yield from without_lead(lines) if number == 0 else lines


def entry_lines(entry: Entry, indent: str) -> list[str]:
    """Return the lines of one entry of a mapping or of a list, whose key is empty."""
    return _pair_lines(entry, indent) if entry.key else _item_lines(entry, indent)


def _pair_lines(entry: Entry, indent: str) -> list[str]:
    first, *rest = _value_lines(entry, indent)
    return [*_indented(entry.above, indent), f"{indent}{key_text(entry.key)}:{first}", *rest]


def _item_lines(entry: Entry, indent: str) -> list[str]:
    above = _indented(entry.above, indent)
    if not isinstance(entry.value, Group) or entry.value.is_list or not entry.value.entries:
        first, *rest = _value_lines(entry, indent)
        return [*above, f"{indent}-{first}", *rest]
    lines = list(group_lines(entry.value, indent + _STEP))
    hoisted = len(entry.value.entries[0].above)  # comments over the first key stand over the dash
    hoisted -= len(entry.value.entries[0].above) - len(without_lead(entry.value.entries[0].above))
    over, (first, *rest) = lines[:hoisted], lines[hoisted:]
    above += [line and indent + line.lstrip() for line in over]
    return [*above, f"{indent}- {first.lstrip()}", *rest, *_indented(entry.below, indent + _STEP)]


def _value_lines(entry: Entry, indent: str) -> list[str]:
    """Return what stands behind the key's colon or the dash, then the lines below it."""
    value, beside = entry.value, f"  {entry.beside}" if entry.beside else ""
    if not isinstance(value, Group):
        first, *lines = scalar_lines(value, indent + _STEP)
        first = f" {first}" if first else ""
    else:
        first = "" if value.entries else " []" if value.is_list else " {}"
        lines = list(group_lines(value, indent + _STEP))
    return [first + beside, *lines, *_indented(entry.below, indent + _STEP)]


def _indented(lines: Iterable[str], indent: str) -> list[str]:
    return [line and indent + line for line in lines]


def key_text(key: str) -> str:
    """Return a key as it is written before its colon."""
    return _quoted(key) if _NEEDS_QUOTES.match(key) else key


def scalar_lines(scalar: Scalar, indent: str) -> list[str]:
    """Return a value's text: on one line, or `|` with the lines below it; empty for what is empty or blank."""
    text = scalar.text
    if not text.strip():
        return [""]
    if "\n" not in text:
        needs_quotes = _NEEDS_QUOTES.match(text) or (scalar.is_text and _NO_TEXT.fullmatch(text))
        return [_quoted(text) if needs_quotes else text]
    if text[0].isspace() or text.endswith("\n\n") or any(line.isspace() for line in text.split("\n")):
        return [_escaped(text)]
    lines = text.removesuffix("\n").split("\n")
    return ["|" if text.endswith("\n") else "|-", *(line and indent + line for line in lines)]


def _quoted(text: str) -> str:
    if "\\" not in text and '"' not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in text) + '"'
