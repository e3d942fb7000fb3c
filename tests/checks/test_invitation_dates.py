"""D209: the party committee is invited before the session."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import TEAM, fires, silent


def test_invited_after_the_session(tmp_path: Path) -> None:
    change = ("ngày mời: 11/05/2020", "ngày mời: ▸15/05/2020")
    message = "ngày mời: 15/05/2020 sau buổi làm việc ngày 14/05/2020."
    (found,) = fires(tmp_path, {TEAM: change}, "D209", message)
    assert [item.place for item in found.related] == [Place(TEAM, 19, 21)]


def test_the_unit_called_after_the_session(tmp_path: Path) -> None:
    change = ("ngày đơn vị liên hệ: 08/05/2020", "ngày đơn vị liên hệ: ▸15/05/2020")
    fires(tmp_path, {TEAM: change}, "D209", "ngày đơn vị liên hệ: 15/05/2020 sau buổi làm việc ngày 14/05/2020.")


def test_invited_on_the_day(tmp_path: Path) -> None:
    silent(tmp_path, {TEAM: ("ngày mời: 11/05/2020", "ngày mời: 14/05/2020")}, "D209")
