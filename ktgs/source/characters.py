"""Bytes to text, and the characters that no file may hold: people cannot see them, or programs disagree on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.source import codes
from ktgs.source.damage_codes import DAMAGED
from ktgs.source.doubts import FOREIGN, may_be_old

LARGEST = 1_000_000  # bytes of one file
_BOM = "\ufeff"
_TOLD = 20  # lines of one file with a forbidden character of one kind that are told
_SHOWN = 60  # characters of a value that a message quotes

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_LINE_END = "\x85\u2028\u2029"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = "\xad\u034f\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0001-\U000e007f"
_LOST = "\ufffd"
BLANK = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"

_FORBIDDEN = re.compile(f"[{_CONTROL}{_LINE_END}{_DIRECTION}{_HIDDEN}{_LOST}]")
_SUSPECT = re.compile(f"[{_CONTROL}{_LINE_END}{_DIRECTION}{_HIDDEN}{_LOST}{BLANK}{FOREIGN}&*!\\\\]")
_KINDS = "|".join(
    (
        f"(?P<control>[{_CONTROL}])",
        f"(?P<line_end>[{_LINE_END}]|\r(?!\n))",
        f"(?P<direction>[{_DIRECTION}])",
        f"(?P<hidden>[{_HIDDEN}])",
        f"(?P<lost>{_LOST})",
    )
)
_IN_TEXT = re.compile(_KINDS)
_IN_YAML = re.compile(f"{_KINDS}|^[ \t-]*(?P<blank>[{BLANK}])", re.MULTILINE)

_FOUND: dict[str, tuple[Code, str, str]] = {
    "control": (codes.CONTROL_CHARACTER, "Có ký tự điều khiển {}", "Xóa ký tự đó hoặc gõ lại cả dòng."),
    "line_end": (codes.LINE_END, "Có dấu xuống dòng lạ {}", "Xóa ký tự đó rồi nhấn Enter; chỉ dùng LF hoặc CRLF."),
    "direction": (codes.DIRECTION_MARK, "Có ký tự đổi chiều chữ {}", "Xóa ký tự đó hoặc gõ lại cả dòng."),
    "hidden": (codes.HIDDEN_CHARACTER, "Có ký tự ẩn {}", "Xóa ký tự đó hoặc gõ lại cả dòng."),
    "lost": (DAMAGED, "Ký tự {} đứng thay một chữ đã mất", "Gõ lại chữ đã mất, hoặc chép lại từ bản gốc."),
    "blank": (
        codes.BLANK_IN_INDENTATION,
        "Có dấu cách lạ {} ở đầu dòng",
        "Xóa khoảng trắng ở đầu dòng, gõ lại bằng phím cách.",
    ),
}


def is_suspect(text: str) -> bool:
    """Return whether YAML text may hold a forbidden character, an anchor, alias, tag or escape, an old encoding."""
    return _SUSPECT.search(text) is not None or _has_lone_return(text) or may_be_old(text)


def _has_lone_return(text: str) -> bool:
    return "\r" in text and text.count("\r") != text.count("\r\n")


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the file's text without its BOM; refuse a file over 1 MB and bytes that are not UTF-8."""
    if len(data) > LARGEST:
        found, cure = "Tệp lớn hơn 1 MB.", "Tách thành nhiều bản ghi, hoặc bỏ phần dán nhầm."
        return None, (codes.TOO_LARGE.at(Place(file), found, cure=cure),)
    try:
        return data.decode("utf-8").removeprefix(_BOM), ()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, file),)


def _not_utf8(data: bytes, offset: int, file: str) -> Diagnostic:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        found, line, column = "Tệp được lưu bằng bảng mã UTF-16.", 1, 1
    else:
        before = data[:offset].decode("utf-8").removeprefix(_BOM)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found = f"Byte 0x{data[offset]:02X} không đọc được theo bảng mã UTF-8."
    return codes.NOT_UTF8.at(Place(file, line, column), found, cure="Lưu lại tệp với bảng mã UTF-8.")


def forbidden_characters(text: str, file: str, first_line: int = 1, *, is_yaml: bool) -> list[Diagnostic]:
    """Return the forbidden characters of the text, one of each kind a line; for YAML odd indents too.

    Of each kind the first few are told; one more, where the rest begins, counts it.
    """
    if not is_yaml and _FORBIDDEN.search(text) is None and not _has_lone_return(text):
        return []
    problems: dict[str, list[Diagnostic]] = {}
    counts: Counter[str] = Counter()
    for kind, character, line, column in _first_of_lines(text, _IN_YAML if is_yaml else _IN_TEXT):
        counts[kind] += 1
        if counts[kind] <= _TOLD + 1:
            code, found, cure = _FOUND[kind]
            place = Place(file, first_line + line, column)
            problem = code.at(place, found.format(f"U+{ord(character):04X}") + ".", cure=cure)
            problems.setdefault(kind, []).append(problem)
    for kind, told in problems.items():
        told[_TOLD:] = [replace(rest, stands_for=counts[kind] - _TOLD) for rest in told[_TOLD:]]
    return sorted((problem for told in problems.values() for problem in told), key=lambda problem: problem.order)


def _first_of_lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str, int, int]]:
    """Yield the first match of each kind on a line: kind, character, lines above it, column."""
    line, line_start, before = 0, 0, 0
    latest: dict[str, int] = {}
    for match in pattern.finditer(text):
        kind = match.lastgroup or ""
        offset = match.start(kind)
        if newlines := text.count("\n", before, offset):
            line, line_start = line + newlines, text.rfind("\n", before, offset) + 1
        before = offset
        if latest.get(kind) != line:
            latest[kind] = line
            yield kind, text[offset], line, offset - line_start + 1


def forbidden_in_value(value: str, place: Place) -> Diagnostic | None:
    """Return the first forbidden character that a quoted value spells with an escape, at the value's place."""
    match = _IN_TEXT.search(value)
    if match is None:
        return None
    code, found, _ = _FOUND[match.lastgroup or ""]
    cure = "Bỏ phần bắt đầu bằng “\\”, hoặc dùng ngoặc đơn '…' nếu “\\” là chữ cần viết."
    return code.at(place, found.format(f"U+{ord(match.group()):04X}") + ", viết bằng dấu “\\”.", cure=cure)


def shown(text: str) -> str:
    """Return the text as a message quotes it: on one line, cut when long, between “ and ”."""
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}”"


def can_show(text: str) -> bool:
    """Return whether a message may print the text as it stands."""
    return 0 < len(text) <= _SHOWN and text.isprintable()


def quote_it(value: str) -> str:
    """Return the cure "đặt cả giá trị trong ngoặc …", with the value as it should stand where its end is certain."""
    value = re.sub(r"\s+#.*", "", value).rstrip()
    if not can_show(value) or re.search(r"[\[\]{}]|, ", value):
        return "đặt cả giá trị trong ngoặc kép."
    if '"' in value or "\\" in value:
        value = value.replace("'", "''")
        return f"đặt cả giá trị trong ngoặc đơn: '{value}'."
    return f'đặt cả giá trị trong ngoặc kép: "{value}".'
