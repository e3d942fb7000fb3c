"""M307: a notice goes to units that one of its teams works with."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import NOTICE, TEAM, alone, silent

SENT = "  - đơn vị: doan-so-b\n    ngày gửi: 04/05/2020"


def test_a_unit_that_no_team_works_with(tmp_path: Path) -> None:
    more = "  - đơn vị: ▸doan-truong-c\n    ngày gửi: 04/05/2020\n"
    told = alone(tmp_path, {NOTICE: (SENT, more + SENT)}, "M307")
    assert told.message == "Không đoàn nào trong thông báo có cuộc làm việc với “doan-truong-c”."
    assert [item.place for item in told.related] == [Place(TEAM, 14, 3)]


def test_a_session_that_was_cancelled_is_told_too(tmp_path: Path) -> None:
    held = "địa điểm: Hội trường Sở B\n    ngày tiến hành: 18/05/2020"
    silent(tmp_path, {TEAM: (held, "địa điểm: Hội trường Sở B\n    trạng thái: hủy")}, "M307")


def test_a_merged_unit_stands_for_its_successor(tmp_path: Path) -> None:
    changes = {TEAM: ("đơn vị: doan-so-b", "đơn vị: doan-so-y"), NOTICE: ("đơn vị: doan-so-b", "đơn vị: doan-so-x")}
    silent(tmp_path, dict(changes), "M307")


def test_nothing_is_said_while_a_team_is_broken(tmp_path: Path) -> None:
    silent_team = {TEAM: ("cán bộ: vo-thi-g", "cán bộ: khong-co"), NOTICE: ("doan-so-b", "doan-truong-c")}
    silent(tmp_path, dict(silent_team), "M307")
