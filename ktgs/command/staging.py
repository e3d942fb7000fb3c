"""What `ktgs check --staged` finds: the problems of what the next commit takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ktgs.checks.contact_details import find_in_lines
from ktgs.command.from_git import asking_git
from ktgs.comparing.revisions import staged, staged_files
from ktgs.examining.pipeline import examine
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Severity, in_order
from ktgs.language.today import Today
from ktgs.source.discovery import FOLDER


def of_staged(root: Path, choose: Callable[[date | None], Today]) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Return what follows from the files staged for the next commit, and its problems: every error, and warnings and
    notes about the files that the commit touches. Refuses (UsageError) where git does not give them.

    In those files phone numbers and addresses are sought in comments and private values, too.
    """
    with asking_git(), staged(root) as folder:
        touched = staged_files(root)
        facts = examine(folder, choose)
        every = in_order((*facts.diagnostics, *_contacts(folder, touched, facts.diagnostics)))
    told = (item for item in every if item.severity is Severity.error or item.place.file in touched)
    return replace(facts, diagnostics=every), tuple(told)


def _contacts(folder: Path, touched: Iterable[str], known: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the contact details in the lines of the files, but those that are known."""
    told = {(item.code, item.place.file, item.place.line) for item in known}
    for file in touched:
        if file.startswith(f"{FOLDER}/") and (folder / file).is_file():
            for item in find_in_lines(file, (folder / file).read_text("utf-8", errors="replace")):
                if (item.code, file, item.place.line) not in told:
                    yield item
