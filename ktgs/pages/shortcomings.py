"""Shortcomings: those said again, of the same unit or in the same words elsewhere, then all by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.language.text import fold, slug, vietnamese_key
from ktgs.obligations.tables import Cell, Row, Table, number
from ktgs.obligations.targets import Subject
from ktgs.pages._findings import FindingView, view
from ktgs.pages._parts import PartLink, part_title, parts_of_groups
from ktgs.pages._subjects import unit_subject
from ktgs.pages._tables import row_weight
from ktgs.records.finding import Shortcoming
from ktgs.repository.linked import grouped

ADDRESS = "ton-tai-han-che.html"
MENU = MenuEntry("Tồn tại, hạn chế", 90)
UNKNOWN = "Không rõ đơn vị"
_MOST_WEIGHT = 850  # of the rows and findings on one page: about 125 kB
_WEIGHT = 6  # of a finding, in things that a row of a table counts


@dataclass(frozen=True, slots=True)
class UnitShortcomings:
    """The shortcomings of one unit, the latest first, and the reports that name them."""

    anchor: str
    unit: Subject | None
    reports: tuple[Subject, ...]
    findings: tuple[FindingView, ...]

    @property
    def name(self) -> str:
        return self.unit.name if self.unit else UNKNOWN


@dataclass(frozen=True, slots=True)
class ShortcomingsPage:
    """The page, or a part of it: what is said again, then units with their findings; those that stand on it."""

    url: str
    title: str
    count: int
    again: tuple[Table, ...]
    units: tuple[tuple[UnitShortcomings, tuple[FindingView, ...]], ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[ShortcomingsPage]:
    """Yield the page, in parts where there are many."""
    by_unit = grouped(
        (reported.unit or "", view(facts, reported)) for reported in facts.repository.findings_of(Shortcoming)
    )
    listed = (_of_unit(facts, unit_id, by_unit[unit_id]) for unit_id in sorted(by_unit))
    units = sorted(listed, key=lambda unit: vietnamese_key(unit.unit.name if unit.unit else ""))
    findings = tuple(finding for unit in units for finding in unit.findings)
    again = tuple(table for table in (_again(units), _same(findings)) if table.rows)
    groups: list[tuple[Table | UnitShortcomings, tuple[Row | FindingView, ...]]] = [
        *((table, table.rows) for table in again),
        *((unit, unit.findings) for unit in units),
    ]
    for part in parts_of_groups(ADDRESS, groups, _MOST_WEIGHT, _weight, _name):
        yield ShortcomingsPage(
            url=part.address,
            title=part_title("Tồn tại, hạn chế", part.address, ADDRESS),
            count=len(findings),
            again=tuple(_table(group, rows) for group, rows in part.rows if isinstance(group, Table)),
            units=tuple((group, _found(rows)) for group, rows in part.rows if isinstance(group, UnitShortcomings)),
            parts=part.links,
        )


def _weight(row: Row | FindingView) -> int:
    return row_weight(row) if isinstance(row, Row) else _WEIGHT


def _name(group: Table | UnitShortcomings, _: Row | FindingView) -> str:
    return "Lặp lại" if isinstance(group, Table) else group.name


def _table(table: Table, rows: Iterable[Row | FindingView]) -> Table:
    return replace(table, rows=tuple(row for row in rows if isinstance(row, Row)))


def _found(rows: Iterable[Row | FindingView]) -> tuple[FindingView, ...]:
    return tuple(row for row in rows if isinstance(row, FindingView))


def _of_unit(facts: Facts, unit_id: str, findings: Iterable[FindingView]) -> UnitShortcomings:
    listed = sorted(findings, key=lambda finding: (str(finding.raised_on or ""), str(finding.key)), reverse=True)
    unit = unit_subject(facts.repository, unit_id) if unit_id else None
    reports = tuple(dict.fromkeys(finding.report for finding in listed))
    return UnitShortcomings(slug(unit_id) or "khong-ro", unit, reports, tuple(listed))


def _again(units: Iterable[UnitShortcomings]) -> Table:
    """Return the units with shortcomings in more than one report, the most reports first."""
    repeated = sorted((unit for unit in units if len(unit.reports) > 1), key=lambda unit: -len(unit.reports))
    rows = tuple(Row(unit.unit, (number(unit.reports), _count(unit.findings))) for unit in repeated if unit.unit)
    return Table(
        "Đơn vị được nêu tồn tại, hạn chế từ hai báo cáo trở lên",
        of="Đơn vị",
        columns=("Số báo cáo nêu", "Số tồn tại, hạn chế"),
        rows=rows,
    )


def _same(findings: Iterable[FindingView]) -> Table:
    """Return the shortcomings said in the same words more than once, the most frequent first."""
    by_words = grouped((fold(finding.finding.content), finding) for finding in findings)
    repeated = sorted((same for same in by_words.values() if len(same) > 1), key=lambda same: -len(same))
    rows = tuple(Row(Subject(same[0].finding.content), (_count(same),)) for same in repeated)
    title = "Cùng một tồn tại, hạn chế được nêu nhiều lần"
    return Table(title, of="Nội dung", columns=("Số lần",), rows=rows)


def _count(findings: Iterable[FindingView]) -> Cell:
    """Return how many there are, each named by its unit and its words."""
    return number(
        Subject(f"{finding.unit.name if finding.unit else 'không rõ đơn vị'}: {finding.finding.content}", finding.key)
        for finding in findings
    )
