"""Characters that look like the dash of a list or the colon of a key to a person, and are another to the reader."""

from __future__ import annotations

import re

from ktgs.language.diagnostics import Diagnostic, Place
from ktgs.source import syntax_codes
from ktgs.source.characters import can_show, shown

# – — ‐ ‑ ‒ ― − ﹣ － and the marks that word processors put before a list's items
_DASH = re.compile(
    "([\u2010-\u2015\u2212\ufe63\uff0d\u2022\u2023\u2043\u25aa\u25ab\u25cb\u25cf\u25e6\u00b7*+])[ \t\u00a0]"
)
_COLON = re.compile("[\uff1a\ufe55\ufe13\ua789\u2236\u02d0]")  # ： ﹕ ︓ ꞉ ∶ ː
_GLUED = re.compile("-[^\\s-]")


def _named(mark: str) -> str:
    return f"Dấu {shown(mark)} (U+{ord(mark):04X})"


def begins_unlike_dash(text: str) -> bool:
    """Return whether the text begins as a list's item with another mark than a dash and a blank."""
    return _DASH.match(text) is not None or _GLUED.match(text) is not None


def unlike_dash(text: str, place: Place) -> Diagnostic | None:
    """Return the diagnostic of text at `place` that begins as a list's item with another mark than a dash, or None."""
    if matched := _DASH.match(text):
        words = f"{_named(matched[1])} ở đầu {shown(text)} không phải là dấu gạch “-” của danh sách."
        right = f"- {text[matched.end() :].strip()}"
    elif _GLUED.match(text):
        words = f"Thiếu dấu cách sau dấu gạch của {shown(text)}."
        right = f"- {text[1:].strip()}"
    else:
        return None
    right += " …" * right.endswith(":")
    is_one = can_show(text) and not _DASH.search(text, 2)  # of several the lines are lost, where they are one value
    cure = f"Viết: {right}" if is_one else "Gõ lại dấu gạch “-” và một dấu cách bằng bàn phím."
    return syntax_codes.UNLIKE_DASH.at(place, words, cure=cure)


def unlike_colon(text: str, place: Place) -> Diagnostic | None:
    """Return the diagnostic of a line or key at `place` that holds a mark which only looks like a colon, or None."""
    matched = _COLON.search(text)
    if matched is None:
        return None
    words = f"{_named(matched.group())} trong {shown(text)} trông như dấu hai chấm nhưng là ký tự khác."
    key, value = text[: matched.start()].strip(), text[matched.end() :].strip()
    cure = f"Viết: {key}: {value}".rstrip() if can_show(text) else "Gõ lại dấu hai chấm và một dấu cách bằng bàn phím."
    return syntax_codes.UNLIKE_COLON.at(place, words, cure=cure)
