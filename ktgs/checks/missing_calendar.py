"""The days off are known of every year into which a deadline counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.days import NO_CALENDAR
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity
from ktgs.obligations.obligation import Obligation
from ktgs.records.calendar import CalendarYear
from ktgs.repository.marks import broken_of
from ktgs.source.codes import about

CODE = Code(
    "D401",
    "Chưa có lịch ngày nghỉ của một năm",
    Severity.warning,
    about=about(
        "Hạn tính theo ngày làm việc cần biết ngày nghỉ của mọi năm mà nó đi qua; thiếu thì các hạn đó là “Chưa rõ”.",
        "số: 10   # sau 31/12/2020, mà không có data/calendar/2021.yml\nđơn vị tính: ngày làm việc",
        cure="Thêm data/calendar/<năm>.yml theo lịch nghỉ được công bố.",
    ),
)
_YEAR = re.compile(rf"{NO_CALENDAR} (\d+)")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at the place that each such deadline comes from, once a year; a broken file is told itself."""
    told = {mark.id for mark in broken_of(facts.repository, CalendarYear)}
    lacking = {(obligation.place, year) for obligation in facts.obligations for year in _years(obligation)}
    for place, year in sorted(lacking):
        if year not in told:
            yield _told(place, year)


def _years(obligation: Obligation) -> Iterator[str]:
    deadline = obligation.deadline
    yield from _YEAR.findall(f"{deadline.cause} {deadline.rule}")


def _told(place: Place, year: str) -> Diagnostic:
    found = f"Hạn của việc này cần lịch, mà {NO_CALENDAR} {year}."
    return CODE.at(place, found, cure=f"Thêm data/calendar/{year}.yml.")
