"""Broken files, as people break them: each has one message, at the place of the mistake, with its cure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repo import SAMPLE, facts, lay
from tests.source.marked import Case, cases, marked, told

CASES = cases(Path(__file__).parent / "mistakes.txt")
FILE = "» "
INSTEAD = re.compile(r"(?:\A|(?<=\n))→ ")  # between lines of the sample and those that stand in their place
TAB = "→   "


def laid(case: Case) -> tuple[str, bytes, str]:
    """Return the file's path, its bytes without the mark, and the expected `line:column` of the mark."""
    head, _, text = case.text.partition("\n")
    file = head.removeprefix(FILE)
    if INSTEAD.search(text):
        old, new = INSTEAD.split(text, maxsplit=1)
        sample = (SAMPLE / file).read_text(encoding="utf-8")
        assert sample.count(old) == 1, f"{file} holds {sample.count(old)} times {old!r}"
        text = sample.replace(old, new.replace(TAB, "\t"))
    return file, *marked(text)


def test_there_are_many() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{number}" for number, case in enumerate(CASES)])
def test_one_mistake_is_one_message_at_its_place(case: Case, tmp_path: Path) -> None:
    file, data, place = laid(case)
    found = [item for item in facts(lay(tmp_path, {file: data})).diagnostics if item.place.file == file]
    assert [told(item) for item in found] == [(case.code, place, case.message, case.cure)]
