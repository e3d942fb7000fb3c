"""Every duty's ABOUT tells the truth: its examples, laid over the small sample, have the states that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from ktgs.facts.facts import duties
from ktgs.language.diagnostics import Severity
from ktgs.obligations.obligation import Duty, State
from tests.repo import by_id, facts, lay

FILE = re.compile(r"Tệp `(data/[^`]+)`:")
NO_FILE = re.compile(r"Không có tệp `(data/[^`]+)`\.")
EXPECTED = re.compile(r"(?:- )?Ngày (\d\d/\d\d/\d{4}): `([^`]+)` → (.+)\.")
FENCE = re.compile(r"```(?:yaml|markdown)")
GOOD = {State.on_time}
BAD = {State.late, State.overdue, State.missed}


@dataclass
class Example:
    """Files to lay over the sample (None: to remove), and the state of an obligation on a day."""

    files: dict[str, str | bytes | None] = field(default_factory=dict)
    expected: list[tuple[str, str, State]] = field(default_factory=list)  # (ISO day, id, state)


def examples(about: str) -> Iterator[Example]:
    """Yield the examples of an ABOUT, in order."""
    lines = iter(about.splitlines())
    example = Example()
    for line in lines:
        if example.expected and line.startswith(("Ví dụ", "Tệp `data", "Không có tệp `data")):
            yield example
            example = Example()
        if found := FILE.fullmatch(line):
            example.files[found[1]] = block(lines, line)
        elif found := NO_FILE.fullmatch(line):
            example.files[found[1]] = None
        elif found := EXPECTED.fullmatch(line):
            day = datetime.strptime(found[1], "%d/%m/%Y").date().isoformat()
            example.expected.append((day, found[2], State(found[3])))
        else:
            assert not re.match("(- )?(Tệp `data|Không có tệp `data|Ngày [0-9])", line), f"not parseable: {line}"
    if example.expected:
        yield example


def block(lines: Iterator[str], heading: str) -> str:
    """Return the text of the fenced block that follows a heading."""
    opening = next(line for line in lines if line)
    assert FENCE.fullmatch(opening), f"no block after: {heading}"
    found: list[str] = []
    for line in lines:
        if line == "```":
            return "\n".join(found) + "\n"
        found.append(line)
    raise AssertionError(f"the block is not closed after: {heading}")


DUTIES = duties()
EXAMPLES = [
    pytest.param(duty, example, id=f"{duty.slug}-{number}")
    for duty in DUTIES
    for number, example in enumerate(examples(duty.about), start=1)
]


@pytest.mark.parametrize(("duty", "example"), EXAMPLES)
def test_example(duty: Duty, example: Example, tmp_path: Path) -> None:
    lay(tmp_path, example.files)
    for day, obligation_id, state in example.expected:
        found = facts(tmp_path, day)
        assert [item for item in found.diagnostics if item.severity is Severity.error] == []
        assert by_id(found)[obligation_id].state is state
        assert by_id(found)[obligation_id].duty is duty


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.slug)
def test_about_shows_both_sides(duty: Duty) -> None:
    states = {state for example in examples(duty.about) for _, _, state in example.expected}
    assert states & GOOD
    assert states & BAD
