"""R301 and R302: terms name duties that exist, and anchors that those duties know."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import PLAN, fires, silent

ALL = (
    "phân công, tài liệu, báo cáo nhanh, gửi lịch sinh hoạt, báo cáo tổng hợp, thông báo, mời cấp ủy, "
    "giám sát thường xuyên, báo cáo kết quả, tiến hành đợt, quyết định thành lập đoàn, báo cáo dự sinh hoạt"
)


def test_a_misspelt_duty(tmp_path: Path) -> None:
    message = f"Không có việc nào tên “báo cáo kêt quả”. Dùng: {ALL}."
    (found,) = fires(tmp_path, {PLAN: ("việc: báo cáo kết quả", "việc: ▸báo cáo kêt quả")}, "R301", message)
    assert found.cure == "Có phải: báo cáo kết quả."


def test_a_duty_that_is_like_none(tmp_path: Path) -> None:
    message = f"Không có việc nào tên “xyz”. Dùng: {ALL}."
    (found,) = fires(tmp_path, {PLAN: ("việc: báo cáo kết quả", "việc: ▸xyz")}, "R301", message)
    assert found.cure == "Sửa tên, hoặc xóa mục này."


@pytest.mark.parametrize("name", ["Mời Cấp Ủy", "mời cấp uỷ"])
def test_case_and_tone_placement_are_simply_read(tmp_path: Path, name: str) -> None:
    silent(tmp_path, {PLAN: ("việc: mời cấp ủy", f"việc: {name}")}, "R301")


def test_an_anchor_that_the_duty_does_not_know(tmp_path: Path) -> None:
    change = ("mốc: cuối đợt\n    theo", "mốc: ▸cuối tháng\n    theo")
    message = "“báo cáo kết quả” không tính từ mốc “cuối tháng”. Dùng: cuối đợt, buổi làm việc."
    (found,) = fires(tmp_path, {PLAN: change}, "R302", message)
    assert found.cure == "Sửa “mốc”."


def test_an_anchor_for_a_fixed_day(tmp_path: Path) -> None:
    change = ("ngày trong tháng: 20", "ngày trong tháng: 20\n    mốc: ▸cuối tháng")
    message = "“gửi lịch sinh hoạt” không tính từ mốc “cuối tháng”. Việc này tính theo “ngày trong tháng”."
    (found,) = fires(tmp_path, {PLAN: change}, "R302", message)
    assert found.cure == "Xóa “mốc”."


def test_another_anchor_that_the_duty_knows(tmp_path: Path) -> None:
    silent(tmp_path, {PLAN: ("mốc: cuối đợt\n    theo", "mốc: buổi làm việc\n    theo")}, "R302")
