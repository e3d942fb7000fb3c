"""The list of a year's reports of one kind, by month, over several pages where it is long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.obligations.targets import ToReports
from ktgs.pages._parts import PartLink, part_title, parts_of_groups, starts_of_groups
from ktgs.pages._reports import MOST_REPORTS, NO_MONTH, ReportLine, by_list, by_month, line, list_address
from ktgs.repository.naming import REPORT_TITLES


def address(_: Facts, target: ToReports) -> str:
    """Return the address of a list."""
    return list_address(target)


ADDRESSES = {ToReports: address}


@dataclass(frozen=True, slots=True)
class MonthReports:
    """The reports of a month, or those whose day is not known; `lines`: those of them that stand on the page."""

    anchor: str
    title: str
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportsOfKindPage:
    """One kind of report in one year, or a part of them. `index`: each month, how many it has, where it begins."""

    url: str
    title: str
    count: int
    index: tuple[tuple[str, int, str], ...]
    months: tuple[MonthReports, ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[ReportsOfKindPage]:
    """Yield a page for each kind and year that has reports."""
    repository = facts.repository
    for target, reports in by_list(repository).items():
        months = tuple(by_month(repository, reports).items())
        whole = list_address(target)
        starts = starts_of_groups(whole, months, MOST_REPORTS)
        index = tuple(
            (_name(month), len(listed), f"{start}#{month or NO_MONTH}")
            for (month, listed), start in zip(months, starts, strict=True)
        )
        title = f"{REPORT_TITLES[target.of]} năm {target.year}"
        for part in parts_of_groups(whole, months, MOST_REPORTS):
            shown = tuple(
                MonthReports(str(month or NO_MONTH), _name(month), tuple(line(repository, report) for report in listed))
                for month, listed in part.rows
            )
            own = part_title(title, part.address, whole)
            yield ReportsOfKindPage(part.address, own, len(reports), index, shown, part.links)


def _name(month: Month | None) -> str:
    return f"Tháng {month.label}" if month else "Chưa có ngày"
