"""Markdown with front matter: the front matter as a tree with places, the body as text."""

from __future__ import annotations

import re

from ktgs.language.diagnostics import Diagnostic, Place, Severity
from ktgs.language.text import nfc
from ktgs.source import codes
from ktgs.source.characters import decode, forbidden_characters, shown
from ktgs.source.conflicts import conflicts
from ktgs.source.doubts import old_encoding
from ktgs.source.reader import read_text
from ktgs.source.tree import Tree

_OPENING = re.compile(r"---[ \t]*(\r?\n|$)")
_CLOSING = re.compile(r"^---[ \t]*\r?$\n?", re.MULTILINE)
_NEARLY = re.compile(
    r"^[ \t]*[-\u2010-\u2015*_=]{2,}[ \t]*\r?$", re.MULTILINE
)  # what was perhaps meant as the closing line


def read_markdown(data: bytes, file: str) -> tuple[tuple[Tree, str, int] | None, tuple[Diagnostic, ...]]:
    """Return the front matter's tree, the body and the line where the body starts, or None; and what is wrong.

    The body has \\n line ends and is composed; its own `---` lines are left alone.
    """
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    body_line = text.count("\n", 0, closing.start()) + 2 if closing else None
    if unsettled := conflicts(text, file, body_line):  # whatever else is said of such text would only mislead
        return None, unsettled
    if opening is None:
        return None, (_no_opening(text, file),)
    if closing is None or body_line is None:
        return None, (_no_closing(text, opening.end(), file),)
    front, body = text[opening.end() : closing.start()], text[closing.end() :]
    tree, problems = read_text(front, file, first_line=2)
    problems += tuple(forbidden_characters(body, file, body_line, is_yaml=False))
    problems += tuple(old_encoding(body, file, body_line))
    if tree is None or any(problem.severity is Severity.error for problem in problems):
        return None, problems
    return (tree, nfc(body.replace("\r\n", "\n")), body_line), problems


def _no_opening(text: str, file: str) -> Diagnostic:
    first = text.partition("\n")[0]
    if first.strip() == "---":
        found, cure = "Trước “---” của dòng đầu tiên có dấu cách.", "Xóa dấu cách ở đầu dòng."
    else:
        found = (
            f"Dòng đầu tiên phải là “---”, không phải {shown(first)}." if first.strip() else "Dòng đầu tiên để trống."
        )
        cure = "Đặt dòng “---” ở đầu tệp, trước dòng khai báo đầu tiên."
    return codes.NO_OPENING.at(Place(file), found, cure=cure)


def _no_closing(text: str, start: int, file: str) -> Diagnostic:
    nearly = _NEARLY.search(text, start)
    if nearly is None:
        found = "Phần khai báo mở bằng “---” ở đây không có dòng “---” kết thúc."
        return codes.NO_CLOSING.at(Place(file), found, cure="Thêm dòng “---” ngay sau dòng khai báo cuối cùng.")
    place = Place(file, text.count("\n", 0, nearly.start()) + 1)
    if nearly.group().strip() == "---":
        found, cure = "Trước “---” kết thúc phần khai báo có dấu cách.", "Xóa dấu cách ở đầu dòng."
    else:
        found = f"Phần khai báo phải kết thúc bằng “---”, không phải {shown(nearly.group())}."
        cure = "Viết lại dòng này thành “---”."
    return codes.NO_CLOSING.at(place, found, cure=cure)
