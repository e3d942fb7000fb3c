"""P101 and P102: phone numbers and e-mail addresses stand nowhere in the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import NOTICE, PLAN, SCHEDULE_A4, VISIT_A, Change, fires, silent

CURE = "Xóa khỏi tệp này; nếu cần giữ, ghi trong thư mục private/."


@pytest.mark.parametrize(
    "number",
    [
        "0900000000",
        "0900 000 000",
        "0900.000.000",
        "090-000-0000",
        "(0292) 3800000",
        "0292 3.800.000",
        "+84 900 000 000",
        "0084900000000",
        "+84 (0)900 000 000",
        "ĐT:0900000000.",
    ],
)
def test_forms_of_phone_numbers(tmp_path: Path, number: str) -> None:
    change = ("địa điểm: Phòng họp Sở A", f"địa điểm: ▸Phòng họp Sở A, gọi {number}")
    (found,) = fires(tmp_path, {SCHEDULE_A4: change}, "P101", "Có số điện thoại ở đây.")
    assert found.cure == CURE


@pytest.mark.parametrize(
    ("file", "change"),
    [
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "▸Gọi 0900 000 000.")),  # a line of the body
        (PLAN, ("  - Lưu", "  - ▸Lưu 0900 000 000")),  # an item of a list
        (VISIT_A, ("nội dung: Mỗi tuần", "nội dung: ▸0900 000 000 Mỗi tuần")),  # inside a finding
        (PLAN, ("- Đợt 1: dự", "▸- Đợt 1: gọi 0900000000; dự")),
    ],
)
def test_everywhere(tmp_path: Path, file: str, change: Change) -> None:
    fires(tmp_path, {file: change}, "P101", "Có số điện thoại ở đây.")


def test_an_e_mail_address(tmp_path: Path) -> None:
    change = ("cách gửi: trục liên thông", "cách gửi: ▸thư điện tử nguyen.van-a@vidu.example.vn")
    (found,) = fires(tmp_path, {NOTICE: change}, "P102", "Có địa chỉ thư điện tử ở đây.")
    assert "@" not in found.message + found.cure


@pytest.mark.parametrize(
    "words",
    [
        "02 đợt, 66 đơn vị, 0123 đoàn viên",
        "Kế hoạch số 61a-KH/TĐTN-BTG ngày 06/11/2016",
        "từ 03/05/2020 đến 04/06/2020, 03.05.2020, 03-05-2020 14h00, 2020-05-03 08:30",
        "giá 1.234.567.890 đồng; 100.000.000; 09 10 11 12 13 14",
        "Luật 91/2025/QH15, điểm 0,5; tỷ lệ 08/22; phòng 0900",
        "họp lúc 8:30 @ phòng 3; a@b",
    ],
)
def test_other_numbers(tmp_path: Path, words: str) -> None:
    silent(tmp_path, {VISIT_A: ("Chi đoàn sinh hoạt đúng giờ", words)}, "P101", "P102")


def test_an_internal_field_is_no_public_text(tmp_path: Path) -> None:
    mood = ("tình hình tư tưởng: Đoàn viên", "tình hình tư tưởng: 0900 000 000 Đoàn viên")
    silent(tmp_path, {VISIT_A: mood}, "P101")
