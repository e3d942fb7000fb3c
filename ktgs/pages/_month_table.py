"""The numbers of a month as a table, each with what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ktgs.facts.facts import Facts
from ktgs.figures.months import FIGURE, MonthNumbers, lines
from ktgs.language.months import Month
from ktgs.obligations.tables import Row, Table
from ktgs.obligations.targets import Subject


@lru_cache(maxsize=1)
def month_tables(facts: Facts) -> Mapping[Month, Table]:
    """Return the numbers of each month that has begun, as its report orders them; made once for all pages of a site."""
    months = facts.figure(FIGURE)
    if months is None:
        return {}
    return {month: _table(facts, numbers, months.has_meetings) for month, numbers in months.by_month.items()}


def _table(facts: Facts, numbers: MonthNumbers, of_meetings: bool) -> Table:
    found = lines(facts.repository, numbers, of_meetings=of_meetings)
    rows = tuple(Row(Subject(line.name), (line.cell,)) for line in found)
    return Table(f"Số liệu tháng {numbers.month.label}", of="Nội dung", columns=("Số lượng",), rows=rows)
