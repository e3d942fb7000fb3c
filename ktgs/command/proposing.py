"""What the commands of a proposal print: what differs from another version, and which problems are new."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ktgs.command.progress import progress
from ktgs.comparing import reporters
from ktgs.comparing.comparison import Choose, compared
from ktgs.comparing.revisions import NoVersion, staged, staged_files
from ktgs.examining.pipeline import examine
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Severity

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
    """
    with _told(), staged(root) as folder:
        files = staged_files(root)
        facts = examine(folder, choose)
    told = (item for item in facts.diagnostics if item.severity is Severity.error or item.place.file in files)
    return facts, tuple(told)
