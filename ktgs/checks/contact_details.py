"""Phone numbers and e-mail addresses stand nowhere in the data; they lie in `private/`. Messages do not repeat them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.records.base import MarkdownRecord, Record
from ktgs.records.schema import schema, walk
from ktgs.source.codes import about

_CURE = "Xóa khỏi tệp này; nếu cần giữ, ghi trong thư mục private/."
PHONE = Code(
    "P101",
    "Số điện thoại trong dữ liệu công khai",
    about=about(
        "Những gì trong tệp có thể lên trang công khai, và git giữ mãi những gì đã ghi. Số điện thoại là dữ liệu cá"
        " nhân (Luật 91/2025/QH15), nên chỉ nằm trong thư mục `private/`. Lịch sinh hoạt chỉ ghi `có số liên hệ:"
        " có`.",
        "địa điểm: Phòng họp Sở A, gọi 0900 000 000",
        "địa điểm: Phòng họp Sở A\ncó số liên hệ: có",
        cure=_CURE + " Nếu đã đưa vào git thì báo người quản trị kho.",
    ),
)
EMAIL = Code(
    "P102",
    "Địa chỉ thư điện tử trong dữ liệu công khai",
    about=about(
        "Những gì trong tệp có thể lên trang công khai, và git giữ mãi những gì đã ghi. Thư điện tử là dữ liệu cá"
        " nhân.",
        "cách gửi: thư điện tử nguyenvana@example.com",
        "cách gửi: thư điện tử",
        cure=_CURE + " Nếu đã đưa vào git thì báo người quản trị kho.",
    ),
)
# A trunk 0, +84 or 0084 and two digits written together, then seven or eight more with at most two separators between
# two: 0900 000 000, (0292) 3.800.000, +84 900-000-000. Dates (03/05/2020) and paper numbers (46-KH/ĐTN) differ.
_GAP = r"[ \u00a0.\-()]{0,2}"
_PHONE = re.compile(rf"(?<![\w/+])(?:0|(?:\+|00)84{_GAP}(?:0{_GAP})?)[1-9]\d(?:{_GAP}\d){{7,8}}(?![\w/])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each public text, or line of a body, that holds one."""
    for record in chain.from_iterable(map(walk, facts.repository.every_record())):
        for field, index, text in _texts(record):
            if _PHONE.search(text):
                yield PHONE.at(_place(record, field, index), "Có số điện thoại ở đây.", cure=_CURE)
            if "@" in text and _EMAIL.search(text):
                yield EMAIL.at(_place(record, field, index), "Có địa chỉ thư điện tử ở đây.", cure=_CURE)


def _texts(record: Record) -> Iterator[tuple[str, int | None, str]]:
    """Yield each text with its field and its index in a list; a line of the body with no field and its index there."""
    for field in schema(type(record)).fields.values():
        if field.key and field.is_public:
            is_list = isinstance(getattr(record, field.name), tuple)
            for index, value in enumerate(field.values(record)):
                if isinstance(value, str):
                    yield field.name, index if is_list else None, value
    if isinstance(record, MarkdownRecord) and record.body:
        yield from (("", index, line) for index, line in enumerate(record.body.split("\n")))


def _place(record: Record, field: str, index: int | None) -> Place:
    if isinstance(record, MarkdownRecord) and not field:
        return record.where_body(index or 0)
    return record.where(field, index)
