"""Shortcomings: those said again, of the same unit or in the same words elsewhere, then all by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.language.text import fold, slug, vietnamese_key
from ktgs.obligations.tables import Cell, Row, Table, number
from ktgs.obligations.targets import Subject
from ktgs.pages._findings import FindingView, view
from ktgs.pages._parts import PartLink, part_title, parts_of_groups
from ktgs.pages._subjects import unit_subject
from ktgs.records.finding import Shortcoming
from ktgs.repository.linked import grouped

ADDRESS = "ton-tai-han-che.html"
MENU = MenuEntry("Tồn tại, hạn chế", 90)
_MOST = 150  # on one page


@dataclass(frozen=True, slots=True)
class UnitShortcomings:
    """The shortcomings of one unit, the latest first, and the reports that name them."""

    anchor: str
    unit: Subject | None
    reports: tuple[Subject, ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class ShortcomingsPage:
    """The page, or a part of it: units with their findings that stand on it; what is said again on the first."""

    url: str
    title: str
    count: int
    again: Table | None
    same: Table | None
    units: tuple[tuple[UnitShortcomings, tuple[FindingView, ...]], ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[ShortcomingsPage]:
    """Yield the page, in parts where there are many."""
    by_unit = grouped(
        (reported.unit or "", view(facts, reported)) for reported in facts.repository.findings_of(Shortcoming)
    )
    units = (_of_unit(facts, unit_id, by_unit[unit_id]) for unit_id in sorted(by_unit))
    ordered = tuple(sorted(units, key=lambda unit: vietnamese_key(unit.unit.name if unit.unit else "")))
    findings = tuple(finding for unit in ordered for finding in unit.findings)
    for part in parts_of_groups(ADDRESS, tuple((unit, unit.findings) for unit in ordered), _MOST):
        is_first = part.address == ADDRESS
        yield ShortcomingsPage(
            url=part.address,
            title=part_title("Tồn tại, hạn chế", part.address, ADDRESS),
            count=len(findings),
            again=_again(ordered) if is_first else None,
            same=_same(findings) if is_first else None,
            units=part.rows,
            parts=part.links,
        )


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
