"""What is wrong with the data and where: places, severities, codes, diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from ktgs.language.text import vi_number


class Place(NamedTuple):
    """A position in a file: path from the repository's root with `/`, line and column counted from 1.

    With line 0 it is the file as a whole.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


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
    `stands_for`: how many problems it counts; more than one where those of one kind in a file are too many to tell.
    """

    code: Code
    place: Place
    found: str
    expected: str = ""
    cure: str = ""
    related: tuple[Related, ...] = ()
    is_internal: bool = False
    stands_for: int = 1

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

    def __post_init__(self) -> None:
        _DECLARED.setdefault(self, self)

    def __reduce__(self) -> tuple[object, ...]:
        """Have a code that another process tells be the one that is declared here, not one that is like it."""
        return _declared, (self.id, self.title, self.severity, self.about)

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
        return Diagnostic(
            code=self,
            place=place,
            found=found,
            expected=expected,
            cure=cure,
            related=tuple(related),
            is_internal=is_internal,
        )


_DECLARED: dict[Code, Code] = {}


def _declared(code_id: str, title: str, severity: Severity, about: str) -> Code:
    return _DECLARED[Code(code_id, title, severity, about)]


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by file, line, column and code, each once."""
    return tuple(sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order))


_TOLD = 20  # problems of one code that are told of one file; who made that many mends one cause, not each


def first_few(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics as ordered, of each code in a file only the first few and one that counts the rest.

    What is internal is counted apart, so that the count of what is public tells nothing of it.
    """
    told: list[Diagnostic] = []
    met: dict[tuple[str, str, bool], int] = {}
    rest: dict[tuple[str, str, bool], int] = {}  # where the one that counts the rest stands
    for item in diagnostics:
        kind = (item.place.file, item.code.id, item.is_internal)
        met[kind] = met.get(kind, 0) + item.stands_for
        if met[kind] <= _TOLD:
            told.append(item)
        elif kind not in rest:
            rest[kind] = len(told)
            told.append(item)
    for kind, index in rest.items():
        left = met[kind] - _TOLD
        if left > 1:
            told[index] = replace(
                told[index],
                found=f"Từ dòng này, tệp còn {vi_number(left)} chỗ sai cùng mã.",
                expected="",
                cure="Sửa các chỗ ở trên, rồi kiểm tra lại.",
                related=(),
                stands_for=left,
            )
    return tuple(told)
