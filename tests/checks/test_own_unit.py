"""M205: a member of a team does not inspect the own unit."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import TEAM, fires, silent

PERSON = "data/people/vo-thi-g.yml"


def _works(until: str) -> dict[str, tuple[str, str]]:
    return {PERSON: ("chức vụ:", f"nơi công tác:\n  - đơn vị: doan-so-b\n    đến: {until}\nchức vụ:")}


def test_the_own_unit(tmp_path: Path) -> None:
    message = "“vo-thi-g” (Võ Thị G) công tác tại “doan-so-b”, là đơn vị mà đoàn đến làm việc."
    change = {TEAM: ("cán bộ: vo", "cán bộ: ▸vo"), **_works("18/05/2020")}
    (found,) = fires(tmp_path, change, "M205", f"{message} Thành viên không kiểm tra chính đơn vị mình.")
    assert [item.place for item in found.related] == [Place(TEAM, 47, 13), Place(PERSON, 3, 13)]


def test_a_former_workplace(tmp_path: Path) -> None:
    silent(tmp_path, _works("17/05/2020"), "M205")


def test_a_member_who_left_before(tmp_path: Path) -> None:
    silent(
        tmp_path, {TEAM: ("vai trò: thư ký", "vai trò: thư ký\n    đến: 17/05/2020"), **_works("31/12/2020")}, "M205"
    )
