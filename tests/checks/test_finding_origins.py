"""R501: a recommendation names a shortcoming of its own report."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import RESULT, fires, silent


def test_no_such_shortcoming(tmp_path: Path) -> None:
    message = "Báo cáo không có tồn tại, hạn chế nào mang mã “tt2”."
    (found,) = fires(tmp_path, {RESULT: ("từ tồn tại: tt1", "từ tồn tại: ▸tt2")}, "R501", message)
    assert found.cure == "Hiện có: tt1. Sửa mã, hoặc xóa “từ tồn tại”."


def test_a_strength_is_no_shortcoming(tmp_path: Path) -> None:
    message = "Báo cáo không có tồn tại, hạn chế nào mang mã “ud1”."
    (found,) = fires(tmp_path, {RESULT: ("từ tồn tại: tt1", "từ tồn tại: ▸ud1")}, "R501", message)
    assert found.cure == "Hiện có: tt1. Sửa mã, hoặc xóa “từ tồn tại”."


def test_none_named(tmp_path: Path) -> None:
    silent(tmp_path, {RESULT: ("    từ tồn tại: tt1\n", "")}, "R501")
