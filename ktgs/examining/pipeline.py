"""The whole examination, from a folder to facts, and every code that it can raise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType

from ktgs.examining.accepting import accept, entries, told_unneeded
from ktgs.examining.one_cause import told_once
from ktgs.facts.facts import UNCHECKED, Facts, crashed_figures, work_out
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity, first_few, in_order
from ktgs.language.scanning import modules
from ktgs.language.today import Today
from ktgs.repository.opening import Before, link, read
from ktgs.source.collector import paused_collector
from ktgs.source.site_folders import site_problems

CRASHED = Code(
    "F903",
    "Phần mềm gặp lỗi khi kiểm tra dữ liệu",
    about="Lỗi của phần mềm, không phải của dữ liệu. Các kiểm tra khác vẫn chạy. Gửi nguyên thông báo cho người bảo"
    " trì.",
)


@paused_collector()
def examine(root: Path, choose: Callable[[date | None], Today]) -> Facts:
    """Return all that the data under `root`/data says, with every diagnostic; `choose` gets the sample's own day.

    What may not lie in the folders of the site's own files stands among the diagnostics, since it stops a build.
    """
    return derive(root, choose).checked()


@dataclass(frozen=True)
class Derived:
    """What follows from a folder before the checks run, with what was found on the way. `facts` are unchecked."""

    facts: Facts
    problems: tuple[Diagnostic, ...]
    today: Today

    def checked(self, found: Iterable[Diagnostic] | None = None) -> Facts:
        """Return the facts with every diagnostic; `found`: what `run` finds in them, where it ran already."""
        repository, unchecked = self.facts.repository, replace(self.facts, diagnostics=())
        found = run(unchecked) if found is None else found
        every = in_order((*self.problems, *crashed_figures(unchecked), *found))
        diagnostics = accept(repository, entries(repository), every)
        unneeded = told_unneeded(repository, diagnostics, is_given=self.today.is_given)
        told = first_few(in_order((*diagnostics.told, *unneeded)))
        return replace(self.facts, diagnostics=told, accepted=diagnostics.accepted)


def derive(root: Path, choose: Callable[[date | None], Today], before: Before | None = None) -> Derived:
    """Return what follows from the data under `root`/data, not yet checked; `before`: what was made of it before."""
    loaded, unread = read(root, before)
    today = choose(loaded.sample_as_of)
    repository, unlinked = link(loaded, today, before)
    facts, crashed = work_out(repository)
    return Derived(replace(facts, diagnostics=UNCHECKED), (*site_problems(root), *unread, *unlinked, *crashed), today)


def run(facts: Facts) -> tuple[Diagnostic, ...]:
    """Return what every check finds, one slip told once; a check that crashes is itself reported and stops no other."""
    return told_once(chain.from_iterable(run_each(facts)))


def run_each(facts: Facts) -> Iterator[tuple[Diagnostic, ...]]:
    """Yield what each check finds, in turn."""
    for module in modules("ktgs.checks"):
        try:
            yield tuple(module.find(facts))
        except Exception as error:  # a crash in one check must not hide what the others find; it is reported
            words = f"Kiểm tra “{module.__name__.rpartition('.')[2]}” gặp lỗi: {type(error).__name__}: {error}."
            yield (CRASHED.at(Place("data"), words, cure="Báo cho người bảo trì phần mềm."),)


def has_errors(facts: Facts) -> bool:
    """Return whether anything found stops a build."""
    return any(diagnostic.severity is Severity.error for diagnostic in facts.diagnostics)


def has_privacy_errors(facts: Facts) -> bool:
    """Return whether anything found may not be published even by a build that goes on over errors."""
    return any(item.severity is Severity.error and item.code.id.startswith("P") for item in facts.diagnostics)


@cache
def codes_of(module: ModuleType) -> tuple[Code, ...]:
    """Return the codes that a module declares or borrows."""
    return tuple(value for value in vars(module).values() if isinstance(value, Code))


@cache
def codes() -> tuple[Code, ...]:
    """Return every kind of problem that can be reported, by id."""
    packages = ("source", "records", "repository", "obligations", "facts", "checks", "examining")
    places = [module for package in packages for module in modules(f"ktgs.{package}")]
    by_identity = {id(code): code for place in places for code in codes_of(place)}
    return tuple(sorted(by_identity.values(), key=lambda code: code.id))
