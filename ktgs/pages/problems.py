"""The data's own problems, as far as the public may read them: by severity and file, each with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ktgs.addresses.declaring import MenuEntry
from ktgs.examining.pipeline import codes_of, run
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity
from ktgs.language.scanning import modules
from ktgs.obligations.targets import ToCode

ADDRESS = "du-lieu.html"
MENU = MenuEntry("Tình trạng dữ liệu", 70, is_main=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `message` and `cure` are empty where the words may hold what is not public."""

    code: Code
    target: ToCode
    place: Place
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class FileProblems:
    """The problems of one severity in one file."""

    file: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SeverityProblems:
    """The problems of one severity."""

    severity: str
    count: int
    files: tuple[FileProblems, ...]


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    """All problems, the worst first."""

    url: str
    title: str
    groups: tuple[SeverityProblems, ...]


def pages(facts: Facts) -> Iterator[ProblemsPage]:
    """Yield the one page.

    A message quotes what it found. What a check finds is told where it finds the same in the public half of the data,
    else not at all: it follows from private facts. Of what reading the files found the page gives kind and place.
    """
    tellable = set(run(facts, {item.code for item in facts.diagnostics}))
    of_checks = {code for module in modules("ktgs.checks") for code in codes_of(module)}
    shown = tuple(item for item in facts.diagnostics if item in tellable or item.code not in of_checks)
    groups = tuple(_group(severity, shown, tellable) for severity in Severity)
    yield ProblemsPage(ADDRESS, "Tình trạng dữ liệu", tuple(group for group in groups if group.count))


def _group(severity: Severity, shown: tuple[Diagnostic, ...], tellable: set[Diagnostic]) -> SeverityProblems:
    of_severity = [item for item in shown if item.severity is severity]
    by_file = groupby(of_severity, key=lambda item: item.place.file)
    files = tuple(
        FileProblems(file, tuple(_problem(item, item in tellable) for item in items)) for file, items in by_file
    )
    return SeverityProblems(severity.value, sum(item.stands_for for item in of_severity), files)


def _problem(item: Diagnostic, is_tellable: bool) -> Problem:
    message, cure = (item.message, item.cure) if is_tellable else ("", "")
    return Problem(code=item.code, target=ToCode(item.code.id), place=item.place, message=message, cure=cure)
