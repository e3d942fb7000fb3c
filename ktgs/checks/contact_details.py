"""Phone numbers and e-mail addresses stand nowhere in the data; they lie in `private/`. Messages do not repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ktgs.checks._texts import field_texts
from ktgs.facts.facts import Facts
from ktgs.language.contacts import has_email, has_phone
from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.records.base import MarkdownRecord
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
_REMEMBERED = 50_000  # texts: the public half of the data is looked through after the whole


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each public text, line or paragraph of a body and name of a file that holds one."""
    repository = facts.repository
    for told in field_texts(repository, _held):
        for code, what in _held(told.text) if told.field.is_public else ():
            yield code.at(told.place, f"Có {what} ở đây.", cure=_CURE)
    with_body = (record for record in repository.every_record() if isinstance(record, MarkdownRecord))
    for record in with_body:
        for line, code, what in _held_in_body(record.body):
            yield code.at(record.where_body(line), f"Có {what} ở đây.", cure=_CURE)
    for file in (*repository.by_file, *(mark.file for mark in repository.broken)):
        for code, what in _held(file.removeprefix("data/")):
            yield code.at(Place(file), f"Có {what} trong tên tệp.", cure="Đổi tên tệp.")


def find_in_lines(file: str, text: str) -> Iterator[Diagnostic]:
    """Yield an error at each line that holds one, in comments and private values, too: git keeps all of them."""
    for line, words in enumerate(text.split("\n"), 1):
        for code, what in _held(words):
            yield code.at(Place(file, line), f"Có {what} ở dòng này.", cure=_CURE)


@lru_cache(maxsize=_REMEMBERED)
def _held(text: str) -> tuple[tuple[Code, str], ...]:
    if len(text) < _SHORTEST:
        return ()
    phone = ((PHONE, "số điện thoại"),) if has_phone(text) else ()
    email = ((EMAIL, "địa chỉ thư điện tử"),) if has_email(text) else ()
    return phone + email


@lru_cache(maxsize=_REMEMBERED)
def _held_in_body(body: str) -> tuple[tuple[int, Code, str], ...]:
    """Return what a body holds at which of its lines: as written, else where the paragraph begins that reads so."""
    told = [(line, *held) for line, text in enumerate(body.split("\n")) for held in _held(text)]
    lines = {(line, code) for line, code, _ in told}
    source = body.encode()
    for start, end, text in read_texts(body):
        for code, what in _held(text):
            first, last = source.count(b"\n", 0, start), source.count(b"\n", 0, end)
            if not any((line, code) in lines for line in range(first, last + 1)):
                told.append((first, code, what))
    return tuple(told)
