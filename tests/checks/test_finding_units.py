"""M308: a result report speaks of units that its team worked with."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import RESULT, TEAM, alone, fires

SAID = "đơn vị: doan-so-a"


def test_a_unit_that_the_team_never_visited(tmp_path: Path) -> None:
    told = alone(tmp_path, {RESULT: (SAID, "đơn vị: ▸doan-truong-c")}, "M308")
    assert told.message == "Đoàn “dot-1-doan-1” không có cuộc làm việc nào với “doan-truong-c”."


def test_a_unit_whose_session_was_cancelled(tmp_path: Path) -> None:
    held = "địa điểm: Phòng họp Sở A\n    ngày tiến hành: 14/05/2020"
    cancelled = (held, "địa điểm: Phòng họp Sở A\n    trạng thái: hủy\n    ngày báo: 12/05/2020")
    words = "Đoàn “dot-1-doan-1” không có cuộc làm việc nào với “doan-so-a”."
    fires(tmp_path, {TEAM: cancelled, RESULT: (SAID, "đơn vị: ▸doan-so-a")}, "M308", words)
