"""File texts as a person writes them, with ‸ where a diagnostic is expected and ‹U+…› for what cannot be seen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from ktgs.language.diagnostics import Diagnostic

MARK = "‸"
ANSWER = "▸ "


class Case(NamedTuple):
    """A file's text with the mark, and what is told of it: code, message, cure."""

    text: str
    code: str
    message: str
    cure: str


def cases(path: str | Path) -> list[Case]:
    """Return the cases of a text file, named from this folder: blocks of a file's lines and two answer lines."""
    found = []
    lines: list[str] = []
    for line in (Path(__file__).parent / path).read_text(encoding="utf-8").split("\n")[2:]:
        lines.append(line)
        if line.startswith(ANSWER) and len(lines) > 1 and lines[-2].startswith(ANSWER):
            code, _, message = lines[-2].removeprefix(ANSWER).partition(" ")
            found.append(Case("\n".join(lines[:-2]).strip("\n") + "\n", code, message, line.removeprefix(ANSWER)))
            lines = []
    return found


def marked(text: str) -> tuple[bytes, str]:
    """Return the file's bytes without the mark, and the expected `line:column` of the mark."""
    text = visible_to_real(text)
    before = text[: text.index(MARK)]
    return text.replace(MARK, "", 1).encode(), f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def visible_to_real(text: str) -> str:
    """Return the text with each ‹U+…› as the character it stands for."""
    return re.sub(r"‹U\+([0-9A-F]{4,6})›", lambda match: chr(int(match[1], 16)), text)


def told(diagnostic: Diagnostic) -> tuple[str, str, str, str]:
    """Return the code, `line:column`, message and cure of a diagnostic."""
    place = diagnostic.place
    return diagnostic.code.id, f"{place.line}:{place.column}", diagnostic.message, diagnostic.cure


def places(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Return `code line:column` of each diagnostic."""
    return [f"{diagnostic.code.id} {diagnostic.place.line}:{diagnostic.place.column}" for diagnostic in diagnostics]
