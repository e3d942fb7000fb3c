"""M306: nobody is invited on a day without being invited."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import TEAM, fires, silent
from tests.repo import facts


def test_not_invited_but_with_a_day(tmp_path: Path) -> None:
    changes = [("mời: có\n      ngày mời: 11/05/2020", "mời: không\n      ngày mời: ▸11/05/2020")]
    (found,) = fires(tmp_path, {TEAM: changes}, "M306", "Có “mời: không” nhưng cũng có “ngày mời”.")
    assert [item.place for item in found.related] == [Place(TEAM, 24, 12)]
    owed = {item.id: item.state.name for item in facts(tmp_path).obligations}
    assert owed["46-kh-dtn/moi-cap-uy/dot-1/doan-so-a"] == "on_time"  # the day is what counts


def test_not_invited(tmp_path: Path) -> None:
    silent(tmp_path, {TEAM: [("mời: có\n      ngày mời: 11/05/2020", "mời: không")]}, "M306")
