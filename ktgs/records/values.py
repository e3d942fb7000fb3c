"""Readers of single values: each turns the text of a scalar into a date, a number, a word, or refuses it with the cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from ktgs.days import Month
from ktgs.text import fold, nearest
from ktgs.vocabulary import Reference, Word, choices, read_word

ValueT = TypeVar("ValueT")


def refuse(code: str, found: str, expected: str = "", cure: str = "") -> PydanticCustomError:
    """Return the error by which a reader refuses a value; `records.errors` turns it into a diagnostic at the value's place."""
    return PydanticCustomError(code, "refused", {"found": found, "expected": expected, "cure": cure})


def reader(read: Callable[[str], ValueT]) -> PlainValidator:
    """Return the validator that hands text to `read` and refuses anything else."""

    def validate(value: Any) -> ValueT:
        if type(value) is not str:
            raise PydanticCustomError("string_type", "not text")
        return read(value)

    return PlainValidator(validate, json_schema_input_type=str)


DAY_FORMS = "Viết ngày/tháng/năm, ví dụ 20/03/2020, hoặc năm-tháng-ngày, ví dụ 2020-03-20."
_DAY = re.compile(r"(?:ngày )?(\d{1,2})([/.-]| tháng )(\d{1,2})(?:\2| năm )(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_WITHOUT_YEAR = re.compile(r"(?:ngày )?\d{1,2}(?:[/.-]| tháng )\d{1,2}")
_DAY_SHORT_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")


def read_day(text: str) -> date:
    """Return the date that `text` gives as dd/mm/yyyy or ISO; a date without year, with a short year or that does not exist is refused."""
    if found := _ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY.fullmatch(fold(text)):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    else:
        raise refuse("S201", f"“{text}” không phải là một ngày{_why_no_day(text)}.", cure=DAY_FORMS)
    try:
        value = date(year, month, day)
    except ValueError:
        swapped = " Tháng đứng sau ngày." if month > 12 >= day else ""
        raise refuse("S201", f"Không có ngày “{text}”.{swapped}", cure=DAY_FORMS) from None
    if not 1930 <= year <= 2200:
        raise refuse("S201", f"Năm {year} trong “{text}” nằm ngoài khoảng 1930–2200.", cure="Kiểm tra lại năm.")
    return value


def _why_no_day(text: str) -> str:
    if _DAY_WITHOUT_YEAR.fullmatch(fold(text)):
        return ": thiếu năm"
    if _DAY_SHORT_YEAR.fullmatch(text):
        return ": năm phải đủ bốn chữ số"
    return ""


Day = Annotated[date, reader(read_day)]


class Unknown(Enum):
    """The word for a date that is known to exist but not which it is."""

    unknown = "chưa rõ"


UNKNOWN = Unknown.unknown


def read_open_day(text: str) -> date | Unknown:
    """Return a date, or UNKNOWN for the words `chưa rõ`."""
    return UNKNOWN if fold(text) == UNKNOWN.value else read_day(text)


OpenDay = Annotated[date | Unknown, reader(read_open_day)]


def day_of(value: date | Unknown | None) -> date | None:
    """Return the date, or None where it is not known or not given."""
    return value if isinstance(value, date) else None


_CLOCK = re.compile(r"(\d{1,2})(?:(?::|\s*h\s*|\s*giờ\s*)(\d{2})(?:\s*phút)?|\s*h|\s*giờ)")


def read_clock(text: str) -> time:
    """Return the time of day that `text` gives as 8:30, 08:30, 8h30 or 14 giờ."""
    found = _CLOCK.fullmatch(fold(text))
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    raise refuse("S202", f"“{text}” không phải là một giờ trong ngày.", cure="Viết 8:30, 08:30, 8h30 hoặc 14 giờ.")


Clock = Annotated[time, reader(read_clock)]

MONTH_FORM = "Viết tháng/năm, ví dụ 03/2020."
_MONTH = re.compile(r"(?:tháng )?(\d{1,2})(?:[/.-]| năm )(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")


def month_in(text: str) -> Month | None:
    """Return the month that `text` gives as 03/2020, tháng 3/2020 or 2020-03; None where it gives none."""
    if found := _ISO_MONTH.fullmatch(text):
        year, number = int(found[1]), int(found[2])
    elif found := _MONTH.fullmatch(fold(text)):
        number, year = int(found[1]), int(found[2])
    else:
        return None
    return Month(year, number) if 1 <= number <= 12 and 1930 <= year <= 2200 else None


def read_month(text: str) -> Month:
    """Return the month that `text` gives; anything else is refused."""
    month = month_in(text)
    if month is None:
        raise refuse("S205", f"“{text}” không phải là một tháng.", cure=MONTH_FORM)
    return month


MonthOf = Annotated[Month, reader(read_month)]

_COUNT = re.compile(r"\d{1,6}")


def read_count(text: str) -> int:
    """Return the whole number, zero or more, that `text` gives in plain digits."""
    if not _COUNT.fullmatch(text) or not text.isascii():
        raise refuse("S206", f"“{text}” không phải là một số đếm.", cure="Viết bằng chữ số, không dấu chấm, ví dụ 25.")
    return int(text)


Count = Annotated[int, reader(read_count)]


class YesNo(Word):
    """The two words of a yes-or-no field."""

    yes = "có"
    no = "không"


def read_yes(text: str) -> bool:
    """Return True for có, False for không."""
    word = read_word(YesNo, text)
    if word is None:
        raise refuse("S207", f"“{text}” không phải là “có” hay “không”.", cure="Viết có hoặc không.")
    return word is YesNo.yes


Yes = Annotated[bool, reader(read_yes)]


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number and symbol of a paper; printed as 46-KH/ĐTN, 61a-KH/TĐTN-BTG."""

    number: int
    suffix: str
    type: str
    symbol: str

    def __str__(self) -> str:
        return f"{self.number:02}{self.suffix}-{self.type}/{self.symbol}"


_NUMBER = re.compile(
    r"(?:số\s*:?\s*)?(\d{1,5})\s*([a-zđ]?)\s*(?:[-–/]|\s)\s*([^\W\d_]{1,6})\s*[-–/]\s*([^\W\d_]+(?:\s*[-–]\s*[^\W\d_]+)*)",
    re.IGNORECASE,
)


def read_document_number(text: str) -> DocumentNumber:
    """Return the number that `text` gives in any of the orders met: 46 - KH/ĐTN, 94 /HD- TĐ, 50/KH-ĐTN, 03 HD/TWĐTN – BTC."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        raise refuse(
            "S208", f"“{text}” không phải là số, ký hiệu văn bản.", cure="Viết số-loại/ký hiệu, ví dụ 46-KH/ĐTN."
        )
    symbol = re.sub(r"\s*[-–]\s*", "-", found[4])
    return DocumentNumber(int(found[1]), found[2].lower(), found[3], symbol)


Number = Annotated[DocumentNumber, reader(read_document_number)]


def read_texts(value: Any) -> tuple[str, ...]:
    """Return a tuple of texts from one text or a list of texts."""
    if type(value) is str:
        return (value,)
    if isinstance(value, list) and all(type(item) is str for item in value):
        return tuple(value)
    raise PydanticCustomError("string_type", "not text")


Texts = Annotated[tuple[str, ...], PlainValidator(read_texts)]


def word(words: type[Enum]) -> PlainValidator:
    """Return the validator of a closed list of words, for use inside `Annotated`."""
    allowed = choices(words)

    def read(text: str) -> Enum:
        value = read_word(words, text)
        if value is None:
            near = nearest(text, allowed)
            cure = f"Gần nhất: {near}." if near else ""
            raise refuse(
                "S203", f"“{text}” không nằm trong các từ được dùng ở đây.", f"Dùng: {', '.join(allowed)}.", cure
            )
        return value

    return reader(read)


def read_id(text: str) -> str:
    """Return the id of a record as written: lower-case letters a–z, digits, `-`, and `/`, `#` in longer references."""
    if not re.fullmatch(r"[a-z0-9]+(?:[-/#][a-z0-9]+)*", text):
        raise refuse(
            "S209",
            f"“{text}” không phải là một mã.",
            cure="Mã là tên tệp không có phần đuôi: chữ thường không dấu, số, dấu gạch nối.",
        )
    return text


_ID = reader(read_id)
Id = Annotated[str, _ID]
UnitId = Annotated[str, _ID, Reference("unit")]
PersonId = Annotated[str, _ID, Reference("person")]
PlanId = Annotated[str, _ID, Reference("plan")]
BodyId = Annotated[str, _ID, Reference("body")]
ActivityId = Annotated[str, _ID, Reference("activity")]
TeamId = Annotated[str, _ID, Reference("team")]
NoticeId = Annotated[str, _ID, Reference("notice")]
BranchId = Annotated[str, _ID, Reference("branch")]
MeetingId = Annotated[str, _ID, Reference("meeting")]
TopicId = Annotated[str, _ID, Reference("topic")]
FindingId = Annotated[str, _ID, Reference("finding")]
