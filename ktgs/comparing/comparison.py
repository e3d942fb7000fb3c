"""Two versions of one repository set side by side, as of one day and for one audience."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from ktgs.comparing.decisions import DecisionChange, decision_changes
from ktgs.comparing.files import FileChange, file_changes
from ktgs.comparing.meetings import MeetingChange, meeting_changes
from ktgs.comparing.problems import gone_problems, new_problems
from ktgs.comparing.revisions import laid_out
from ktgs.comparing.sides import Side
from ktgs.comparing.states import ObligationChange, obligation_changes
from ktgs.examining.pipeline import examine
from ktgs.examining.publishing import facts_for
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic
from ktgs.language.today import Today

Choose = Callable[[date | None], Today]  # of the sample's own day


@dataclass(frozen=True, eq=False)
class Comparison:
    """What differs between two sides; each part is worked out when it is asked for.

    `all_facts` are the second side's, whoever reads the comparison.
    """

    base: Side
    head: Side
    all_facts: Facts

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All problems of the second side."""
        return self.head.facts.diagnostics

    @cached_property
    def files(self) -> tuple[FileChange, ...]:
        """The files that differ."""
        return file_changes(self.base, self.head)

    @cached_property
    def meetings(self) -> tuple[MeetingChange, ...]:
        """The meetings that differ."""
        return meeting_changes(self.base, self.head)

    @cached_property
    def obligations(self) -> tuple[ObligationChange, ...]:
        """The obligations whose state or day differs."""
        return obligation_changes(self.base, self.head)

    @cached_property
    def decisions(self) -> tuple[DecisionChange, ...]:
        """The decisions that differ."""
        return decision_changes(self.base, self.head)

    @cached_property
    def new_problems(self) -> tuple[Diagnostic, ...]:
        """The problems that the base does not have."""
        return new_problems(self.base, self.head)

    @cached_property
    def gone_problems(self) -> tuple[Diagnostic, ...]:
        """The problems that the base alone has."""
        return gone_problems(self.base, self.head)


@contextmanager
def compared(
    root: Path,
    base: str,
    head: str | None,
    choose: Choose,
    audience: Audience = Audience.internal,
) -> Iterator[Comparison]:
    """Yield the comparison of a revision with another one, or with the files as they lie at `root`.

    Both are worked out as of the day of the second. The files are there while the comparison is asked. Refuses
    (revisions.NoVersion) what git does not give.
    """
    with ExitStack() as stack:
        base_root = stack.enter_context(laid_out(root, base))
        head_root = stack.enter_context(laid_out(root, head)) if head else root
        chosen: list[Today] = []

        def remember(sample_as_of: date | None) -> Today:
            chosen.append(choose(sample_as_of))
            return chosen[-1]

        after = examine(head_root, remember)
        before = examine(base_root, lambda _: chosen[-1])
        first, second = Side(facts_for(audience, before), base_root), Side(facts_for(audience, after), head_root)
        yield Comparison(first, second, all_facts=after)
