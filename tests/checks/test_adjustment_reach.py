"""A104 and A105: an extension or waiver writes out its scope, and only what its duty has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import PLANS, fires, silent
from tests.repo import by_id, facts, lay

FILE = f"{PLANS}/adjustments/2020-05-04-thu.yml"
REST = "\nngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"
EXTENDED = "loại: gia hạn\nhạn mới: 31/12/2020\n"


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        (
            "loại: miễn\nviệc: ▸gửi lịch sinh hoạt\nđơn vị: doan-so-a",
            "“miễn” việc “gửi lịch sinh hoạt” không ghi “kỳ”."
            " Hiểu là tất cả thì quyết định này liên quan đến 10 việc của 1 đơn vị.",
            "Thêm “kỳ: …” với các mã; muốn tất cả thì ghi “kỳ: tất cả”.",
        ),
        (
            EXTENDED + "việc: ▸gửi lịch sinh hoạt\nkỳ: 05/2020",
            "“gia hạn” việc “gửi lịch sinh hoạt” không ghi “đơn vị”."
            " Hiểu là tất cả thì quyết định này liên quan đến 6 việc của 6 đơn vị.",
            "Thêm “đơn vị: …” với các mã; muốn tất cả thì ghi “đơn vị: tất cả”.",
        ),
        (
            EXTENDED + "việc: ▸báo cáo kết quả",
            "“gia hạn” việc “báo cáo kết quả” không ghi “đoàn kiểm tra” và “kỳ”."
            " Hiểu là tất cả thì quyết định này liên quan đến 4 việc.",
            "Thêm “đoàn kiểm tra: …” và “kỳ: …” với các mã;"
            " muốn tất cả thì ghi “đoàn kiểm tra: tất cả” và “kỳ: tất cả”.",
        ),
    ],
)
def test_a_missing_scope(tmp_path: Path, text: str, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, {FILE: text + REST}, "A104", message)
    assert (found.cure, found.is_internal) == (cure, False)


def test_how_many_visit_reports_there_are_is_internal(tmp_path: Path) -> None:
    message = (
        "“miễn” việc “báo cáo dự sinh hoạt” không ghi “đơn vị”."
        " Hiểu là tất cả thì quyết định này liên quan đến 5 việc của 3 đơn vị."
    )
    text = "loại: miễn\nviệc: ▸báo cáo dự sinh hoạt\ncán bộ: tất cả\nkỳ: tất cả"
    (found,) = fires(tmp_path, {FILE: text + REST}, "A104", message)
    assert found.is_internal


def test_what_says_no_scope_does_nothing(tmp_path: Path) -> None:
    name = "46-kh-dtn/gui-lich-sinh-hoat/2020-09/doan-so-a"
    before = by_id(facts(lay(tmp_path / "before", {})))[name]
    after = by_id(facts(lay(tmp_path / "after", {FILE: "loại: miễn\nviệc: gửi lịch sinh hoạt" + REST})))[name]
    assert (after.state, after.due_on, after.flags) == (before.state, before.due_on, before.flags)


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        (
            EXTENDED + "việc: báo cáo nhanh\n▸đơn vị: doan-so-a\ncán bộ: tất cả\nkỳ: 05/2020",
            "“gia hạn” “báo cáo nhanh” không ghi “đơn vị” và “cán bộ”.",
            "Xóa “đơn vị” và “cán bộ”, hoặc sửa “việc”.",
        ),
        (
            EXTENDED + "việc: tài liệu\n▸kỳ: dot-1\ntài liệu: dot-1-doan-1/c1/so-chi-doan",
            "“gia hạn” đã nêu “tài liệu” thì không ghi “kỳ”.",
            "Xóa “kỳ”, hoặc sửa “việc”.",
        ),
        (
            EXTENDED + "việc: báo cáo nhanh\n▸tài liệu: dot-1-doan-1/c1/so-chi-doan",
            "“gia hạn” “báo cáo nhanh” không ghi “tài liệu”.",
            "Xóa “tài liệu”, hoặc sửa “việc”.",
        ),
    ],
)
def test_a_scope_that_narrows_nothing(tmp_path: Path, text: str, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, {FILE: text + REST}, "A105", message)
    assert found.cure == cure


@pytest.mark.parametrize(
    "text",
    [
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: Tất cả\nkỳ: tất cả",
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị:\n  - tất cả\nkỳ: [tất cả]",
        "loại: miễn\nviệc: báo cáo nhanh\nkỳ: 09/2020",
        "loại: miễn\nviệc: giám sát thường xuyên",
        EXTENDED + "việc: tài liệu\ntài liệu: dot-1-doan-1/c1/so-chi-doan",
        "loại: điều chỉnh\nhoạt động: dot-2\nchưa ấn định: có",
    ],
)
def test_written_out(tmp_path: Path, text: str) -> None:
    silent(tmp_path, {FILE: text + REST}, "A104", "A105")
