"""The numbers of a month as a table, each with what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ktgs.facts.facts import Facts
from ktgs.figures.months import FIGURE, MonthLine, lines
from ktgs.language.months import Month
from ktgs.obligations.tables import Row, Table
from ktgs.obligations.targets import Subject


@lru_cache(maxsize=1)
def month_lines(facts: Facts) -> Mapping[Month, tuple[MonthLine, ...]]:
    """Return the numbers of each month, as its report orders them; worked out once for all pages of a site."""
    months = facts.figure(FIGURE)
    if months is None:
        return {}
    by_month = months.by_month.items()
    return {month: lines(facts.repository, of, of_meetings=months.has_meetings) for month, of in by_month}


def month_table(facts: Facts, month: Month) -> Table:
    """Return the numbers of a month as a table."""
    rows = tuple(Row(Subject(line.name), (line.cell,)) for line in month_lines(facts)[month])
    return Table(f"Số liệu tháng {month.label}", of="Nội dung", columns=("Số lượng",), rows=rows)
