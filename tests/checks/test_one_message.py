"""One mistake is one message, though other checks look at the same places."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.checks.marked import (
    ASSIGNMENT_4,
    ASSIGNMENT_5,
    MOVE,
    NOTICE,
    PLAN,
    PLANS,
    SCHEDULE_A4,
    SCHEDULE_A5,
    TEAM,
    VISIT_A,
)
from tests.repo import SAMPLE, facts, lay

BEHIND = (State.late, State.overdue)
REST = "\nngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"
WAIVER = f"{PLANS}/adjustments/2020-05-04-thu.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (PLAN, "      - btv\n      - bch", "      - btvv\n      - bch", "R101"),
        (PLAN, "từ: 01/01/2020\nđến: 31/12/2020\ncăn", "từ: 01/01/2021\nđến: 31/12/2020\ncăn", "D201"),
        (TEAM, "hoạt động: dot-1", "hoạt động: dot1", "R101"),
        (TEAM, "vai trò: thư ký", "vai trò: trưởng đoàn", "M206"),
        (NOTICE, "- dot-1-doan-1", "- 46-kh-dtn/dot-1-doan-1", "R101"),
        (MOVE, "hoạt động: gs-thang-3", "hoạt động: gs-thang", "R101"),
        (SCHEDULE_A4, "đơn vị: doan-so-a", "đơn vị: chi-doan-so-d", "F202"),
        (SCHEDULE_A4, "tháng: 04/2020", "tháng: 05/2020", "F203"),
        (VISIT_A, "46-kh-dtn/2020-04/doan-so-a/b1", "doan-so-a/b1", "R101"),
        (VISIT_A, "46-kh-dtn/2020-04/doan-so-a/b1", "46-kh-dt/2020-04/doan-so-a/b1", "R101"),
        ("data/calendar/2020.yml", "ngày: 02/04/2020", "ngày: 31/04/2020", "S201"),
        (VISIT_A, "người lập", "kế hoạch: 46-kh-dt\nngười lập", "R101"),
        (TEAM, "ngày ban hành: 27/04/2020", "ngày ban hành: 27/04/2002", "D208"),
        (TEAM, "ngày tiến hành: 18/05/2020", "ngày tiến hành: 18/05/2002", "D208"),
        (SCHEDULE_A5, "ngày: 06/05/2020", "ngày: 06/05/2002", "D211"),
        (SCHEDULE_A5, "ngày: 06/05/2020", "ngày: 06/05/2019", "D211"),
        (SCHEDULE_A5, "ngày: 06/05/2020", "ngày: 06/05/2022", "D217"),
        (ASSIGNMENT_5, "ngày ban hành: 05/05/2020", "ngày ban hành: 05/05/2002", "D208"),
    ],
)
def test_a_slip_in_a_file(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    text = (SAMPLE / file).read_text(encoding="utf-8")
    assert old in text
    lay(tmp_path, {file: text.replace(old, new, 1)})
    assert [item.code.id for item in facts(tmp_path).diagnostics] == [code]


@pytest.mark.parametrize(
    ("scope", "code"),
    [
        ("việc: thông bao", "A102"),
        ("hoạt động: dot1", "R101"),
        ("việc: thông báo\nkỳ: dot1", "R101"),
        ("việc: thông báo\nđơn vị: tất cả\nkỳ: 05/2021", "A103"),
        ("việc: thông báo\nđơn vị: doan-so-aa", "R101"),
        ("việc: thông báo\ncán bộ: nguyen-van-aa", "R101"),
    ],
)
def test_a_slip_in_a_scope(tmp_path: Path, scope: str, code: str) -> None:
    lay(tmp_path, {WAIVER: f"loại: miễn\n{scope}{REST}"})
    assert [item.code.id for item in facts(tmp_path).diagnostics] == [code]


def test_a_slip_makes_nobody_late(tmp_path: Path) -> None:
    text = (SAMPLE / ASSIGNMENT_4).read_text(encoding="utf-8")
    lay(tmp_path, {ASSIGNMENT_4: text.replace("doan-so-a/b1", "46-kh-dtn/2020-04/doan-so-a/b1")})
    found = facts(tmp_path)
    assert [(item.code.id, item.cure) for item in found.diagnostics] == [("R101", "Có phải: doan-so-a/b1.")]
    behind = {item.id for item in facts(SAMPLE).obligations if item.state in BEHIND}
    assert {item.id for item in found.obligations if item.state in BEHIND} - behind == set()
