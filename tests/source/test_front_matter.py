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
        ("---\n‸---\nNội dung.\n", "Y008", "Không có khóa nào."),
        ("---\na: b\nnội dung: Họp‸: bầu\n---\n", "Y020", None),
        ('---\na: ‸"b\n---\nHọp.\n', "Y021", None),
        ("---\na: b\n‸a: c\n---\n", "Y017", "Khóa “a” đã có ở dòng 2."),
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


@pytest.mark.parametrize(
    ("body", "message", "related"),
    [
        (
            "Trên.\n\n‸<<<<<<< HEAD\nCó 20 người.\n=======\nCó 22 người.\n>>>>>>> sua\nDưới.\n",
            "Dòng “<<<<<<< HEAD” là dấu của hai bản sửa chưa gộp, trong 3 dòng như thế.",
            [8, 10],
        ),
        ("‸<<<<<<<\n||||||| goc\nx\n=======\r\n", "Dòng “<<<<<<<”", [5, 7]),
        ("a\n‸=======\nb\n", "Dòng “=======” là dấu của hai bản sửa chưa gộp.", []),
        ("‸>>>>>>> 1a2b3c\n", "Dòng “>>>>>>> 1a2b3c” là dấu của hai bản sửa chưa gộp.", []),
    ],
)
def test_edits_that_are_not_merged_are_told_at_the_first_line(body: str, message: str, related: list[int]) -> None:
    data, place = marked(f"---\na: b\n---\n{body}")
    read, (found,) = read_markdown(data, "data/a.md")
    assert read is None
    assert told(found)[:2] == ("Y053", place)
    assert found.message.startswith(message)
    assert [each.place.line for each in found.related] == related


@pytest.mark.parametrize("body", ["Tiêu đề\n========\n", "x\n======\n", " =======\n", "a <<<<<<< b\n", "<<<<<<<< x\n"])
def test_other_lines_of_signs_are_no_conflict(body: str) -> None:
    assert read_markdown(f"---\na: b\n---\n{body}".encode(), "a")[1] == ()


def test_a_doubt_does_not_stop_the_reading() -> None:
    read, diagnostics = read_markdown("---\na: Phòng #2\n---\n§oµn thanh niªn\n".encode(), "a")
    assert read is not None
    assert places(diagnostics) == ["Y052 2:10", "Y051 4:1"]


def test_a_lost_letter_of_the_body_is_told() -> None:
    assert places(read_markdown("---\na: b\n---\n\nĐo\ufffdn\n".encode(), "a")[1]) == ["Y050 5:3"]
