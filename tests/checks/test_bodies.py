"""Y054 to Y056: what of a body is not shown as it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import PLAN, VISIT_A, Change, fires, silent

TEXT = "Chi đoàn sinh hoạt đúng giờ,"
DEEP = "Đến đây danh sách hoặc trích dẫn lồng quá 20 mức."
PICTURE = "Ảnh ở trang khác không được tải; ở đây chỉ có liên kết dẫn đến ảnh."
LINK = "Liên kết này không được tạo; nó hiện ra thành chữ."


def lists(depth: int) -> str:
    return "\n".join("  " * level + ("▸- x" if level == 20 else "- x") for level in range(depth))


@pytest.mark.parametrize("text", [lists(300), ">" * 20 + "▸> x", "- " * 20 + "▸- x"])
def test_a_text_that_is_too_deep_is_an_error_at_its_line(tmp_path: Path, text: str) -> None:
    fires(tmp_path, {VISIT_A: (TEXT, f"\n{text}\n\n{TEXT}")}, "Y054", DEEP)


def test_a_text_of_too_many_pieces_is_an_error(tmp_path: Path) -> None:
    rows = "*a*\n" * 49_999 + "*a*▸\n" + "*a*\n" * 100  # four pieces each, after the paragraph's start
    many = "Đến đây lời văn có quá 200.000 đoạn, mục và dấu Markdown."
    fires(tmp_path, {VISIT_A: (TEXT, f"\n{rows}\n{TEXT}")}, "Y054", many)


def test_twenty_levels_are_allowed(tmp_path: Path) -> None:
    silent(tmp_path, {VISIT_A: (TEXT, f"\n{lists(20)}\n\n{TEXT}")}, "Y054")


@pytest.mark.parametrize("address", ["https://example.com/a.jpg", "//example.com/a.jpg", "http:a.jpg"])
def test_a_picture_of_another_host(tmp_path: Path, address: str) -> None:
    fires(tmp_path, {VISIT_A: (TEXT, f"Ảnh: ▸![x]({address}) {TEXT}")}, "Y055", PICTURE)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JAVASCRIPT:a", "data:text/html,a", "java&#115;cript:a"])
def test_a_link_that_is_not_made(tmp_path: Path, address: str) -> None:
    fires(tmp_path, {VISIT_A: (TEXT, f"▸[x]({address}) {TEXT}")}, "Y056", LINK)


def test_a_plan_has_a_text_too(tmp_path: Path) -> None:
    fires(tmp_path, {PLAN: ("- Đợt 1: dự", "- ▸[Đợt 1](javascript:a): dự")}, "Y056", LINK)


@pytest.mark.parametrize(
    "change",
    [
        (TEXT, "[x](https://a.vn) [y](../index.html) [z](mailto:x) ![a](anh.png) <https://a.vn>"),
        (TEXT, "`![x](https://a.vn/a.png)` \\![x](https://a.vn/a.png)"),
        (TEXT, "```\n[x](javascript:a)\n" + ">" * 30 + "\n```\n"),
        (TEXT, "Xem <style> ở đây, ‹A <b và C> 3›, A & B <x> C."),
    ],
)
def test_other_texts(tmp_path: Path, change: Change) -> None:
    silent(tmp_path, {VISIT_A: change}, "Y054", "Y055", "Y056")


def test_many_are_told_by_the_first_few(tmp_path: Path) -> None:
    links = "\n".join(("▸" if number < 5 else "") + "[x](javascript:a)" for number in range(9))
    more = f"{LINK} Trong tệp còn 4 chỗ như thế nữa."
    fires(tmp_path, {VISIT_A: (TEXT, f"{links}\n{TEXT}")}, "Y056", LINK, LINK, LINK, LINK, more)
