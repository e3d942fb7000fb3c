"""A day off that no law gives every year was announced some day; a plan that began before should know when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ktgs.checks._holidays import holidays
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.lunar import lunar_new_year
from ktgs.language.text import join_words, vi_date
from ktgs.records.calendar import CalendarYear
from ktgs.source.codes import about

CODE = Code(
    "D414",
    "Chưa rõ ngày nghỉ được công bố ngày nào",
    Severity.note,
    about=about(
        "Ngày nghỉ hoán đổi được công bố trong năm, sau khi kế hoạch đã ban hành. Không ghi “ngày công bố” thì phần mềm"
        " coi như luôn biết, và mọi hạn, kể cả hạn đã qua, đều tính theo. Ngày lễ và ngày nghỉ bù theo luật thì không"
        " cần ghi.",
        "- ngày: 29/04/2024\n  tên: Nghỉ hoán đổi, làm bù ngày 04/05/2024",
        "- ngày: 29/04/2024\n  tên: Nghỉ hoán đổi, làm bù ngày 04/05/2024\n  ngày công bố: 12/04/2024",
        cure="Thêm “ngày công bố” nếu biết.",
    ),
)
_TET = timedelta(days=7)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a note for each calendar with such days in the time of a plan, with all of them."""
    spans = [(plan.issued_on, plan.ends_on) for plan in facts.repository.plans.values()]
    off = {row.on for row in facts.repository.calendar.days_off}
    for calendar in facts.repository.calendar_years:
        days = [day for day in _unannounced(calendar) if any(begins < day <= ends for begins, ends in spans)]
        if exchanged := [day for day in days if not _by_law(day, off)]:
            found = f"Không có “ngày công bố” của ngày nghỉ {join_words([vi_date(day) for day in exchanged])}."
            expected = "Hạn nào đếm qua đó cũng tính như đã biết từ đầu."
            yield CODE.at(
                calendar.where_key("days_off"), found, expected=expected, cure="Thêm “ngày công bố” nếu biết."
            )


def _unannounced(calendar: CalendarYear) -> Iterator[date]:
    return (row.on for row in calendar.days_off if row.announced_on is None)


def _by_law(day: date, off: set[date]) -> bool:
    """Return whether the day is a holiday, one beside it, or what makes up for one at a weekend."""
    if abs(day - lunar_new_year(day.year)) <= _TET:
        return True
    given = {holiday for holiday, _ in holidays(day.year)}
    return day in given or (day.month, day.day) in ((9, 1), (9, 3)) or _makes_up(day, given)


def _makes_up(day: date, given: set[date]) -> bool:
    """Return whether all days between the day and a holiday before it are holidays or lie at a weekend."""
    before = day - timedelta(days=1)
    while before.weekday() >= 5 or before in given:
        if before in given:
            return True
        before -= timedelta(days=1)
    return False
