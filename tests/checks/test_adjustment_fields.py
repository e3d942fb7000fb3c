"""A101: an adjustment carries what its kind needs and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import PLANS, fires, silent

FILE = f"{PLANS}/adjustments/2020-05-04-thu.yml"
REST = "\nngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        ("loại: ▸gia hạn\nviệc: báo cáo kết quả", "“loại: gia hạn” cần “hạn mới”.", "Thêm dòng còn thiếu."),
        (
            "loại: ▸điều chỉnh\nhoạt động: dot-2",
            "“loại: điều chỉnh” cần “sang từ” hoặc “sang đến” hoặc “sang tháng” hoặc “chưa ấn định”.",
            "Thêm dòng còn thiếu.",
        ),
        (
            "loại: miễn\nviệc: thông báo\n▸hạn mới: 06/05/2020",
            "“loại: miễn” không có “hạn mới”.",
            "Xóa “hạn mới”, hoặc sửa “loại”.",
        ),
        (
            "loại: gia hạn\nviệc: thông báo\nhạn mới: 06/05/2020\n▸sang tháng: 06/2020",
            "“loại: gia hạn” không có “sang tháng”.",
            "Xóa “sang tháng”, hoặc sửa “loại”.",
        ),
        (
            "loại: điều chỉnh\n▸việc: tiến hành đợt\nsang tháng: 06/2020",
            "“loại: điều chỉnh” không có “việc”.",
            "Xóa “việc”, hoặc sửa “loại”.",
        ),
        (
            "loại: điều chỉnh\nhoạt động: dot-2\nsang từ: 01/06/2020\n▸sang tháng: 06/2020",
            "Có cả “sang từ” và “sang tháng”, nên không rõ thời gian mới.",
            "Giữ một cách ghi thời gian.",
        ),
        (
            "loại: điều chỉnh\nhoạt động: dot-2\nsang tháng: 06/2020\n▸đơn vị: doan-so-a\nkỳ: dot-2",
            "“loại: điều chỉnh” không có “đơn vị”, “kỳ”.",
            "Xóa “đơn vị”, “kỳ”, hoặc sửa “loại”.",
        ),
        (
            "loại: gia hạn\n▸hoạt động: dot-2\nhạn mới: 10/12/2020",
            "“loại: gia hạn” không có “hoạt động”.",
            "Ghi “việc: …” và “kỳ: dot-2” thay cho “hoạt động”, hoặc sửa “loại”.",
        ),
    ],
)
def test_at_odds_with_its_kind(tmp_path: Path, text: str, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, {FILE: text + REST}, "A101", message)
    assert found.cure == cure


def test_a_wrong_kind_is_one_message(tmp_path: Path) -> None:
    text = "loại: điều chỉnh\n▸việc: thông báo\nhạn mới: 06/05/2020"
    (found,) = fires(tmp_path, {FILE: text + REST}, "A101", "“loại: điều chỉnh” không có “việc”, “hạn mới”.")
    assert found.cure == "Xóa “việc”, “hạn mới”, hoặc sửa “loại”."


def test_the_kind_is_named(tmp_path: Path) -> None:
    text = "loại: miễn\nviệc: thông báo\n▸hạn mới: 06/05/2020"
    (found,) = fires(tmp_path, {FILE: text + REST}, "A101", "“loại: miễn” không có “hạn mới”.")
    assert [item.place for item in found.related] == [Place(FILE, 1, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "loại: gia hạn\nviệc: báo cáo kết quả\nkỳ: dot-1\nhạn mới: 09/06/2020",
        "loại: miễn\nviệc: thông báo\nđơn vị: tất cả\nkỳ: dot-2",
        "loại: điều chỉnh\nhoạt động: dot-2\nsang đến: 27/11/2020",
        "loại: điều chỉnh\nhoạt động: dot-2\nchưa ấn định: có",
    ],
)
def test_sound(tmp_path: Path, text: str) -> None:
    silent(tmp_path, {FILE: text + REST}, "A101")
