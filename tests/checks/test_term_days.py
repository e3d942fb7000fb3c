"""R303 and R304: the numbers of a term suffice to count its days."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import PLAN, Change, fires, silent

FIXED = "ngày trong tháng: 20\n"


@pytest.mark.parametrize(
    ("change", "message", "cure"),
    [
        (
            ("số: 5\n    đơn vị tính: ngày làm việc", "số: ▸5"),
            "số: 5, nhưng không có “đơn vị tính”.",
            "Thêm dòng “đơn vị tính: …”.",
        ),
        (
            ("số: 5\n    đơn vị tính: ngày làm việc\n    chiều: trước", "số: ▸5\n    đơn vị tính: ngày"),
            "số: 5, nhưng không có “chiều”.",
            "Thêm dòng “chiều: …”.",
        ),
        (
            ("số: 5\n", "số: ▸0\n"),
            "số: 0, nhưng phải ít nhất là 1.",
            "Sửa số ngày; hạn là chính ngày của mốc thì bỏ “số”, “đơn vị tính”, “chiều”, nếu việc cho phép.",
        ),
        (
            (FIXED, FIXED + "    số: ▸5\n"),
            "“gửi lịch sinh hoạt” không dùng “số”. Việc này tính theo “ngày trong tháng”.",
            "Xóa “số”.",
        ),
    ],
)
def test_a_number_that_cannot_be_counted(tmp_path: Path, change: Change, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, {PLAN: change}, "R303", message)
    assert found.cure == cure


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            (
                "việc: gửi lịch sinh hoạt\n    mục: II.3\n    ngày trong tháng: 20",
                "việc: ▸gửi lịch sinh hoạt\n    mục: II.3",
            ),
            "“gửi lịch sinh hoạt” cần “ngày trong tháng”.",
        ),
        (
            ("mốc: đầu đợt", "mốc: đầu đợt\n    ngày trong tháng: ▸5"),
            "“thông báo” tính từ “mốc”, không theo “ngày trong tháng”.",
        ),
    ],
)
def test_a_day_lacking_or_too_many(tmp_path: Path, change: Change, message: str) -> None:
    fires(tmp_path, {PLAN: change}, "R304", message)


@pytest.mark.parametrize("day", ["1", "31"])
def test_the_first_and_the_last_day(tmp_path: Path, day: str) -> None:
    silent(tmp_path, {PLAN: (FIXED, f"ngày trong tháng: {day}\n")}, "R303", "R304")
