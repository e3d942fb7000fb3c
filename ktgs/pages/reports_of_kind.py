"""The list of a year's reports of one kind, by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import slug
from ktgs.pages._reports import TITLES, ReportLine, by_kind_and_year, by_month, line


@dataclass(frozen=True, slots=True)
class MonthReports:
    """The reports of a month, or those whose day is not known."""

    anchor: str
    title: str
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportsOfKindPage:
    """One kind of report in one year."""

    url: str
    title: str
    count: int
    months: tuple[MonthReports, ...]


def pages(facts: Facts) -> Iterator[ReportsOfKindPage]:
    """Yield a page for each kind and year that has reports."""
    repository = facts.repository
    for (kind, year), reports in by_kind_and_year(repository).items():
        months = tuple(
            MonthReports(
                str(month or "chua-ro"),
                f"Tháng {month.label}" if month else "Chưa rõ ngày",
                tuple(line(repository, report) for report in found),
            )
            for month, found in by_month(repository, reports).items()
        )
        address = addresses.reports_of(slug(str(kind)), year)
        yield ReportsOfKindPage(address, f"{TITLES[kind]} năm {year}", len(reports), months)
