"""What `ktgs check --staged` finds: the problems of what the next commit takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ktgs.checks.contact_details import find_in_lines
from ktgs.command.formatting import results
from ktgs.command.from_git import asking_git
from ktgs.comparing.revisions import staged, staged_files
from ktgs.examining.pipeline import examine
from ktgs.facts.facts import Facts, Found
from ktgs.language.diagnostics import Diagnostic, Severity, in_order
from ktgs.language.today import Today
from ktgs.records.loading import kind_of


class Staged(NamedTuple):
    """What follows from the data that the next commit takes, the problems to tell, and the files to lay out anew."""

    facts: Facts
    told: tuple[Diagnostic, ...]
    unformatted: tuple[str, ...]


def of_staged(root: Path, choose: Callable[[date | None], Today]) -> Staged:
    """Return what is wrong with what is staged: every error, and warnings and notes about the files that it touches.

    In those files phone numbers and addresses are sought in comments and private values, too. Refuses (UsageError)
    where git does not give them.
    """
    with asking_git(), staged(root) as folder:
        touched = sorted(file for file in staged_files(root) if (folder / file).is_file())
        facts = examine(folder, choose)
        every = in_order((*facts.diagnostics, *_contacts(folder, touched, facts.diagnostics)))
        records = [file for file in touched if kind_of(file)]
        unformatted = tuple(one.file.file for one in results(folder, records) if one.is_changed) if records else ()
    told = (item for item in every if item.severity is Severity.error or item.place.file in touched)
    return Staged(facts.finding(lambda: Found(every, facts.accepted)), tuple(told), unformatted)


def _contacts(folder: Path, touched: Iterable[str], known: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the contact details in the lines of the files, but those that are known."""
    told = {(item.code, item.place.file, item.place.line) for item in known}
    for file in touched:
        for item in find_in_lines(file, (folder / file).read_text("utf-8", errors="replace")):
            if (item.code, file, item.place.line) not in told:
                yield item
