"""The numbers of a month as a table, each with what it counts."""

from __future__ import annotations

from ktgs.facts.facts import Facts
from ktgs.figures.months import Months, lines
from ktgs.language.months import Month
from ktgs.obligations.tables import Row, Table
from ktgs.obligations.targets import Subject


def month_table(facts: Facts, months: Months, month: Month) -> Table:
    """Return the numbers of a month, as its report orders them."""
    found = lines(facts.repository, months.by_month[month], of_meetings=months.has_meetings)
    rows = tuple(Row(Subject(line.name), (line.cell,)) for line in found)
    return Table(f"Số liệu tháng {month.label}", of="Nội dung", columns=("Số lượng",), rows=rows)
