"""The list of a year's reports of one kind, by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.text import slug
from ktgs.obligations.targets import ToReports
from ktgs.pages._reports import NO_MONTH, ReportLine, by_list, by_month, line
from ktgs.repository.naming import REPORT_TITLES


def address(_: Facts, target: ToReports) -> str:
    """Return the address of a list."""
    return f"bao-cao/{slug(str(target.of))}/{target.year}.html"


ADDRESSES = {ToReports: address}


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
    for target, reports in by_list(repository).items():
        months = tuple(
            MonthReports(
                str(month or NO_MONTH),
                f"Tháng {month.label}" if month else "Chưa có ngày",
                tuple(line(repository, report) for report in listed),
            )
            for month, listed in by_month(repository, reports).items()
        )
        title = f"{REPORT_TITLES[target.of]} năm {target.year}"
        yield ReportsOfKindPage(address(facts, target), title, len(reports), months)
