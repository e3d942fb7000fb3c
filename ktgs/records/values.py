"""Readers of single values: each turns a scalar's text into a date, a number, a word, or refuses it with the cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ktgs.language.months import Month
from ktgs.language.text import fold, nearest, perhaps
from ktgs.language.vocabulary import Form, OneOrMany, Word, choices, read_word
from ktgs.records.days import YEARS, NoDay, day_in
from ktgs.records.written import clock_parts, lacks_year, month_parts, tight
from ktgs.source.characters import shown
from ktgs.source.lookalikes import begins_unlike_dash

KEY = "\0"  # where a message names the key; without it the key is put before it. NUL can stand in no file
_CACHED = 16_384  # distinct spellings kept by each reader; days, months and ids repeat in every repository


def refuse(code: str, found: str, *, expected: str = "", cure: str = "") -> PydanticCustomError:
    """Return the error by which a reader refuses a text; `records.errors` makes it a diagnostic at its place."""
    return PydanticCustomError(code, "refused", {"found": found, "expected": expected, "cure": cure})


class Reader:
    """The validator that hands text to `read`, once a spelling, and refuses anything else; for use in `Annotated`.

    `form` tells people and editors how the value is written.
    """

    def __init__(self, read: Callable[[str], object], form: Form) -> None:
        self.form = form
        self.read = lru_cache(maxsize=_CACHED)(read)  # compiled, so a value met before costs no Python at all

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.read, core_schema.str_schema())


def read_day(text: str) -> date:
    """Return the date that `text` gives, as `day_in`; any other text is refused."""
    found = day_in(text)
    if isinstance(found, NoDay):
        raise refuse("S201", f"{shown(text)} {found.why}.", cure=found.cure)
    return found


_DAY_PATTERN = r"[0-9]{1,2}[^0-9]+[0-9]{1,2}[^0-9]+[0-9]{4}|[0-9]{4}[^0-9]+[0-9]{1,2}[^0-9]+[0-9]{1,2}"
DAY_EXAMPLE = "20/03/2020"
Day = Annotated[date, Reader(read_day, Form(DAY_EXAMPLE, pattern=_DAY_PATTERN))]


class Unknown(Enum):
    """The word for a date that is known to exist but not which it is."""

    unknown = "chưa rõ"


UNKNOWN = Unknown.unknown


def read_open_day(text: str) -> date | Unknown:
    """Return a date, or UNKNOWN for the words `chưa rõ`."""
    if fold(text) == UNKNOWN.value:
        return UNKNOWN
    if nearest(text, (UNKNOWN.value,)):
        raise refuse("S201", f"{shown(text)} không phải là một ngày.", cure=perhaps(UNKNOWN.value))
    return read_day(text)


OpenDay = Annotated[
    date | Unknown, Reader(read_open_day, Form(DAY_EXAMPLE, pattern=rf"{_DAY_PATTERN}|^[^0-9]*$", also=UNKNOWN.value))
]


def day_of(value: date | Unknown | None) -> date | None:
    """Return the date, or None where it is not known or not given."""
    return value if isinstance(value, date) else None


def read_clock(text: str) -> time:
    """Return the time of day that `text` gives as 8:30, 08:30, 8h30, 8g30, 8 giờ 5 phút, 14 giờ or 15:00:00."""
    hour, minute = clock_parts(text) or (24, 0)
    if hour < 24 and minute < 60:
        return time(hour, minute)
    cure = "Viết 8:30, 08:30, 8h30 hoặc 14 giờ."
    raise refuse("S202", f"{shown(text)} không phải là một giờ trong ngày.", cure=cure)


Clock = Annotated[time, Reader(read_clock, Form("8:30", pattern=r"^\s*[0-9]{1,2}\s*(?:[:hHgG]|[^0-9])"))]


def month_in(text: str) -> Month | None:
    """Return the month that `text` gives as 03/2020, tháng 3/2020 or 2020-03; None where it gives none."""
    year, number = month_parts(text) or (0, 0)
    return Month(year, number) if 1 <= number <= 12 and year in YEARS else None


def read_month(text: str) -> Month:
    """Return the month that `text` gives; anything else is refused."""
    month = month_in(text)
    if month is None:
        why = ": thiếu năm" if lacks_year(text) else ""
        raise refuse("S205", f"{shown(text)} không phải là một tháng{why}.", cure="Viết tháng/năm, ví dụ 03/2020.")
    return month


MonthOf = Annotated[
    Month, Reader(read_month, Form("03/2020", pattern=r"[0-9]{1,2}[^0-9]+[0-9]{4}|[0-9]{4}[^0-9]+[0-9]"))
]

_COUNT = re.compile(r"[0-9]{1,6}")
_COUNT_WITH_POINTS = re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+")


def read_count(text: str) -> int:
    """Return the whole number, zero or more, that `text` gives in plain digits; 05 is five, 1.234 is refused."""
    if _COUNT.fullmatch(text):
        return int(text)
    if _COUNT_WITH_POINTS.fullmatch(text):
        plain = text.replace(".", "").replace(" ", "")
        raise refuse("S206", f"{shown(text)} không phải là một số viết liền.", cure=f"Viết {plain}.")
    raise refuse("S206", f"{shown(text)} không phải là một số đếm.", cure="Chỉ viết chữ số, ví dụ 25.")


_DIGITS = r"^\s*[0-9]+\s*$"
Count = Annotated[int, Reader(read_count, Form("25", pattern=_DIGITS))]


def read_day_of_month(text: str) -> int:
    """Return the day of a month, from 1 to 31."""
    day = read_count(text)
    if not 1 <= day <= 31:
        raise refuse("S206", f"{shown(text)} không phải là một ngày trong tháng.", cure="Viết một số từ 1 đến 31.")
    return day


DayOfMonth = Annotated[int, Reader(read_day_of_month, Form("20", pattern=_DIGITS))]


class YesNo(Word):
    """The two words of a yes-or-no field."""

    yes = "có"
    no = "không"


def read_yes(text: str) -> bool:
    """Return True for có, False for không."""
    word = read_word(YesNo, text)
    if word is None:
        near = nearest(text, choices(YesNo))
        cure = perhaps(near, "Viết có hoặc không.")
        raise refuse("S207", f"{shown(text)} không phải là “có” hay “không”.", cure=cure)
    return word is YesNo.yes


Yes = Annotated[bool, Reader(read_yes, Form(words=choices(YesNo)))]


def read_only_yes(text: str) -> bool:
    """Return True for có; không is refused, since what it would say has a field of its own."""
    if not read_yes(text):
        raise refuse("S207", f"“{KEY}” chỉ nhận “có”.", cure="Xóa dòng này; người không dự thì ghi ở dòng “vắng”.")
    return True


OnlyYes = Annotated[bool, Reader(read_only_yes, Form(words=(YesNo.yes.value,)))]


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number and symbol of a paper; printed as 46-KH/ĐTN, 61a-KH/TĐTN-BTG."""

    number: int
    suffix: str
    type: str
    symbol: str

    def __str__(self) -> str:
        return f"{self.number:02}{self.suffix}-{self.type}/{self.symbol}"


_NUMBER = re.compile(r"(?:số ?:? ?)?([0-9]{1,5}) ?([a-zđ]?)(?:[-/]| )([^\W\d_]{1,6})[-/]([^\W\d_][^\W_]*(?:-[^\W_]+)*)")
# Decree 30/2020/NĐ-CP, appendix III: the abbreviations of types that are not all capitals.
_TYPES = {fold(written): written for written in ("CTr", "QyĐ", "TTr")}


def read_document_number(text: str) -> DocumentNumber:
    """Return the number that `text` gives in any of the forms met, whatever its case.

    46 - KH/ĐTN, 94 /HD- TĐ, 50/KH-ĐTN, 03 HD/TWĐTN – BTC; a text without number, type or symbol is refused.
    """
    matched = _NUMBER.fullmatch(tight(text))
    if not matched:
        cure = "Viết số-loại/ký hiệu, ví dụ 46-KH/ĐTN; văn bản chưa có số thì bỏ trống."
        raise refuse("S208", f"{shown(text)} không phải là số và ký hiệu của một văn bản.", cure=cure)
    return DocumentNumber(int(matched[1]), matched[2], _TYPES.get(matched[3], matched[3].upper()), matched[4].upper())


Number = Annotated[DocumentNumber, Reader(read_document_number, Form("15-KH/VP", pattern=r"[0-9].*[-/ ]"))]


class Account(str):
    """The name of an account or group at a git host, without the @ before it."""


_ACCOUNT = re.compile(r"@?([a-zA-Z0-9](?:[a-zA-Z0-9._-]{0,98}[a-zA-Z0-9])?(?:/[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}){0,3})")


def read_account(text: str) -> Account:
    """Return the account (nguyen-van-a) or the group (to-chuc/van-phong) that `text` names, with an @ or without."""
    if matched := _ACCOUNT.fullmatch(text):
        return Account(matched[1])
    cure = "Viết tên tài khoản (nguyen-van-a) hoặc nhóm (to-chuc/van-phong) trên máy chủ git."
    raise refuse("S210", f"{shown(text)} không phải là một tài khoản.", cure=cure)


AccountName = Annotated[Account, Reader(read_account, Form("nguyen-van-a", pattern=f"^{_ACCOUNT.pattern}$"))]


def as_list(value: Any) -> Any:
    """Return one text as a list of it, all else as it is; refuses one that begins as a list without its dash."""
    if type(value) is not str:
        return value
    if begins_unlike_dash(value):  # a list whose dashes are none would be read as one text
        raise refuse("Y033", f"{shown(value)} không bắt đầu bằng dấu gạch “-”.", cure="Gõ lại dấu gạch.")
    return [value]


Texts = Annotated[tuple[str, ...], BeforeValidator(as_list), OneOrMany()]  # one text, or a list of texts


def word(words: type[Enum], *, is_noun: bool = True) -> Reader:
    """Return the validator of a closed list of words, for use inside `Annotated`.

    `is_noun`: the field's key names what its words are, as `hình thức` does, so that a message may say "một hình thức".
    """
    allowed = choices(words)

    def read(text: str) -> Enum:
        value = read_word(words, text)
        if value is None:
            found = f"{shown(text)} không phải là một {KEY}." if is_noun else f"“{KEY}” không nhận {shown(text)}."
            near = nearest(text, allowed)
            cure = perhaps(near, "Chọn một trong các từ đó.")
            raise refuse("S203", found, expected=f"Dùng: {', '.join(allowed)}.", cure=cure)
        return value

    return Reader(read, Form(words=allowed))
