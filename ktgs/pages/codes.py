"""The list of every kind of problem that a check of the data can report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.examining.pipeline import codes as every_code
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code
from ktgs.obligations.targets import ToCode

ADDRESS = "cach-tinh/thong-bao-loi.html"
MENU = MenuEntry("Thông báo lỗi", 40, MenuGroup.data)
FAMILIES = {
    "A": "Điều chỉnh, gia hạn, miễn",
    "D": "Ngày tháng",
    "F": "Tệp, thư mục và phần mềm",
    "M": "Buổi sinh hoạt, đợt, chức vụ",
    "N": "Số văn bản",
    "P": "Thông tin không được công khai",
    "R": "Tham chiếu giữa các tệp",
    "S": "Tên dòng và giá trị",
    "Y": "Chữ viết và cú pháp",
}


@dataclass(frozen=True, slots=True)
class ListedCode:
    """A kind of problem, and its page."""

    code: Code
    target: ToCode


@dataclass(frozen=True, slots=True)
class CodeFamily:
    """The kinds of problem whose ids begin with one letter."""

    letter: str
    title: str
    codes: tuple[ListedCode, ...]


@dataclass(frozen=True, slots=True)
class CodesPage:
    """The one page."""

    url: str
    title: str
    families: tuple[CodeFamily, ...]


def pages(_facts: Facts) -> Iterator[CodesPage]:
    """Yield the one page."""
    families = tuple(
        CodeFamily(letter, FAMILIES[letter], tuple(ListedCode(code, ToCode(code.id)) for code in codes))
        for letter, codes in groupby(every_code(), key=lambda code: code.id[0])
    )
    yield CodesPage(ADDRESS, "Thông báo lỗi", families)
