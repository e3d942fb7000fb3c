"""The data's own problems, as far as the public may read them: by severity and file, each with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ktgs.addresses import addresses
from ktgs.examining.pipeline import codes_of, run
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Place, Severity
from ktgs.language.scanning import modules


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `message` and `cure` are empty where the words may hold what is not public."""

    code: str
    title: str
    about: str  # the address where the code is explained
    place: Place
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class FileProblems:
    """The problems of one severity in one file."""

    file: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The problems of one severity."""

    severity: str
    count: int
    files: tuple[FileProblems, ...]


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    """All problems, the worst first."""

    url: str
    title: str
    groups: tuple[Group, ...]


def pages(facts: Facts) -> Iterator[ProblemsPage]:
    """Yield the one page.

    A message quotes what it found. What a check finds is told where it finds the same in the public half of the data,
    else not at all: it follows from private facts. Of what reading the files found the page gives kind and place.
    """
    tellable = set(run(facts, {item.code for item in facts.diagnostics}))
    of_checks = {code for module in modules("ktgs.checks") for code in codes_of(module)}
    shown = tuple(item for item in facts.diagnostics if item in tellable or item.code not in of_checks)
    groups = tuple(_group(severity, shown, tellable) for severity in Severity)
    yield ProblemsPage(addresses.PROBLEMS, "Tình trạng dữ liệu", tuple(group for group in groups if group.count))


def _group(severity: Severity, shown: tuple[Diagnostic, ...], tellable: set[Diagnostic]) -> Group:
    mine = [item for item in shown if item.severity is severity]
    by_file = groupby(mine, key=lambda item: item.place.file)
    files = tuple(
        FileProblems(file, tuple(_problem(item, item in tellable) for item in items)) for file, items in by_file
    )
    return Group(severity.value, sum(item.stands_for for item in mine), files)


def _problem(item: Diagnostic, is_tellable: bool) -> Problem:
    message, cure = (item.message, item.cure) if is_tellable else ("", "")
    return Problem(item.code.id, item.code.title, addresses.code(item.code.id), item.place, message, cure)
