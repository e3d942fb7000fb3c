"""`fmt` over the data: nothing to change as shipped; any other layout of it comes back; once is as good as twice."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ktgs.records.base import FileRecord, MarkdownRecord
from ktgs.records.loading import load_one
from ktgs.writing.canonical import canonical
from ktgs.writing.proving import Rewritten, formatted
from tests.writing.damage import damaged
from tests.writing.shipped import ROOT, Shipped, shipped

FILES = shipped()
BY_KIND = {item.kind: [other for other in FILES if other.kind is item.kind] for item in FILES}
LAYOUTS = 500


def chosen(seed: int) -> Shipped:
    """Return a file drawn by the seed: each kind of record as often as every other."""
    chance = random.Random(seed)
    kind = chance.choice(sorted(BY_KIND, key=lambda kind: kind.path))
    return chance.choice(BY_KIND[kind])


def test_the_shipped_data_has_the_one_layout() -> None:
    assert len(FILES) > 800
    assert [item.file for item in FILES if canonical(item.kind, item.text, item.words) != item.text] == []


def test_every_damaged_layout_is_restored() -> None:
    changed = 0
    for seed in range(LAYOUTS):
        item = chosen(seed)
        other = damaged(item.kind, item.text, seed)
        changed += other != item.text
        assert canonical(item.kind, other, item.words) == item.text, f"{item.file}, seed {seed}"
    assert changed > 0.97 * LAYOUTS


@pytest.mark.parametrize("seed", range(0, LAYOUTS, 10))
def test_a_damaged_layout_means_the_same(seed: int) -> None:
    item = chosen(seed)
    records = []
    for text in (item.text, damaged(item.kind, item.text, seed)):
        file = Rewritten(item.file, ROOT / item.file, data=text.encode())
        record, problems = load_one(file, item.words)
        assert isinstance(record, FileRecord) and not problems
        records.append(record.replace(body_line=0) if isinstance(record, MarkdownRecord) else record)
    assert records[0] == records[1]


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=LAYOUTS), st.integers(min_value=0, max_value=len(FILES) - 1))
def test_never_twice(seed: int, number: int) -> None:
    item = FILES[number]
    once = canonical(item.kind, damaged(item.kind, item.text, seed), item.words)
    assert canonical(item.kind, once, item.words) == once


BITS = (
    "\n",
    "  ",
    "  # c",
    "\n# c\n",
    "\n      # c\n",
    "\n\n",
    "\n    ",
    "\n- # c\n",
    "|\n   ",
    ">-\n     ",
    ": ",
    "'",
)
CONTENTS = [item for item in FILES if len(item.text) < 4000]


def test_whatever_is_read_is_laid_out_and_means_the_same() -> None:
    chance, laid_out = random.Random(1), 0
    for _ in range(1500):
        item = chance.choice(CONTENTS)
        at = chance.randrange(item.text.find("\n---", 4) if item.text.startswith("---") else len(item.text))
        text = item.text[:at] + chance.choice(BITS) + item.text[at:]
        file = Rewritten(item.file, ROOT / item.file, data=text.encode())
        if not isinstance(load_one(file, item.words)[0], FileRecord):
            continue
        laid_out += 1
        once = formatted(file, item.words)
        assert once.why is None, text
        twice = formatted(Rewritten(item.file, ROOT / item.file, data=once.after), item.words)
        assert not twice.is_changed, text
    assert laid_out > 200
