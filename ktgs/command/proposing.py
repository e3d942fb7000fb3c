"""What the commands of a proposal print: what differs from another version, and which problems are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from ktgs.checks.contact_details import find_in_lines
from ktgs.command.progress import progress
from ktgs.comparing import reporters
from ktgs.comparing.comparison import Choose, compared
from ktgs.comparing.revisions import NoVersion, staged, staged_files
from ktgs.examining.pipeline import examine
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Severity, in_order
from ktgs.source.discovery import FOLDER

REPORTERS = {"text": reporters.as_text, "json": reporters.as_json, "markdown": reporters.as_markdown}


@contextmanager
def _told() -> Iterator[None]:
    """Make what git does not give a wrong use of the command."""
    try:
        yield
    except NoVersion as refusal:
        raise click.UsageError(str(refusal)) from None


def difference(root: Path, base: str, head: str | None, choose: Choose, form: str, audience: Audience) -> str:
    """Return what differs between two versions, for an audience; refuses (UsageError) what git does not give."""
    with _told(), progress("Đang so hai phiên bản…"), compared(root, base, head, choose, audience) as comparison:
        return REPORTERS[form](comparison, base)


def new_against(
    root: Path, base: str, choose: Choose, audience: Audience
) -> tuple[Facts, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return all facts of the files at `root`, the problems that an audience may read, and those new against a version.

    Refuses (UsageError) what git does not give.
    """
    with _told(), progress("Đang so với phiên bản gốc…"), compared(root, base, None, choose, audience) as comparison:
        return comparison.all_facts, comparison.problems, comparison.new_problems


def of_staged(root: Path, choose: Choose) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Return what follows from the files staged for the next commit, and its problems: every error, and warnings and
    notes about the files that the commit touches. Refuses (UsageError) where git does not give them.

    In those files phone numbers and addresses are sought in comments and private values, too.
    """
    with _told(), staged(root) as folder:
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
