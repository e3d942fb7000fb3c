"""The index of reports: how many of each kind in each month, and the latest ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.obligations.targets import ToReports
from ktgs.pages._parts import starts_of_groups
from ktgs.pages._reports import MOST_REPORTS, NO_MONTH, ReportLine, by_list, by_month, day, line, list_address
from ktgs.repository.naming import REPORT_TITLES

ADDRESS = "bao-cao/index.html"
MENU = MenuEntry("Báo cáo", 50)
LATEST = 15  # reports shown on the index itself


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many reports a month has; `label` says which month, `address` is its place in the list."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class YearCount:
    """The reports of one kind and year, and the list of them."""

    title: str
    target: ToReports
    count: int
    months: tuple[MonthCount, ...]


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """The one page."""

    url: str
    title: str
    years: tuple[YearCount, ...]
    latest: tuple[ReportLine, ...]


def pages(facts: Facts) -> Iterator[ReportsPage]:
    """Yield the one page."""
    repository = facts.repository
    years = []
    for target, reports in by_list(repository).items():
        by_months = tuple(by_month(repository, reports).items())
        starts = starts_of_groups(list_address(target), by_months, MOST_REPORTS)
        months = tuple(
            _month(month, len(listed), start) for (month, listed), start in zip(by_months, starts, strict=True)
        )
        years.append(YearCount(REPORT_TITLES[target.of], target, len(reports), months))
    dated = [(on, report.id, report) for report in repository.reports.values() if (on := day(repository, report))]
    latest = sorted(dated, key=lambda known: known[:2], reverse=True)[:LATEST]
    lines = tuple(line(repository, report) for _, _, report in latest)
    yield ReportsPage(ADDRESS, "Báo cáo", tuple(years), lines)


def _month(month: Month | None, count: int, page: str) -> MonthCount:
    return MonthCount(month.label if month else "chưa có ngày", f"{page}#{month or NO_MONTH}", count)
