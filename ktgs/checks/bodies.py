"""What of a body cannot be shown as it is meant: lists too deep, pictures of other hosts, links that are not made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import vi_number
from ktgs.records.base import MarkdownRecord
from ktgs.source.bodies import DEEPEST, MOST, events, is_elsewhere, is_followed, limit, real
from ktgs.source.codes import about

NO_MARKDOWN = Code(
    "Y054",
    "Lời văn lồng quá sâu hoặc quá nhiều dấu",
    about=about(
        f"Danh sách và trích dẫn trong lời văn không được lồng quá {DEEPEST} mức, và lời văn không được có quá"
        f" {vi_number(MOST)} đoạn, mục và dấu Markdown. Quá mức ấy thì lời văn chỉ hiện ra như đã viết."
        " Thường do dán nhầm, hoặc do thụt dòng tăng dần từ trên xuống.",
        "- ý một\n  - ý hai\n    - … (cứ thế hơn hai mươi mức)",
        "- ý một\n- ý hai",
        cure="Bớt thụt dòng, hoặc xóa phần dán nhầm.",
    ),
)
PICTURE = Code(
    "Y055",
    "Ảnh ở trang khác không được hiện",
    Severity.warning,
    about=about(
        "Ảnh nằm ở trang khác thì không được tải: mỗi lần có người xem, trang ấy biết, và ngày mai ảnh có thể là ảnh"
        " khác. Trên trang chỉ có liên kết dẫn đến ảnh.",
        "![Buổi sinh hoạt](https://example.com/anh.jpg)",
        "[Ảnh buổi sinh hoạt](https://example.com/anh.jpg)",
        cure="Bỏ dấu `!` để thành liên kết, hoặc xóa ảnh.",
    ),
)
LINK = Code(
    "Y056",
    "Liên kết không được tạo",
    Severity.warning,
    about=about(
        "Chỉ tạo liên kết đến trang web (`http`, `https`), thư điện tử, số điện thoại và đến chỗ khác trên trang này."
        " Liên kết loại khác có thể chạy lệnh trên máy người xem, nên được giữ nguyên thành chữ.",
        "[Danh sách](javascript:mo())",
        "[Danh sách](https://example.com/danh-sach.html)",
        cure="Dẫn đến một địa chỉ `https`, hoặc chỉ viết chữ.",
    ),
)
_SUSPECT = re.compile(r"\]\(|<(?:https?:|mailto:)")  # without any of these there is no link and no picture
_TOLD = 5  # of a kind in one body


class _Found(NamedTuple):
    """A problem with a body: where it begins, in bytes, and what is said of it."""

    offset: int
    code: Code
    found: str
    cure: str


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for a body that is too deep, a warning for each picture and link that is not shown as one."""
    for record in facts.repository.every_record():
        if isinstance(record, MarkdownRecord):
            yield from _told(record)


def _told(record: MarkdownRecord) -> Iterator[Diagnostic]:
    """Yield what is wrong with a body, at most a few of each kind and how many more there are."""
    problems = tuple(_problems(record.body))
    source = record.body.encode() if problems else b""
    lines, before = 0, 0
    counts: Counter[str] = Counter()
    totals = Counter(problem.code.id for problem in problems)
    for offset, code, found, cure in problems:
        counts[code.id] += 1
        if counts[code.id] > _TOLD:
            continue
        lines, before = lines + source.count(b"\n", before, offset), offset
        column = len(source[source.rfind(b"\n", 0, offset) + 1 : offset].decode()) + 1
        more = totals[code.id] - _TOLD if counts[code.id] == _TOLD else 0
        words = f"{found} Trong tệp còn {more} chỗ như thế nữa." if more else found
        yield code.at(record.where_body(lines, column), words, cure=cure)


def _problems(body: str) -> Iterator[_Found]:
    if beyond := limit(body):
        deep = f"Đến đây danh sách hoặc trích dẫn lồng quá {DEEPEST} mức."
        many = f"Đến đây lời văn có quá {vi_number(MOST)} đoạn, mục và dấu Markdown."
        cure = "Bớt thụt dòng, hoặc xóa phần dán nhầm."
        yield _Found(beyond.offset, NO_MARKDOWN, deep if beyond.is_depth else many, cure)
        return
    for event in events(body) if _SUSPECT.search(body) else ():
        if event.kind != "Start" or event.tag not in ("Link", "Image"):
            continue
        address = real(event.value["dest_url"])
        if not is_followed(address):
            found = "Liên kết này không được tạo; nó hiện ra thành chữ."
            yield _Found(event.start, LINK, found, "Dẫn đến một địa chỉ https, hoặc chỉ viết chữ.")
        elif event.tag == "Image" and is_elsewhere(address):
            found = "Ảnh ở trang khác không được tải; ở đây chỉ có liên kết dẫn đến ảnh."
            yield _Found(event.start, PICTURE, found, "Bỏ dấu “!” để thành liên kết, hoặc xóa ảnh.")
