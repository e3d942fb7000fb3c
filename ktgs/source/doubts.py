"""What a file probably does not mean as it says: a value cut by `#`, text of an old encoding. Warnings, with places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from yaml._yaml import CParser
from yaml.events import ScalarEvent

from ktgs.language.diagnostics import Diagnostic, Place
from ktgs.source import damage_codes as codes

_TOLD = 5  # of a kind in one file

_COMMENT = re.compile(r"[ \t]+#(?=\w)")

# Letters of TCVN3 and VNI as they look in Unicode, beside letters that neither Vietnamese nor French, German or English
# puts there; and Vietnamese in UTF-8 that was read as Windows-1252.
_TCVN3 = (
    "[A-Za-z\u00c0-\u00ff](?:[\u00a8\u00aa\u00ac\u00b5\u00b6\u00b8]|[\u00a9\u00ab\u00ae\u00b7\u00b9\u00bb-\u00be](?=[a-z]))"
    "|[\u00a7\u00ae](?=[a-z\u00df-\u00ff])|ßng"
)
_VNI = "[aeouyôö]ø|[aeuyôö]ù|[auôö]û|[aeuôö]õ|[ôö]ï|a[åäâ]|o[åäâ]|eå|(?<!g)eâ"
_UTF8 = "á[º»][\u0080-\u00bf\u0152-\u2122]|Æ[°¡]|Ä[\u0090\u2018]|Ã[\u00a0-\u00bf]|â€"
_OLD = re.compile(f"{_TCVN3}|(?i:{_VNI})|{_UTF8}")

# Every text in which _OLD finds anything holds one of these letters, which no Vietnamese text has, or one of the pairs.
FOREIGN = "\u00a0-\u00bf\u00c4-\u00c6\u00cf\u00d8\u00db\u00dfåäïøû€"
_FOREIGN = re.compile(f"[{FOREIGN}]")
_PAIRS = {
    second: tuple(first + second for first in firsts + firsts.upper())
    for seconds, firsts in (("ùÙ", "aeuyôö"), ("õÕ", "aeuôö"), ("âÂ", "aeo"))
    for second in seconds
}


def may_be_old(text: str) -> bool:
    """Return whether the text may hold a pair of letters that only an old encoding has, without a foreign letter."""
    for second, pairs in _PAIRS.items():
        if second in text:
            for pair in pairs:
                if pair in text:
                    return True
    return False


def old_encoding(text: str, file: str, first_line: int = 1) -> Iterator[Diagnostic]:
    """Yield a warning for each of the first lines that look like TCVN3, VNI, or UTF-8 read wrongly."""
    if not (_FOREIGN.search(text) or may_be_old(text)):  # which takes a tenth of the time, and is nearly always so
        return
    line, before, last, told = first_line, 0, 0, 0
    for match in _OLD.finditer(text):
        line, before = line + text.count("\n", before, match.start()), match.start()
        if line != last and told < _TOLD:
            column = match.start() - text.rfind("\n", 0, match.start())
            cure = "Chuyển dòng này sang Unicode bằng công cụ chuyển mã của bộ gõ, hoặc gõ lại."
            found = "Chữ ở đây trông như bảng mã cũ (TCVN3, VNI) hoặc bị đọc sai bảng mã."
            yield codes.OLD_ENCODING.at(Place(file, line, column), found, cure=cure)
            last, told = line, told + 1
        elif told == _TOLD:
            return


def cut_values(text: str, file: str, first_line: int) -> Iterator[Diagnostic]:
    """Yield a warning for each of the first values that ` #` straight before a word ends. The text must be sound."""
    lines = text.split("\n")
    next_event: Callable[[], Any] = CParser(text).get_event
    told = 0
    while told < _TOLD and (event := next_event()) is not None:
        if not isinstance(event, ScalarEvent) or event.style in ("|", ">"):
            continue
        mark: Any = event.end_mark
        if mark.line >= len(lines):  # an empty value at the end of the file
            continue
        if comment := _COMMENT.match(lines[mark.line], mark.column):
            told += 1
            place = Place(file, mark.line + first_line, comment.end())
            cure = "Đặt cả giá trị trong ngoặc kép; nếu là lời ghi chú thì thêm dấu cách sau “#”."
            yield codes.CUT_VALUE.at(place, "Giá trị bị cắt từ dấu “#” này; phần sau không được đọc.", cure=cure)
