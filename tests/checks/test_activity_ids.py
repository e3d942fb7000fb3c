"""F211: an activity's id is not that of another page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import PLAN, fires, silent


@pytest.mark.parametrize("name", ["chung", "2020-05"])
def test_an_id_that_another_page_has(tmp_path: Path, name: str) -> None:
    change = ("- mã: dot-2\n", f"- mã: ▸{name}\n")
    (found,) = fires(tmp_path, {PLAN: change}, "F211", f"Mã hoạt động “{name}” là địa chỉ của trang khác.")
    assert found.cure == "Đặt mã khác, ví dụ dot-1."


def test_other_ids(tmp_path: Path) -> None:
    silent(tmp_path, {PLAN: ("- mã: dot-2\n", "- mã: dot-chung-2020-05\n")}, "F211")
