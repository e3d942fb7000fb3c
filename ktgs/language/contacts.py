"""Phone numbers and e-mail addresses in running text, in the many ways in which people write them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

_DOTS = "·•∙⋅․•‧・。"
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # what shows nothing and parts what is sought

# All that a number is written with, unless it is spelt: most texts hold no ten of these side by side.
_MAY_BE_PHONE = re.compile(r"[\doOlI .,\-()_*|:+]{10}")

# A trunk 0, +84 or 0084 and two digits written together, then seven or eight more with at most three separators
# between two: 0900 000 000, (0292) 3.800.000, +84 900-000-000. Dates (03/05/2020) and paper numbers (46-KH/ĐTN) differ.
_GAP = r"[ .,\-()_*|:]{0,3}"
_PHONE = re.compile(rf"(?<!\d)(?:0|(?:\+|00)\(?84{_GAP}(?:0{_GAP})?)[1-9]\d(?:{_GAP}\d){{7,8}}(?!\d)")
# 84 without a plus; with dots it is an amount of money (84.900.000.000 đồng).
_BARE_84 = re.compile(r"(?<![\d.,])84[ \-]?[1-9]\d(?:[ \-]?\d){7}(?![\d])(?![.,]\d)")
_ONE_BY_ONE = re.compile(r"(?<!\d)0([ .\-_*])[1-9](?:\1\d){8}(?!\1?\d)")
_APART = re.compile(r"(?<!\d)\(?0[ .\-()]{1,3}[1-9]\d\d(?:[ .\-]?\d){6}(?![ .\-]?\d)")  # 0 900 000 000, (0) 900…
_PAIRS = re.compile(r"(?<!\d)0[35789](?:([ .\-])\d\d)(?:\1\d\d){3}(?!\1?\d)")
_DAYS = 31  # a list of two-digit numbers none of which is more may be one of days
_LETTERS = re.compile(r"(?<!\w)[\doOlI][\doOlI .\-]{7,}")  # O for 0, l for 1
_AS_DIGITS = str.maketrans("oOlI", "0011")
_DIGIT = "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"
_SPELT = re.compile(rf"(?<!\w)không(?:[ ,.\-]+{_DIGIT}){{9,10}}(?!\w)", re.IGNORECASE)

_EMAIL = re.compile(r"[\w.+-]@[\w-]{1,63}\.\w")
_AT = r"(?: ?@ ?| ?[(\[{<] ?(?:at|a|@|a còng|a móc) ?[)\]}>] ?| (?:at|a còng|a móc) )"
_MAY_BE_AT = re.compile(r"@|[ (\[{<]a(?:t|| còng| móc)[ )\]}>]", re.IGNORECASE)
_DOT = r"(?:\.| ?[(\[{<] ?(?:dot|chấm|\.) ?[)\]}>] ?| (?:dot|chấm) )"
_ENDING = "(?:vn|com|net|org|edu|gov|info|io|me)"
_HIDDEN_EMAIL = re.compile(
    rf"[\w+-]{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,3}}?{_DOT}{_ENDING}(?!\w)", re.IGNORECASE
)


def has_phone(text: str) -> bool:
    """Return whether the text holds what reads as a Vietnamese phone number."""
    plain = _plain(text)
    if "không" in plain.lower() and _SPELT.search(plain):
        return True
    if not _MAY_BE_PHONE.search(plain):
        return False
    digits = _LETTERS.sub(_as_digits, plain)
    wholes = (_PHONE, _BARE_84, _ONE_BY_ONE, _APART)
    return any(whole.search(digits) for whole in wholes) or any(map(_is_phone, _PAIRS.finditer(digits)))


def _as_digits(run: re.Match[str]) -> str:
    return run[0].translate(_AS_DIGITS) if any(map(str.isdecimal, run[0])) else run[0]


def _is_phone(pairs: re.Match[str]) -> bool:
    numbers = [int(number) for number in re.findall(r"\d\d", pairs[0])]
    return pairs[1] != " " or any(not 0 < number <= _DAYS for number in numbers)


def has_email(text: str) -> bool:
    """Return whether the text holds what reads as an e-mail address, its @ and dots in words or not."""
    plain = _plain(text)
    return bool(_MAY_BE_AT.search(plain) and (_EMAIL.search(plain) or _HIDDEN_EMAIL.search(plain)))


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    """Return the text on one line with one kind of digit, space, dash and dot, and without what does not show."""
    text = unescape(text).replace("\n", " ")
    if text.isascii():
        return text
    composed = _HIDDEN.sub("", unicodedata.normalize("NFKC", text))
    return composed.translate(_PLAIN)


class _Plain(dict[int, str]):
    """What each character reads as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain_character(chr(code))
        return plain


_PLAIN = _Plain()


def _plain_character(char: str) -> str:
    if char.isascii():
        return char
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.digit(char))
    return "-" if kind == "Pd" else " " if kind == "Zs" else "." if char in _DOTS else char
