"""M309: teams are of rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import PLAN, PLANS, fires, silent

HEAD = "hoạt động: {}\ntên: Đoàn kiểm tra\nquyết định: []\nthành viên: []\ncuộc: []\n"


@pytest.mark.parametrize(
    ("activity", "kind", "line"),
    [("giam-sat-thuong-xuyen", "giám sát thường xuyên", 148), ("di-co-so", "đi cơ sở", 154)],
)
def test_a_team_of_something_else(activity: str, kind: str, line: int, tmp_path: Path) -> None:
    message = f"hoạt động: “{activity}” là {kind}, không phải là một đợt."
    file = f"{PLANS}/teams/{activity}-doan-1.yml"
    (found,) = fires(tmp_path, {file: HEAD.format(f"▸{activity}")}, "M309", message)
    assert found.cure == "Các đợt của kế hoạch: dot-1, dot-2, gs-thang-3, gs-thang-9."
    assert [item.place for item in found.related] == [Place(PLAN, line, 11)]


@pytest.mark.parametrize("activity", ["dot-2", "gs-thang-3"])
def test_a_team_of_a_round(activity: str, tmp_path: Path) -> None:
    silent(tmp_path, {f"{PLANS}/teams/{activity}-doan-9.yml": HEAD.format(activity)}, "M309")
