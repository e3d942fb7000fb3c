"""Vietnamese text: one Unicode form, folding for comparison, slugs, order, and how numbers and days are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang, huyền, hỏi, ngã, sắc, nặng: dictionary order
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {ord(letter): chr(ord("A") + rank) for rank, letter in enumerate(_ALPHABET)}
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")

# An open syllable in oa, oe or uy carries its mark on the second vowel in the new style (hoà, khoẻ, thuý), on the first
# in the old one (hòa, khỏe, thúy). After q the u belongs to the consonant, so quý is the same in both.
_NEW_STYLE = re.compile(r"o[àảãáạèẻẽéẹ](?![^\W\d_])|(?<!q)u[ỳỷỹýỵ](?![^\W\d_])")

# Other alphabets' letters that look like đ: Icelandic eth, African d. Keyboards and old fonts write Ðoàn with them.
_LIKE_D = str.maketrans("\u00f0\u0256", "đđ")
_OTHER_D = re.compile("[\u00d0\u00f0\u0189\u0256]")

_CACHED = 16_384  # spellings and days kept; a repository of 2,000 units has fewer keys, words and names that repeat
_NEAR = 0.6  # the least share of equal letters, as difflib advises

VietnameseKey = tuple[tuple[tuple[int, int, str, int], ...], str]


def nfc(text: str) -> str:
    """Return the text in Unicode's composed form, in which Vietnamese letters are one code point each."""
    return unicodedata.normalize("NFC", text)


def _old_style(match: re.Match[str]) -> str:
    pair = match.group()
    vowel, tone = tuple(unicodedata.normalize("NFD", pair[1]))
    return nfc(pair[0] + tone) + vowel


@lru_cache(maxsize=_CACHED)
def fold(text: str) -> str:
    """Return the text as keys and words are compared: NFC, casefolded, blanks collapsed, old-style tones, one đ."""
    plain = " ".join(nfc(nfc(text).casefold()).translate(_LIKE_D).split())
    return _NEW_STYLE.sub(_old_style, plain)


@lru_cache(maxsize=_CACHED)
def bare(text: str) -> str:
    """Return the folded text without diacritics (đ is d), underscores and hyphens as spaces: for search, nearness."""
    letters = (char for char in unicodedata.normalize("NFD", fold(text)) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[_\u002d\u2010-\u2015]", " ", "".join(letters).replace("đ", "d")).split())


@lru_cache(maxsize=_CACHED)
def slug(text: str) -> str:
    """Return the text in a-z, 0-9 and single hyphens, for ids and addresses; empty where it has no such letter."""
    return re.sub(r"[^a-z0-9]+", "-", bare(text)).strip("-")


def other_d(text: str) -> str:
    """Return the first letter that only looks like đ or Đ, empty where the text has none."""
    matched = _OTHER_D.search(text)
    return matched.group() if matched else ""


def _sound(text: str) -> str:
    """Return folded text with y written as i: kì and kỳ, lí do and lý do are one word to those who write them."""
    return nfc(unicodedata.normalize("NFD", text).replace("y", "i"))


def sounds_like(first: str, second: str) -> bool:
    """Return whether two words differ in diacritics, case or i and y alone."""
    return _sound(bare(first)) == _sound(bare(second))


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice spelt most like the word, diacritics, then order breaking ties; None where none is near.

    The letters i and y are one.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_sound(bare(word)))
    near: list[tuple[float, float, str]] = []
    for choice in choices:
        matcher.set_seq1(_sound(bare(choice)))
        if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR:
            marked = SequenceMatcher(None, _sound(fold(choice)), _sound(fold(word)), autojunk=False).ratio()
            near.append((-matcher.ratio(), -marked, choice))
    return min(near)[2] if near else None


def nearest_id(word: str, ids: Iterable[str]) -> str | None:
    """Return the id spelt most like the word, None where none is near.

    Ids are alike in all but the syllable that tells them apart: doan-so-b is not a slip for doan-so-a, nor kn9 for kn1.
    So each syllable in which two ids differ must itself be near, and numbers must be equal.
    """
    return nearest(word, (known for known in ids if _same_but_slips(word, known)))


def _same_but_slips(word: str, known: str) -> bool:
    first, second = (re.findall(r"[0-9]+|[^\W0-9_]+", bare(text)) for text in (word, known))
    steps = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return all(_is_slip("".join(first[a:b]), "".join(second[c:d])) for step, a, b, c, d in steps if step == "replace")


def _is_slip(written: str, meant: str) -> bool:
    return nearest(written, (meant,)) is not None and re.findall("[0-9]+", written) == re.findall("[0-9]+", meant)


def perhaps(near: str | None, otherwise: str = "") -> str:
    """Return the cure that asks for what is near, or the other one where nothing is."""
    return f"Có phải: {near}." if near else otherwise


def _syllable_key(syllable: str) -> tuple[int, int, str, int]:
    if syllable.isdigit():
        digits = syllable.lstrip("0")
        return 0, len(digits), digits, 0
    marks = unicodedata.normalize("NFD", syllable)
    tone = next((_TONES.index(mark) for mark in marks if mark in _TONES), 0)
    letters = nfc("".join(mark for mark in marks if mark not in _TONES))
    return 1, 0, letters.translate(_RANKS), tone


@lru_cache(maxsize=_CACHED)
def vietnamese_key(text: str) -> VietnameseKey:
    """Return the key that sorts text in Vietnamese order.

    Syllable by syllable: letters first (a ă â b c d đ e ê …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng); numbers
    by value and before words. The text itself comes last, so that no two texts are equal.
    """
    return tuple(map(_syllable_key, re.findall(r"[0-9]+|[^\W0-9_]+", fold(text)))), nfc(text)


def person_key(name: str) -> tuple[VietnameseKey, VietnameseKey, VietnameseKey]:
    """Return the key that sorts people by given name, then middle names, then family name, as Vietnamese lists do."""
    family, *middle = nfc(name).split() or [""]
    given = middle.pop() if middle else family
    return vietnamese_key(given), vietnamese_key(" ".join(middle)), vietnamese_key(family)


def first_upper(text: str) -> str:
    """Return the text with its first letter as a capital, as a sentence, a title or a label begins."""
    return text[:1].upper() + text[1:]


def join_words(words: Sequence[str]) -> str:
    """Return the words as one Vietnamese list: "a", "a và b", "a, b và c"."""
    return " và ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def vi_number(number: int | float | Decimal) -> str:
    """Return a number as Vietnamese writes it: points between thousands, a comma before decimals (1.234,5)."""
    return f"{number:,}".translate({ord(","): ".", ord("."): ","})


@lru_cache(maxsize=_CACHED)
def vi_date(day: date) -> str:
    """Return the day as dd/mm/yyyy."""
    return f"{day.day:02}/{vi_month(day.year, day.month)}"


def vi_month(year: int, month: int) -> str:
    """Return the month as mm/yyyy."""
    return f"{month:02}/{year:04}"


def vi_weekday(day: date) -> str:
    """Return the name of the day of the week, from "Thứ Hai" to "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]
