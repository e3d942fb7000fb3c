"""M303: an engagement that was cancelled was not held."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import TEAM, fires, silent


def test_cancelled_and_held(tmp_path: Path) -> None:
    change = ("ngày tiến hành: 18/05/2020", "ngày tiến hành: ▸18/05/2020\n    trạng thái: hủy")
    message = "Cuộc “c2” có “trạng thái: hủy” nhưng có “ngày tiến hành”."
    (found,) = fires(tmp_path, {TEAM: change}, "M303", message)
    assert [item.place for item in found.related] == [Place(TEAM, 52, 17)]


def test_postponed_and_held_later(tmp_path: Path) -> None:
    silent(tmp_path, {TEAM: ("ngày tiến hành: 18/05/2020", "ngày tiến hành: 20/05/2020\n    trạng thái: hoãn")}, "M303")
