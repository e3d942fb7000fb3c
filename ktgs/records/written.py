"""How people write days, months and times of day: the forms met, taken apart; not whether such a day exists."""

from __future__ import annotations

import re

from ktgs.language.text import fold

_DASHES = "-\u2010-\u2015\u2212"  # hyphens, dashes and the minus
_SEPARATOR = re.compile(rf" ?([/.]|[{_DASHES}]) ?")

_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_DAY_IN_WORDS = re.compile(r"([0-9]{1,2})( tháng |/)([0-9]{1,2})(?: năm |/)([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})")
_NO_DAY = (
    (re.compile(r"[0-9]{1,2}(?:[/.-]| tháng )[0-9]{1,2}"), ": thiếu năm"),
    (re.compile(r"[0-9]{1,2}(?:[/.-]| tháng )[0-9]{1,2}(?:[/.-]| năm )[0-9]{2}"), ": năm phải đủ bốn chữ số"),
    (re.compile(r"(?:tháng )?[0-9]{1,2}(?:[/.-]| năm )[0-9]{4}|[0-9]{4}[/.-][0-9]{1,2}"), ": chỉ có tháng và năm"),
)
WEEKDAYS = (  # from Monday, as datetime counts
    ("thứ hai", "thứ 2", "t2"),
    ("thứ ba", "thứ 3", "t3"),
    ("thứ tư", "thứ 4", "t4"),
    ("thứ năm", "thứ 5", "t5"),
    ("thứ sáu", "thứ 6", "t6"),
    ("thứ bảy", "thứ 7", "t7"),
    ("chủ nhật", "cn"),
)
_WEEKDAY = "|".join(name for names in WEEKDAYS for name in names)
_BEFORE = re.compile(rf"(?:({_WEEKDAY}),? )?(?:ngày )?")
_AFTER = re.compile(rf",? ?\(?({_WEEKDAY})\)?$")

_MONTH = re.compile(r"(?:tháng )?([0-9]{1,2})(?:[/.-]| năm )([0-9]{4})")
_YEAR_FIRST_MONTH = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})")
_MONTH_ALONE = re.compile(r"(?:tháng )?(?:0?[1-9]|1[0-2])")

_MINUTES = r"([0-9]{2})|([0-9]{1,2}) ?(?:phút|ph|p|['’′])"  # one digit only where it says that it is minutes
_CLOCK = re.compile(rf"([0-9]{{1,2}}) ?(?:: ?([0-9]{{2}})(?::00)?|(?:h|g|giờ) ?(?:{_MINUTES})?)")


def tight(text: str) -> str:
    """Return folded text without blanks around slashes, points and dashes, and every dash as a hyphen."""
    return _SEPARATOR.sub(lambda matched: matched[1] if matched[1] in "/." else "-", fold(text))


def _weekdays_and_rest(text: str) -> tuple[set[str], str]:
    plain = tight(text)
    before, after = _BEFORE.match(plain), _AFTER.search(plain)
    said = {matched[1] for matched in (before, after) if matched and matched[1]}
    return said, plain[before.end() if before else 0 : after.start() if after else len(plain)]


def day_parts(text: str) -> tuple[int, int, int, set[str]] | None:
    """Return year, month, day and the names of the weekday that the text says, None where it has no form of a day."""
    weekdays, plain = _weekdays_and_rest(text)
    if matched := _YEAR_FIRST.fullmatch(plain):
        return int(matched[1]), int(matched[3]), int(matched[4]), weekdays
    if matched := _DAY.fullmatch(plain) or _DAY_IN_WORDS.fullmatch(plain):
        return int(matched[4]), int(matched[3]), int(matched[1]), weekdays
    return None


def why_no_day(text: str) -> str:
    """Return what text without the form of a day lacks, behind a colon; empty where it is nothing like one."""
    _, plain = _weekdays_and_rest(text)
    return next((why for form, why in _NO_DAY if form.fullmatch(plain)), "")


def month_parts(text: str) -> tuple[int, int] | None:
    """Return year and number of the month, None where the text has no form of a month."""
    plain = tight(text)
    if matched := _YEAR_FIRST_MONTH.fullmatch(plain):
        return int(matched[1]), int(matched[2])
    if matched := _MONTH.fullmatch(plain):
        return int(matched[2]), int(matched[1])
    return None


def lacks_year(text: str) -> bool:
    """Return whether the text gives a month and no year, as tháng 11 does."""
    return _MONTH_ALONE.fullmatch(tight(text)) is not None


def clock_parts(text: str) -> tuple[int, int] | None:
    """Return hour and minute, None where the text has no form of a time of day; seconds may only be 00."""
    matched = _CLOCK.fullmatch(fold(text))
    return (int(matched[1]), int(matched[2] or matched[3] or matched[4] or 0)) if matched else None
