"""The data's own problems, as far as the readers may know them: by severity and file, each with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Place, Severity
from ktgs.obligations.targets import ToCode
from ktgs.records.accepted import Acceptance, Accepted
from ktgs.records.calendar import CalendarYear
from ktgs.records.organization import Organization
from ktgs.repository.repository import Repository

ADDRESS = "du-lieu.html"
MENU = MenuEntry("Tình trạng dữ liệu", 20, MenuGroup.data)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, and where its kind is explained."""

    target: ToCode
    diagnostic: Diagnostic


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
class AcceptedProblem:
    """A warning that somebody accepted, with why and who."""

    problem: Problem
    entry: Acceptance


@dataclass(frozen=True, slots=True)
class ProblemsPage:
    """All problems, the worst first. `is_whole`: nothing is kept from these readers. `common`: files of no own page."""

    url: str
    title: str
    is_whole: bool
    groups: tuple[SeverityProblems, ...]
    accepted: tuple[AcceptedProblem, ...]
    common: tuple[Place, ...]


def pages(facts: Facts) -> Iterator[ProblemsPage]:
    """Yield the one page."""
    told = facts.diagnostics
    groups = tuple(_group(severity, [item for item in told if item.severity is severity]) for severity in Severity)
    yield ProblemsPage(
        url=ADDRESS,
        title="Tình trạng dữ liệu",
        is_whole=facts.is_internal,
        groups=tuple(group for group in groups if group.count),
        accepted=tuple(AcceptedProblem(_problem(warning), entry) for warning, entry in facts.accepted),
        common=tuple(_common(facts.repository)),
    )


def _common(repository: Repository) -> Iterator[Place]:
    """Yield the files that belong to no page of their own: of the organization, of days off, of accepted warnings."""
    for kind in (Organization, CalendarYear, Accepted):
        yield from (Place(record.file, 0, 0) for record in repository.of(kind).values())


def _group(severity: Severity, told: list[Diagnostic]) -> SeverityProblems:
    by_file = groupby(told, key=lambda item: item.place.file)
    files = tuple(FileProblems(file, tuple(map(_problem, items))) for file, items in by_file)
    return SeverityProblems(severity.value, sum(item.stands_for for item in told), files)


def _problem(item: Diagnostic) -> Problem:
    return Problem(ToCode(item.code.id), item)
