"""The handbook's table of what each duty's term must have: what it names cannot be left out, the rest can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ktgs.facts.facts import duties
from ktgs.language.diagnostics import Diagnostic, Severity
from tests.handbook import handbook
from tests.repo import SAMPLE, facts, lay

PLAN = "data/plans/2020/46-kh-dtn/plan.md"
ALWAYS = ("việc", "mục")  # of every term
OTHER_SIDE = {"trước": "sau", "sau": "trước"}
(_PAGE,) = (page for page in handbook() if page.name == "ke-hoach.md")
(ROWS,) = _PAGE.tables("Thời hạn của việc").values()
NEEDED = {duty: cell.partition(";")[0].split("`")[1::2] for duty, cell in ROWS}  # what another anchor asks for is apart


def term(duty: str) -> tuple[list[str], range]:
    """Return the lines of the sample's plan, and which of them are the duty's term."""
    lines = (SAMPLE / PLAN).read_text(encoding="utf-8").split("\n")
    begin = lines.index(f"  - việc: {duty}")
    end = next(number for number in range(begin + 1, len(lines)) if not lines[number].startswith("    "))
    return lines, range(begin, end)


def key_of(line: str) -> str:
    """Return the key of a line of a term, empty where the line goes on with the one above."""
    return line[4:].partition(":")[0] if line[4:5].strip("- ") else ""


def written(duty: str, key: str, value: str | None) -> str:
    """Return the sample's plan with another value for a key of the duty's term; None takes the key out."""
    lines, span = term(duty)
    at = next(number for number in span if key_of(lines[number]) == key)
    end = next((number for number in range(at + 1, span.stop) if key_of(lines[number])), span.stop)
    return "\n".join((*lines[:at], *([f"    {key}: {value}"] if value else []), *lines[end:]))


def errors(root: Path, plan: str) -> list[Diagnostic]:
    """Return the errors of the sample with this plan."""
    found = facts(lay(root, {PLAN: plan}))
    return [item for item in found.diagnostics if item.severity is Severity.error]


def told_on(duty: str) -> tuple[int, int]:
    """Return the first and the last line on which an error about the duty's term may stand."""
    _, span = term(duty)
    return span.start + 1, span.stop


def needed() -> Iterator[Any]:
    """Yield each duty with each key that the table says it needs."""
    for duty, keys in NEEDED.items():
        for key in keys:
            yield pytest.param(duty, key.partition(":")[0], id=f"{duty}, {key}")


def spare() -> Iterator[Any]:
    """Yield each duty with each key of its term that the table does not name."""
    for duty, keys in NEEDED.items():
        lines, span = term(duty)
        named = {key.partition(":")[0] for key in keys}
        for key in sorted({key_of(lines[number]) for number in span} - named - {"", *ALWAYS}):
            yield pytest.param(duty, key, id=f"{duty}, {key}")


def test_every_duty_has_its_row() -> None:
    assert sorted(NEEDED) == sorted(duty.name for duty in duties() if duty.needs_term)


@pytest.mark.parametrize(("duty", "key"), list(needed()))
def test_what_is_named_cannot_be_left_out(duty: str, key: str, tmp_path: Path) -> None:
    (error,) = errors(tmp_path, written(duty, key, None))
    first, last = told_on(duty)
    assert error.place.file == PLAN
    assert first <= error.place.line <= last
    assert f"“{key}" in f"{error.found} {error.expected} {error.cure}"


@pytest.mark.parametrize(("duty", "key"), list(spare()))
def test_what_is_not_named_can_be_left_out(duty: str, key: str, tmp_path: Path) -> None:
    assert errors(tmp_path, written(duty, key, None)) == []


@pytest.mark.parametrize("duty", [duty for duty, keys in NEEDED.items() if any(":" in key for key in keys)])
def test_the_side_is_the_one_named(duty: str, tmp_path: Path) -> None:
    side = next(key.partition(": ")[2] for key in NEEDED[duty] if ":" in key)
    (error,) = errors(tmp_path, written(duty, "chiều", OTHER_SIDE[side]))
    first, last = told_on(duty)
    assert first <= error.place.line <= last


@pytest.mark.parametrize("duty", [duty for duty, keys in NEEDED.items() if "số" in keys])
def test_zero_days_are_refused(duty: str, tmp_path: Path) -> None:
    (error,) = errors(tmp_path, written(duty, "số", "0"))
    first, last = told_on(duty)
    assert first <= error.place.line <= last
