"""Every kind of problem that a check of the data can report, with its explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ktgs.addresses import addresses
from ktgs.examining.pipeline import codes as every_code
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code

FAMILIES = {
    "A": "Điều chỉnh, gia hạn, miễn",
    "D": "Ngày tháng",
    "F": "Tệp, thư mục và phần mềm",
    "M": "Buổi sinh hoạt, đợt, chức vụ",
    "N": "Số văn bản",
    "P": "Thông tin không được công khai",
    "R": "Tham chiếu giữa các tệp",
    "S": "Khóa và giá trị",
    "Y": "Chữ viết và cú pháp",
}


@dataclass(frozen=True, slots=True)
class CodeView:
    """A kind of problem: its id is its anchor."""

    id: str
    title: str
    severity: str
    about: str


@dataclass(frozen=True, slots=True)
class Family:
    """The kinds of problem whose ids begin with one letter."""

    letter: str
    title: str
    codes: tuple[CodeView, ...]


@dataclass(frozen=True, slots=True)
class CodesPage:
    """The one page."""

    url: str
    title: str
    families: tuple[Family, ...]


def pages(_facts: Facts) -> Iterator[CodesPage]:
    """Yield the one page."""
    families = tuple(
        Family(letter, FAMILIES[letter], tuple(_view(code) for code in codes))
        for letter, codes in groupby(every_code(), key=lambda code: code.id[0])
    )
    yield CodesPage(addresses.CODES, "Thông báo lỗi", families)


def _view(code: Code) -> CodeView:
    return CodeView(code.id, code.title, code.severity.value, code.about)
