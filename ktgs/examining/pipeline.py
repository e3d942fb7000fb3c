"""The whole examination, from a folder to facts, and every code that it can raise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import chain
from pathlib import Path
from types import ModuleType

from ktgs.examining.accepting import accept, entries, told_unneeded
from ktgs.examining.one_cause import told_once
from ktgs.facts.facts import Facts, Found, crashed_figures, work_out
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity, first_few, in_order
from ktgs.language.scanning import modules
from ktgs.language.today import Today
from ktgs.machine.collector import paused_collector
from ktgs.machine.sharing import Meanwhile, shared_out
from ktgs.repository.opening import Before, link, read
from ktgs.reuse.store import Store
from ktgs.source.site_folders import site_problems

CRASHED = Code(
    "F903",
    "Phần mềm gặp lỗi khi kiểm tra dữ liệu",
    about="Lỗi của phần mềm, không phải của dữ liệu. Các kiểm tra khác vẫn chạy. Gửi nguyên thông báo cho người bảo"
    " trì.",
)


_WORTH_A_PROCESS = 10  # checks


@paused_collector()
def examine(root: Path, choose: Callable[[date | None], Today], store: Store | None = None) -> Facts:
    """Return all that the data under `root`/data says, with every diagnostic; `choose` gets the sample's own day.

    What may not lie in the folders of the site's own files stands among the diagnostics, since it stops a build.
    `store`: where what files say is kept for the next process.
    """
    return derive(root, choose, store=store).checked()


@dataclass(frozen=True)
class Derived:
    """What follows from a folder before the checks run, with what was found on the way. `facts` are unchecked."""

    facts: Facts
    problems: tuple[Diagnostic, ...]
    today: Today

    def checked(self, *, is_ahead: bool = False) -> Facts:
        """Return the facts with what the checks find, who run when somebody asks, or at once beside what comes next."""
        by_checks = partial(run, self.facts)
        awaited = Meanwhile(by_checks) if is_ahead else by_checks
        return self.facts.finding(lambda: self.found(awaited()))

    def found(self, by_checks: Iterable[Diagnostic]) -> Found:
        """Return every diagnostic, and what is accepted, from what `run` finds in the facts."""
        repository = self.facts.repository
        every = in_order((*self.problems, *by_checks))
        diagnostics = accept(repository, entries(repository), every)
        unneeded = told_unneeded(repository, diagnostics, is_given=self.today.is_given)
        return Found(first_few(in_order((*diagnostics.told, *unneeded))), diagnostics.accepted)


def derive(
    root: Path, choose: Callable[[date | None], Today], before: Before | None = None, store: Store | None = None
) -> Derived:
    """Return what follows from the data under `root`/data, not yet checked.

    `before`: what this process made of it before; `store`: where what files say is kept for the next one.
    """
    loaded, unread = read(root, before, store)
    today = choose(loaded.sample_as_of)
    repository, unlinked = link(loaded, today, before)
    facts, crashed = work_out(repository)
    return Derived(facts, (*site_problems(root), *unread, *unlinked, *crashed), today)


@paused_collector()
def run(facts: Facts) -> tuple[Diagnostic, ...]:
    """Return what every check finds, one slip told once; the checks are shared out among the processors."""
    steps = checks(facts)
    return in_all(shared_out(lambda number: steps[number](), len(steps), _WORTH_A_PROCESS))


def in_all(found: Iterable[tuple[Diagnostic, ...]]) -> tuple[Diagnostic, ...]:
    """Return what the checks found, one slip told once."""
    return told_once(chain.from_iterable(found))


def checks(facts: Facts) -> tuple[Callable[[], tuple[Diagnostic, ...]], ...]:
    """Return what looks for problems in the facts, each by itself; one that crashes reports that and stops no other."""
    return (partial(crashed_figures, facts), *(partial(_found_by, check, facts) for check in modules("ktgs.checks")))


def _found_by(check: ModuleType, facts: Facts) -> tuple[Diagnostic, ...]:
    try:
        return tuple(check.find(facts))
    except Exception as error:  # a crash in one check must not hide what the others find; it is reported
        words = f"Kiểm tra “{check.__name__.rpartition('.')[2]}” gặp lỗi: {type(error).__name__}: {error}."
        return (CRASHED.at(Place("data"), words, cure="Báo cho người bảo trì phần mềm."),)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether anything found stops a build."""
    return any(diagnostic.severity is Severity.error for diagnostic in diagnostics)


def has_privacy_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether anything found may not be published even by a build that goes on over errors."""
    return any(item.severity is Severity.error and item.code.id.startswith("P") for item in diagnostics)


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
