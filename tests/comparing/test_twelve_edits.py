"""What `ktgs diff` says of twelve edits of the shipped data, text for text; KTGS_BLESS=1 accepts changed texts."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ktgs.comparing.comparison import Comparison
from ktgs.comparing.reporters import as_text
from ktgs.comparing.sides import Side
from tests.comparing.edits import EDITS
from tests.repo import facts

TOLD = Path(__file__).parent / "told"


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_as_a_colleague_would(name: str, shipped: Side, tmp_path: Path) -> None:
    shutil.copytree(shipped.root / "data", tmp_path / "data")
    EDITS[name](tmp_path)
    after = facts(tmp_path)
    told = as_text(Comparison(shipped, Side(after, tmp_path), after), "main")
    if os.environ.get("KTGS_BLESS") == "1":
        (TOLD / f"{name}.txt").write_text(told, "utf-8")
    assert told == (TOLD / f"{name}.txt").read_text("utf-8")


def test_each_text_belongs_to_an_edit() -> None:
    assert sorted(path.stem for path in TOLD.iterdir()) == sorted(EDITS)
