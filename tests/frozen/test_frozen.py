"""Obligations are what they were: the listings kept here, but for the differences that are named."""

from __future__ import annotations

import pytest

from tests.frozen.listing import CASES, listing, path
from tests.one_answer.asking import none_differ

# Each line of a listing that is no longer said, with the one said instead ("" for none), and why in a comment; a line
# that came anew stands under a key of its own, "+ " and the line.
CHANGED: dict[tuple[str, str], dict[str, str]] = {}


@pytest.mark.parametrize(("name", "day"), CASES)
def test_obligations_are_what_they_were(name: str, day: str) -> None:
    changed = CHANGED.get((name, day), {})
    before = path(name, day).read_text("utf-8").splitlines()
    expected = {changed.get(line, line) for line in before} | {key[2:] for key in changed if key.startswith("+ ")}
    said = listing(name, day)
    gone = [f"- {line}" for line in sorted(expected - {"", *said})]
    none_differ([*gone, *(f"+ {line}" for line in said if line not in expected)])


def test_every_named_difference_is_one() -> None:
    for case, changed in CHANGED.items():
        before = path(*case).read_text("utf-8").splitlines()
        assert [line for line in changed if not line.startswith("+ ") and line not in before] == []
        assert [line for line, after in changed.items() if line == after] == []


def test_the_listings_are_small_and_all_there() -> None:
    files = sorted(path("data", "").parent.glob("*.txt"))
    assert files == sorted(path(*case) for case in CASES)
    assert sum(file.stat().st_size for file in files) < 600_000
