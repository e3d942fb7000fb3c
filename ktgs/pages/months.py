"""The months summed up side by side; each leads to its own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.obligations.tables import Cell, Row, Table
from ktgs.obligations.targets import Subject, ToMonthSummary
from ktgs.pages import _month_numbers
from ktgs.pages._month_numbers import MonthNumbers, month_numbers, speaks_of_meetings, summed_months
from ktgs.records.finding import Shortcoming

ADDRESS = "thang/index.html"
MENU = MenuEntry("Tổng hợp theo tháng", 60)
_OF_MEETINGS = (
    "Buổi sinh hoạt",
    "Buổi có phân công",
    "Buổi có cán bộ về dự",
    "Lượt dự",
    "Đơn vị có cán bộ về dự",
    "Có mặt/tổng số",
)
_OF_SESSIONS = ("Cuộc kiểm tra, giám sát đã tiến hành", "Tồn tại, hạn chế")


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """The one page."""

    url: str
    title: str
    table: Table


def pages(facts: Facts) -> Iterator[MonthsPage]:
    """Yield the one page, the latest month first."""
    rows = tuple(_row(facts, numbers) for numbers in month_numbers(facts, reversed(summed_months(facts))))
    columns = _OF_MEETINGS if speaks_of_meetings(facts) else _OF_SESSIONS
    yield MonthsPage(
        ADDRESS, "Tổng hợp theo tháng", Table("Các tháng của kế hoạch", of="Tháng", columns=columns, rows=rows)
    )


def _row(facts: Facts, numbers: MonthNumbers) -> Row:
    cells = _of_meetings(facts, numbers) if speaks_of_meetings(facts) else _of_sessions(facts, numbers)
    return Row(Subject(numbers.month.label, ToMonthSummary(numbers.month)), cells)


def _of_meetings(facts: Facts, numbers: MonthNumbers) -> tuple[Cell, ...]:
    return (
        _month_numbers.announced(numbers),
        _month_numbers.assigned(facts, numbers),
        _month_numbers.attended(facts, numbers),
        _month_numbers.attendances(facts, numbers),
        _month_numbers.units(facts, numbers),
        _month_numbers.members(facts, numbers),
    )


def _of_sessions(facts: Facts, numbers: MonthNumbers) -> tuple[Cell, ...]:
    return _month_numbers.sessions(facts, numbers), _month_numbers.findings(numbers, Shortcoming)
