"""The clauses of a plan's text: headings numbered as Vietnamese papers are, II, then II.1 or 1., then 2.1."""

from __future__ import annotations

import re
from functools import lru_cache

HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*")
_ROMAN = re.compile(r"([IVXLC]+)[ \t]*[-–.)]")
_ARABIC = re.compile(r"(\d+(?:\.\d+)*)(?:[.)]|(?=\s))")
_PLANS_KEPT = 64  # texts kept; a repository has one or two plans a year


def roman_of(title: str, above: str) -> str:
    """Return the Roman number that a heading begins with, else that of the one above."""
    begins = _ROMAN.match(title)
    return begins[1] if begins else above


def clause_of(title: str, roman: str) -> str:
    """Return the clause of a heading under a Roman number, empty where it has no number: `### 1.` below II is II.1."""
    if _ROMAN.match(title):
        return roman
    if number := _ARABIC.match(title):
        return f"{roman}.{number[1]}" if roman else number[1]
    return ""


@lru_cache(maxsize=_PLANS_KEPT)
def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses that have a heading in a text, in its order."""
    names: list[str] = []
    roman = ""
    for line in text.splitlines():
        if met := HEADING.fullmatch(line):
            title = met[2].replace("*", "").strip()
            roman = roman_of(title, roman)
            names.append(clause_of(title, roman))
    return tuple(dict.fromkeys(filter(None, names)))
