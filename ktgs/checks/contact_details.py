"""Phone numbers and e-mail addresses stand nowhere in the data; they lie in `private/`. Messages do not repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ktgs.facts.facts import Facts
from ktgs.language.contacts import has_email, has_phone
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
_SHORTEST = 6  # characters of an address


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each public text, line of a body and name of a file that holds one."""
    for record in chain.from_iterable(map(walk, facts.repository.every_record())):
        for field, index, text in _texts(record):
            for code, what in _held(text):
                yield code.at(_place(record, field, index), f"Có {what} ở đây.", cure=_CURE)
    for file in (*facts.repository.by_file, *(mark.file for mark in facts.repository.broken)):
        for code, what in _held(file.removeprefix("data/")):
            yield code.at(Place(file), f"Có {what} trong tên tệp.", cure="Đổi tên tệp.")


def _held(text: str) -> Iterator[tuple[Code, str]]:
    if len(text) < _SHORTEST:
        return
    if has_phone(text):
        yield PHONE, "số điện thoại"
    if has_email(text):
        yield EMAIL, "địa chỉ thư điện tử"


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
