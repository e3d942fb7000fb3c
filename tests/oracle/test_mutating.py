"""A drawn change is the same whenever it is drawn, and is one: something of the folder differs."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.oracle.mutating import copied
from tests.oracle.mutators import MUTATORS
from tests.repo import SAMPLE


def contents(data: Path) -> dict[str, str]:
    return {str(path.relative_to(data)): path.read_text("utf-8") for path in data.glob("**/*.*")}


@pytest.mark.parametrize("name", MUTATORS)
def test_a_seed_draws_one_change(name: str, tmp_path: Path) -> None:
    drawn = []
    for turn in ("first", "again"):
        data = copied(SAMPLE, tmp_path / turn)
        before = contents(data)
        told = MUTATORS[name](data, Random(name))
        assert contents(data) != before
        drawn.append((told, contents(data)))
    assert drawn[0] == drawn[1]
