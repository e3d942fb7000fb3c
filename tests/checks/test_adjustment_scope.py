"""A102 and A103: an adjustment names a duty and months that the plan has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import ORGANIZATION, PLAN, PLANS, fires, silent

FILE = f"{PLANS}/adjustments/2020-05-04-thu.yml"
REST = "\nngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"
NAMES = (
    "tiến hành đợt, giám sát thường xuyên, mời cấp ủy, gửi lịch sinh hoạt, thông báo, báo cáo kết quả, "
    "báo cáo dự sinh hoạt, báo cáo nhanh, báo cáo tổng hợp, phân công, quyết định thành lập đoàn, tài liệu"
)
PERIODS = "Dùng tháng (03/2020), mã hoạt động hoặc “tất cả”."


def test_an_unknown_duty(tmp_path: Path) -> None:
    message = f"Kế hoạch không có việc “báo cáo kêt quả”. Dùng: {NAMES}."
    (found,) = fires(tmp_path, {FILE: "loại: miễn\nviệc: ▸báo cáo kêt quả" + REST}, "A102", message)
    assert found.cure == "Có phải: báo cáo kết quả."


def test_a_duty_that_this_plan_does_not_have(tmp_path: Path) -> None:
    plan = {PLAN: ("  - việc: tài liệu\n    mục: IV.3\n    mốc: yêu cầu của đoàn kiểm tra\n    theo: kế hoạch\n", "")}
    message = f"Kế hoạch không có việc “tài liệu”. Dùng: {NAMES.replace(', tài liệu', '')}."
    fires(tmp_path, {FILE: "loại: miễn\nviệc: ▸tài liệu" + REST, **plan}, "A102", message)


def test_recommendations_are_extended_by_their_follow_ups(tmp_path: Path) -> None:
    message = "“kiến nghị” không gia hạn, miễn bằng tệp điều chỉnh."
    (found,) = fires(tmp_path, {FILE: "loại: gia hạn\nhạn mới: 01/08/2020\nviệc: ▸kiến nghị" + REST}, "A102", message)
    assert found.cure == "Ghi một diễn biến “gia hạn” có “hạn mới” vào tệp theo dõi của kiến nghị, rồi xóa tệp này."


@pytest.mark.parametrize("month", ["05/2021", "tháng 5/2021", "2021-05"])
def test_an_unknown_month(tmp_path: Path, month: str) -> None:
    text = f"loại: miễn\nviệc: thông báo\nkỳ:\n  - dot-1\n  - ▸{month}"
    message = f"Kế hoạch 46-KH/ĐTN không có kỳ “05/2021”. {PERIODS}"
    (found,) = fires(tmp_path, {FILE: text + REST}, "A103", message)
    assert found.cure == "Sửa tháng hoặc mã hoạt động."


def test_months_cannot_be_judged_while_nobody_has_a_role(tmp_path: Path) -> None:
    organization = {ORGANIZATION: ("  - vai trò: văn phòng\n    cơ quan: van-phong\n", "")}
    silent(tmp_path, {FILE: "loại: miễn\nviệc: phân công\nkỳ: 05/2020" + REST, **organization}, "A103", "A201")


@pytest.mark.parametrize(
    "words", ["Mời cấp uỷ\nkỳ: dot-2", "gửi lịch sinh hoạt\nkỳ: tháng 9/2020", "phân công\nkỳ: Tất cả"]
)
def test_known(tmp_path: Path, words: str) -> None:
    silent(tmp_path, {FILE: f"loại: miễn\nviệc: {words}" + REST}, "A102", "A103")
