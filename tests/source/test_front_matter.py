"""Markdown with front matter: lines are the file's, the body is left alone, what is missing is told."""

from __future__ import annotations

from typing import cast

import pytest

from ktgs.language.diagnostics import Place
from ktgs.source.front_matter import read_markdown
from ktgs.source.tree import PLACES, Places
from tests.source.marked import marked, places, told


def test_front_matter_body_and_lines() -> None:
    read, diagnostics = read_markdown("---\nloại: nhanh\ntháng: 03/2020\n---\n\nĐoạn một.\n".encode(), "data/a.md")
    assert diagnostics == ()
    assert read is not None
    tree, body, body_line = read
    assert (tree["loại"], body, body_line) == ("nhanh", "\nĐoạn một.\n", 5)
    assert cast(Places, tree[PLACES]).value("tháng") == Place("data/a.md", 3, 8)


@pytest.mark.parametrize(
    "body", ["", "---\n", "a\n\n---\n\nb\n---\n", "---\nx: y\n---\n", "    ---\n", "\u00a0\u00a0a\tb  \n"]
)
def test_the_body_keeps_its_own_rules_and_blanks(body: str) -> None:
    read, diagnostics = read_markdown(f"---\na: b\n---\n{body}".encode(), "a")
    assert diagnostics == ()
    assert read is not None
    assert read[1:] == (body, 4)


def test_bom_crlf_blanks_after_the_dashes_and_decomposed_letters_are_read() -> None:
    read, diagnostics = read_markdown("\ufeff---  \r\na: b\r\n---\t\r\nho\u0300a\r\nb".encode(), "a")
    assert diagnostics == ()
    assert read is not None
    assert read[1:] == ("hòa\nb", 4)


def test_a_closing_line_may_end_the_file() -> None:
    read, _ = read_markdown(b"---\na: b\n---", "a")
    assert read is not None
    assert read[1:] == ("", 4)


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("‸loại: nhanh\n---\nNội dung.\n", "Y040", "Dòng đầu tiên phải là “---”, không phải “loại: nhanh”."),
        ("‸", "Y040", "Dòng đầu tiên để trống."),
        ("‸ ---\na: b\n---\n", "Y040", "Trước “---” của dòng đầu tiên có dấu cách."),
        ("‸---\na: b\n", "Y041", "Phần khai báo mở bằng “---” ở đây không có dòng “---” kết thúc."),
        ("---\na: b\n‸ ---\nNội dung.\n", "Y041", "Trước “---” kết thúc phần khai báo có dấu cách."),
        ("---\na: b\n‸–––\nNội dung.\n", "Y041", "Phần khai báo phải kết thúc bằng “---”, không phải “–––”."),
        ("---\na: b\n‸--\nNội dung.\n", "Y041", "Phần khai báo phải kết thúc bằng “---”, không phải “--”."),
        ("---\n‸---\nNội dung.\n", "Y008", "Không có dòng nào dạng “tên dòng: giá trị”."),
        ("---\na: b\nnội dung: Họp‸: bầu\n---\n", "Y020", None),
        ('---\na: ‸"b\n---\nHọp.\n', "Y021", None),
        ("---\na: b\n‸a: c\n---\n", "Y017", "Tên dòng “a” đã có ở dòng 2."),
        ("---\na: b\n---\nHọp‸‹U+200B›.\n", "Y003", "Có ký tự ẩn U+200B."),
        ("---\na: b\n---\nHọp.\n\n‸‹U+202E›x\n", "Y004", "Có ký tự đổi chiều chữ U+202E."),
        ("---\na: b\n---\nHọp.‸‹U+0000›\n", "Y002", "Có ký tự điều khiển U+0000."),
        ("---\na: b\n---\nHọp.‸‹U+2028›\n", "Y006", "Có dấu xuống dòng lạ U+2028."),
        ("---\n‸‹U+00A0›a: b\n---\n", "Y005", "Có dấu cách lạ U+00A0 ở đầu dòng."),
        ("---\na: b\n‸%c\n---\n", "Y011", None),
    ],
)
def test_what_is_wrong_is_told_at_its_line_in_the_file(text: str, code: str, message: str | None) -> None:
    data, place = marked(text)
    read, diagnostics = read_markdown(data, "data/a.md")
    assert read is None
    (diagnostic,) = diagnostics
    assert told(diagnostic)[:2] == (code, place)
    assert message in (None, diagnostic.message)
    assert diagnostic.cure


def test_front_matter_and_body_are_both_told() -> None:
    _, diagnostics = read_markdown("---\na: b\na: c\n---\n\u200b\n".encode(), "a")
    assert places(diagnostics) == ["Y017 3:1", "Y003 5:1"]


def test_bytes_of_the_body_that_are_not_utf8_are_told() -> None:
    assert places(read_markdown(b"---\na: b\n---\nx\xff\n", "a")[1]) == ["Y001 4:2"]


SETTLE = "Giữ bản đúng, hoặc cả hai khi không trái nhau, rồi xóa các dòng đánh dấu."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\nloại: nhanh\n‸<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n---\nThân.\n", "3 5 7"),
        ("‸<<<<<<< HEAD\n---\na: 1\n---\n=======\n---\na: 2\n---\n>>>>>>> b\n", "1 5 9"),
        ("---\na: 1\n‸<<<<<<< HEAD\n---\nThân.\n=======\n---\nKhác.\n>>>>>>> b\n", "3 6 9"),
        ("---\na: 1\n‸<<<<<<< HEAD\nb: 1\n=======\n>>>>>>> b\n", "3 5 6"),
        ("---\na: b\n---\nTrên.\n\n‸<<<<<<< HEAD\nCó 20 người.\n=======\nCó 22 người.\n>>>>>>> sua\nDưới.\n", "6 8 10"),
    ],
)
def test_a_conflict_above_the_body_is_told_with_its_lines(text: str, lines: str) -> None:
    data, place = marked(text)
    read, diagnostics = read_markdown(data, "a")
    first, second, third = lines.split()
    found = (
        f"Hai bản sửa cùng một chỗ chưa được gộp, còn dòng {first} (<<<<<<<), dòng {second} (=======)"
        f" và dòng {third} (>>>>>>>)."
    )
    assert [told(diagnostic) for diagnostic in diagnostics] == [("Y032", place, found, SETTLE)]
    assert read is None


def test_both_halves_of_a_conflict_are_named() -> None:
    (diagnostic,) = read_markdown(b"---\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n---\n", "a")[1]
    halves = [(related.place.line, related.note) for related in diagnostic.related]
    assert halves == [(3, "bản đang có"), (5, "bản được gộp vào")]


@pytest.mark.parametrize("body", ["Tiêu đề\n=======\n", "x\n======\n", " =======\n", "a <<<<<<< b\n", "<<<<<<<< x\n"])
def test_other_lines_of_signs_are_no_conflict(body: str) -> None:
    assert read_markdown(f"---\na: b\n---\n{body}".encode(), "a")[1] == ()


def test_a_doubt_does_not_stop_the_reading() -> None:
    read, diagnostics = read_markdown("---\na: Phòng #2\n---\n§oµn thanh niªn\n".encode(), "a")
    assert read is not None
    assert places(diagnostics) == ["Y052 2:10", "Y051 4:1"]


def test_a_lost_letter_of_the_body_is_told() -> None:
    assert places(read_markdown("---\na: b\n---\n\nĐo\ufffdn\n".encode(), "a")[1]) == ["Y050 5:3"]
