"""What of a body cannot be shown as it is meant: lists too deep, pictures of other hosts, links that are not made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity
from ktgs.records.base import MarkdownRecord
from ktgs.repository.links import file_records
from ktgs.source.bodies import DEEPEST, events, is_elsewhere, is_followed, real
from ktgs.source.codes import about

TOO_DEEP = Code(
    "Y054",
    "Lời văn lồng quá sâu",
    about=about(
        f"Trong lời văn, danh sách và trích dẫn không được lồng quá {DEEPEST} mức: không ai đọc được, và trình duyệt"
        " cũng có giới hạn. Thường do dán nhầm, hoặc do thụt dòng tăng dần từ trên xuống.",
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
# A body without any of these has nothing to tell: every level needs a sign or a blank of its own at the line's start.
_SUSPECT = re.compile(rf"\]\(|<(?:https?:|mailto:)|^[ \t>*+\-\d.)]{{{DEEPEST},}}", re.MULTILINE)
_TOLD = 5  # of a kind in one body
_DEEPENS = frozenset({"List", "BlockQuote"})


class _Found(NamedTuple):
    """A problem with a body: where it begins, in bytes, and what is said of it."""

    offset: int
    code: Code
    found: str
    cure: str


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for a body that is too deep, a warning for each picture and link that is not shown as one."""
    for record in file_records(facts.repository):
        if isinstance(record, MarkdownRecord) and _SUSPECT.search(record.body):
            yield from _told(record)


def _told(record: MarkdownRecord) -> Iterator[Diagnostic]:
    """Yield what is wrong with a body, at most a few of each kind and how many more there are."""
    source = record.body.encode()
    line, before = record.body_line, 0
    problems = sorted(_problems(record.body), key=lambda problem: problem.offset)
    counts: Counter[str] = Counter()
    totals = Counter(problem.code.id for problem in problems)
    for offset, code, found, cure in problems:
        counts[code.id] += 1
        if counts[code.id] > _TOLD:
            continue
        line, before = line + source.count(b"\n", before, offset), offset
        column = len(source[source.rfind(b"\n", 0, offset) + 1 : offset].decode()) + 1
        more = totals[code.id] - _TOLD if counts[code.id] == _TOLD else 0
        words = f"{found} Trong tệp còn {more} chỗ như thế nữa." if more else found
        yield code.at(Place(record.file, line, column), words, cure=cure)


def _problems(body: str) -> Iterator[_Found]:
    depth, is_told = 0, False
    for event in events(body):
        if event.tag in _DEEPENS:
            depth += 1 if event.kind == "Start" else -1
            if depth > DEEPEST and not is_told:
                is_told = True
                found = f"Đến đây danh sách hoặc trích dẫn lồng quá {DEEPEST} mức."
                yield _Found(event.start, TOO_DEEP, found, "Bớt thụt dòng, hoặc xóa phần dán nhầm.")
        elif event.kind == "Start" and event.tag in ("Link", "Image"):
            address = real(event.value["dest_url"])
            if not is_followed(address):
                found = "Liên kết này không được tạo; nó hiện ra thành chữ."
                yield _Found(event.start, LINK, found, "Dẫn đến một địa chỉ https, hoặc chỉ viết chữ.")
            elif event.tag == "Image" and is_elsewhere(address):
                found = "Ảnh ở trang khác không được tải; ở đây chỉ có liên kết dẫn đến ảnh."
                yield _Found(event.start, PICTURE, found, "Bỏ dấu “!” để thành liên kết, hoặc xóa ảnh.")
