"""R201: one id stands once in its list."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import (
    ASSIGNMENT_4,
    NOTICE,
    ORGANIZATION,
    PLAN,
    RESULT,
    SCHEDULE_A4,
    SCHEDULE_B4,
    TEAM,
    Change,
    fires,
    silent,
)

UNIT = "data/units/doan-so-a.yml"


def test_a_meeting_twice(tmp_path: Path) -> None:
    (found,) = fires(tmp_path, {SCHEDULE_A4: ("mã: b2", "mã: ▸b1")}, "R201", "mã: “b1” đã có ở dòng 6.")
    assert [item.place for item in found.related] == [Place(SCHEDULE_A4, 6, 9)]
    assert found.cure == "Đổi mã của một mục, hoặc xóa mục thừa."


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (ORGANIZATION, ("phân vai:", "  - mã: ▸bch\n    tên: Ban khác\nphân vai:"), "mã: “bch” đã có ở dòng 8."),
        (
            ORGANIZATION,
            ("loại đơn vị:", "  - vai trò: ▸văn phòng\n    cơ quan: ubkt\nloại đơn vị:"),
            "vai trò: “văn phòng” đã có ở dòng 20.",
        ),
        (ORGANIZATION, ("tên: chi đoàn cơ sở", "tên: ▸Đoàn Cơ Sở"), "tên: “Đoàn Cơ Sở” đã có ở dòng 25."),
        (UNIT, ("mã: chi-doan-2", "mã: ▸chi-doan-1"), "mã: “chi-doan-1” đã có ở dòng 11."),
        (PLAN, ("việc: báo cáo tổng hợp", "việc: ▸Báo cáo nhanh"), "việc: “Báo cáo nhanh” đã có ở dòng 66."),
        (PLAN, ("mã: thang-thanh-nien", "mã: ▸nghi-quyet-bch"), "mã: “nghi-quyet-bch” đã có ở dòng 105."),
        (PLAN, ("mã: dot-2", "mã: ▸dot-1"), "mã: “dot-1” đã có ở dòng 115."),
        (TEAM, ("mã: c2", "mã: ▸c1"), "mã: “c1” đã có ở dòng 14."),
        (TEAM, ("đơn vị: doan-so-b", "đơn vị: ▸doan-so-a"), "đơn vị: “doan-so-a” đã có ở dòng 15."),
        (TEAM, ("mã: bao-cao-6-thang", "mã: ▸so-chi-doan"), "mã: “so-chi-doan” đã có ở dòng 31."),
        (NOTICE, ("đơn vị: doan-so-b", "đơn vị: ▸doan-so-a"), "đơn vị: “doan-so-a” đã có ở dòng 6."),
        (
            SCHEDULE_B4,
            ("  lý do: Ghép", "- chi đoàn: ▸chi-doan-2\n    lý do: Ghép"),
            "chi đoàn: “chi-doan-2” đã có ở dòng 11.",
        ),
        (
            ASSIGNMENT_4,
            ("doan-so-b/b1\n    cán bộ: tran-thi-b", "doan-so-a/b1\n    cán bộ: ▸nguyen-van-a"),
            "cán bộ: “nguyen-van-a” đã có ở dòng 6.",
        ),
        (RESULT, ("mã: tt1", "mã: ▸ud1"), "mã: “ud1” đã có ở dòng 14."),
    ],
)
def test_every_list(tmp_path: Path, file: str, change: Change, message: str) -> None:
    fires(tmp_path, {file: change}, "R201", message)


def test_one_unit_again_after_a_cancelled_engagement(tmp_path: Path) -> None:
    cancelled = (
        "đơn vị: doan-so-b\n    ngày: 18/05/2020",
        "đơn vị: doan-so-a\n    trạng thái: hủy\n    ngày: 18/05/2020",
    )
    silent(tmp_path, {TEAM: cancelled}, "R201")


def test_two_people_at_one_meeting(tmp_path: Path) -> None:
    silent(tmp_path, {ASSIGNMENT_4: ("doan-so-b/b1", "doan-so-a/b1")}, "R201")
