"""M305: a unit is not inspected twice for the same thing in a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import PLAN, PLANS, TEAM, fires, silent

SECOND = f"{PLANS}/teams/dot-2-doan-1.yml"
TEAM_2 = """
    hoạt động: {}
    tên: Đoàn kiểm tra khác
    quyết định:
      - số ký hiệu: 41-QĐ/ĐTN
        ngày ban hành: 01/10/2020
    thành viên:
      - cán bộ: nguyen-van-a
        vai trò: trưởng đoàn
      - cán bộ: vo-thi-g
        vai trò: thư ký
    cuộc:
      - mã: c1
        đơn vị: ▸doan-so-b
        ngày: {}
    """


def test_in_both_rounds(tmp_path: Path) -> None:
    message = (
        "“doan-so-b” đã có trong “dot-1” (kiểm tra) cùng năm, do dot-1-doan-1 thực hiện. "
        "Trong một năm, một đơn vị không nên bị kiểm tra hai lần vì cùng một lý do."
    )
    (found,) = fires(tmp_path, {SECOND: TEAM_2.format("dot-2", "12/11/2020")}, "M305", message)
    assert found.severity is Severity.warning
    assert [item.place for item in found.related] == [Place(TEAM, 47, 13)]


@pytest.mark.parametrize(
    ("activity", "day"),
    [
        ("gs-thang-9", "12/09/2020"),  # supervision is another thing
        ("dot-2", "12/11/2021"),  # another year
        ("dot-2", "12/11/2020\n        trạng thái: hủy"),
    ],
)
def test_something_else(tmp_path: Path, activity: str, day: str) -> None:
    silent(tmp_path, {SECOND: TEAM_2.replace("▸", "").format(activity, day)}, "M305")


def test_another_reason(tmp_path: Path) -> None:
    reason = {PLAN: ("tên: Kiểm tra đợt 2", "tên: Kiểm tra đợt 2\n    tính chất: khi có dấu hiệu vi phạm")}
    silent(tmp_path, {SECOND: TEAM_2.replace("▸", "").format("dot-2", "12/11/2020"), **reason}, "M305")
