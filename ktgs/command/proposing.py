"""What the commands of a proposal print: what differs from another version, and which problems are new."""

from __future__ import annotations

from pathlib import Path

from ktgs.command.from_git import asking_git
from ktgs.command.progress import progress
from ktgs.comparing import reporters
from ktgs.comparing.comparison import Choose, compared
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic


def difference(root: Path, base: str, head: str | None, choose: Choose, form: str, audience: Audience) -> str:
    """Return what differs between two versions, for an audience; refuses (UsageError) what git does not give."""
    with asking_git(), progress("Đang so hai phiên bản…"), compared(root, base, head, choose, audience) as comparison:
        if form == "markdown":
            return reporters.as_markdown(comparison)
        return (reporters.as_json if form == "json" else reporters.as_text)(comparison, base)


def new_against(
    root: Path, base: str, choose: Choose, audience: Audience
) -> tuple[Facts, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return all facts of the files at `root`, the problems that an audience may read, and those new against a version.

    Refuses (UsageError) what git does not give.
    """
    with (
        asking_git(),
        progress("Đang so với phiên bản gốc…"),
        compared(root, base, None, choose, audience) as comparison,
    ):
        return comparison.all_facts, comparison.problems, comparison.new_problems
