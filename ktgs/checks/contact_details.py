"""Phone numbers and e-mail addresses stand nowhere in the data; they lie in `private/`. Messages do not repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from ktgs.facts.facts import Facts
from ktgs.language.contacts import has_email, has_phone
from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.records.base import MarkdownRecord, Record
from ktgs.records.schema import schema, walk
from ktgs.source.bodies import read_texts
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
    """Yield an error at each public text, line or paragraph of a body and name of a file that holds one."""
    for record in chain.from_iterable(map(walk, facts.repository.every_record())):
        places = chain(_in_fields(record), _in_body(record) if isinstance(record, MarkdownRecord) else ())
        for place, code, what in places:
            yield code.at(place, f"Có {what} ở đây.", cure=_CURE)
    for file in (*facts.repository.by_file, *(mark.file for mark in facts.repository.broken)):
        for code, what in _held(file.removeprefix("data/")):
            yield code.at(Place(file), f"Có {what} trong tên tệp.", cure="Đổi tên tệp.")


def find_in_lines(file: str, text: str) -> Iterator[Diagnostic]:
    """Yield an error at each line that holds one, in comments and private values, too: git keeps all of them."""
    for line, words in enumerate(text.split("\n"), 1):
        for code, what in _held(words):
            yield code.at(Place(file, line), f"Có {what} ở dòng này.", cure=_CURE)


def _held(text: str) -> Iterator[tuple[Code, str]]:
    if len(text) < _SHORTEST:
        return
    if has_phone(text):
        yield PHONE, "số điện thoại"
    if has_email(text):
        yield EMAIL, "địa chỉ thư điện tử"


def _in_fields(record: Record) -> Iterator[tuple[Place, Code, str]]:
    """Yield where public fields hold one: at the item where they are lists."""
    for name in _public_fields(type(record)):
        value = getattr(record, name)
        texts = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, text in texts:
            for code, what in _held(text) if isinstance(text, str) else ():
                yield record.where(name, index), code, what


@cache
def _public_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in schema(kind).fields.values() if field.key and field.is_public)


def _in_body(record: MarkdownRecord) -> Iterator[tuple[Place, Code, str]]:
    """Yield where the body holds one: at its line as written, else at the paragraph in whose text it can be read."""
    told = set[tuple[Code, int]]()
    for line, text in enumerate(record.body.split("\n")):
        for code, what in _held(text):
            told.add((code, line))
            yield record.where_body(line), code, what
    source = b""
    for start, end, text in read_texts(record.body):
        for code, what in _held(text):
            source = source or record.body.encode()
            first, last = source.count(b"\n", 0, start), source.count(b"\n", 0, end)
            if not any((code, line) in told for line in range(first, last + 1)):
                yield record.where_body(first), code, what
