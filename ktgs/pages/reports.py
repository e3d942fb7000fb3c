"""The index of reports: how many of each kind in each month, and the latest ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.pages._reports import TITLES, ReportLine, by_kind_and_year, by_month, day, line

LATEST = 15  # reports shown on the index itself


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many reports a month has; `label` says which month."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class YearCount:
    """The reports of one kind and year."""

    title: str
    year: str
    address: str
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
    for (kind, year), reports in by_kind_and_year(repository).items():
        address = addresses.reports_of(slug(str(kind)), year)
        months = tuple(_month(address, month, len(found)) for month, found in by_month(repository, reports).items())
        years.append(YearCount(TITLES[kind], year, address, len(reports), months))
    dated = [(found, report) for report in repository.reports.values() if (found := day(repository, report))]
    latest = sorted(dated, key=lambda pair: (pair[0], pair[1].id), reverse=True)[:LATEST]
    lines = tuple(line(repository, report) for _, report in latest)
    yield ReportsPage(addresses.REPORTS, "Báo cáo", tuple(years), lines)


def _month(address: str, month: Month | None, count: int) -> MonthCount:
    return MonthCount(month.label if month else "chưa rõ ngày", f"{address}#{month or 'chua-ro'}", count)
