"""The months summed up side by side; each leads to its own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.obligations.tables import Row, Subject, Table
from ktgs.pages import _month_numbers
from ktgs.pages._month_numbers import MonthNumbers, month_numbers, summed_months

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
    table = Table("Các tháng của kế hoạch", "Tháng", _COLUMNS, rows)
    yield MonthsPage(addresses.MONTHS, "Tổng hợp theo tháng", table)


def _row(facts: Facts, numbers: MonthNumbers) -> Row:
    return Row(
        Subject("month_summary", str(numbers.month), numbers.month.label),
        (
            _month_numbers.announced(numbers),
            _month_numbers.assigned(facts, numbers),
            _month_numbers.attended(facts, numbers),
            _month_numbers.attendances(facts, numbers),
            _month_numbers.units(facts, numbers),
            _month_numbers.members(facts, numbers),
        ),
    )
