"""What is wrong with the data and where: places, severities, codes, diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file: path from the repository's root with `/`, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(Enum):
    """How bad a diagnostic is; the value is the word that people see. Only errors stop a build."""

    error = "lỗi"
    warning = "cảnh báo"
    note = "ghi chú"


class Related(NamedTuple):
    """Another place that a diagnostic speaks of, with a few words on why."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what was found, what was expected and by whose rule, and the cure; Vietnamese sentences or empty.

    `is_internal`: it follows from a private fact (an absence, a replacement), so it may stand on no page.
    """

    code: Code
    place: Place
    found: str
    expected: str = ""
    cure: str = ""
    related: tuple[Related, ...] = ()
    is_internal: bool = False

    @property
    def severity(self) -> Severity:
        """The severity that the code declares."""
        return self.code.severity

    @property
    def message(self) -> str:
        """What was found and what was expected, as one line without the cure."""
        return " ".join(part for part in (self.found, self.expected) if part)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sort key of every list of diagnostics: file, line, column, code."""
        return (*self.place, self.code.id, self.message)


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem. `id` is never reused; `about` explains it in Vietnamese Markdown, with example and cure.

    The first letter is the family: Y text and syntax, S schema, R reference, D date order, N numbering, P privacy,
    A adjustments, M meetings, rounds and positions, F files and folders.
    """

    id: str
    title: str
    severity: Severity = Severity.error
    about: str = ""

    def at(
        self,
        place: Place,
        found: str,
        *,
        expected: str = "",
        cure: str = "",
        related: Iterable[Related] = (),
        is_internal: bool = False,
    ) -> Diagnostic:
        """Return a diagnostic of this code at `place`."""
        return Diagnostic(self, place, found, expected, cure, tuple(related), is_internal)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by file, line, column and code, each once."""
    return tuple(sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order))
