"""The months summed up side by side; each leads to its own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.obligations.tables import Row, Table
from ktgs.obligations.targets import Subject, ToMonthSummary
from ktgs.pages import _month_numbers
from ktgs.pages._month_numbers import MonthNumbers, month_numbers, summed_months

ADDRESS = "thang/index.html"
MENU = MenuEntry("Tổng hợp theo tháng", 10, is_main=False)
_COLUMNS = ("Buổi sinh hoạt", "Buổi có phân công", "Buổi có người dự", "Lượt dự", "Đơn vị được dự", "Có mặt/tổng số")


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """The one page."""

    url: str
    title: str
    table: Table


def pages(facts: Facts) -> Iterator[MonthsPage]:
    """Yield the one page, the latest month first."""
    rows = tuple(_row(facts, numbers) for numbers in month_numbers(facts, reversed(summed_months(facts))))
    table = Table("Các tháng của kế hoạch", of="Tháng", columns=_COLUMNS, rows=rows)
    yield MonthsPage(ADDRESS, "Tổng hợp theo tháng", table)


def _row(facts: Facts, numbers: MonthNumbers) -> Row:
    return Row(
        Subject(numbers.month.label, ToMonthSummary(numbers.month)),
        (
            _month_numbers.announced(numbers),
            _month_numbers.assigned(facts, numbers),
            _month_numbers.attended(facts, numbers),
            _month_numbers.attendances(facts, numbers),
            _month_numbers.units(facts, numbers),
            _month_numbers.members(facts, numbers),
        ),
    )
