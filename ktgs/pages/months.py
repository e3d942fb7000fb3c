"""The months side by side; each leads to its own page, with the draft of its report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.figures.months import FIGURE
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import ToMonthSummary

ADDRESS = "thang/index.html"
MENU = MenuEntry("Báo cáo tháng", 60)


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """The one page; `months` are the latest first, `tables` that of the figure."""

    url: str
    title: str
    months: tuple[ToMonthSummary, ...]
    tables: tuple[Table, ...]


def pages(facts: Facts) -> Iterator[MonthsPage]:
    """Yield the one page."""
    months = facts.figure(FIGURE)
    begun = tuple(map(ToMonthSummary, sorted(months.by_month, reverse=True))) if months else ()
    yield MonthsPage(ADDRESS, "Báo cáo tháng", begun, facts.tables(FIGURE))
