"""Ids become names of files and addresses of pages, on every system: some names are taken, and none may be too long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.source.characters import shown
from ktgs.source.codes import about

LONGEST = 100  # a name holds 255 bytes on most systems, 143 on some; a path 260 characters on Windows
# `index` is the list that stands beside the pages; the others are devices of Windows, whatever the ending.
_TAKEN = re.compile(r"index|con|prn|aux|nul|(?:com|lpt)[0-9]")
CODE = Code(
    "F210",
    "Tên không dùng được làm địa chỉ",
    about=about(
        "Mã của tệp thành địa chỉ của trang và tên tệp trên mọi máy. `index` là địa chỉ của trang danh mục; `con`,"
        " `prn`, `aux`, `nul`, `com1`, `lpt1` … là thiết bị của Windows, nên ở đó không lấy được tệp về; tên quá"
        f" {LONGEST} ký tự thì nhiều hệ thống không nhận. Tệp mang tên như vậy không được đọc.",
        "# data/units/con.yml\ntên: Đoàn cơ sở Sở C",
        "# data/units/doan-so-c.yml\ntên: Đoàn cơ sở Sở C",
        cure="Đổi tên tệp, rồi sửa các chỗ nhắc đến mã cũ.",
    ),
)


@lru_cache(maxsize=16_384)
def why_no_name(text: str) -> str:
    """Return why files and pages cannot have the id as their name, empty where they can."""
    if len(text) > LONGEST:
        return f"{shown(text)} dài {len(text)} ký tự, quá {LONGEST}."
    if _TAKEN.fullmatch(text):
        whose = "trang danh mục" if text == "index" else "một thiết bị của Windows"
        return f"{shown(text)} là tên dành cho {whose}."
    return ""


def refused_names(file: str, parts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return an error for each named part of a file's path that cannot be an address."""
    reasons = filter(None, map(why_no_name, parts.values()))
    cure = "Đổi tên tệp hoặc thư mục, rồi sửa các chỗ nhắc đến mã cũ."
    return tuple(CODE.at(Place(file), f"Tên {why}", cure=cure) for why in reasons)
