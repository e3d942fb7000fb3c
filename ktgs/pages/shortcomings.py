"""Shortcomings: those said again, of the same unit or in the same words elsewhere, then all by unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import fold, slug, vietnamese_key
from ktgs.obligations.tables import Cell, Row, Subject, Table
from ktgs.pages._findings import FindingView, by_report, view
from ktgs.pages._naming import of_unit
from ktgs.records.finding import Shortcoming


@dataclass(frozen=True, slots=True)
class UnitShortcomings:
    """The shortcomings of one unit, the latest first; `reports`: in how many reports."""

    anchor: str
    unit: Subject | None
    reports: int
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class ShortcomingsPage:
    """The one page."""

    url: str
    title: str
    count: int
    again: Table
    same: Table
    units: tuple[UnitShortcomings, ...]


def pages(facts: Facts) -> Iterator[ShortcomingsPage]:
    """Yield the one page."""
    reports = by_report(facts.repository)
    by_unit: dict[str, list[FindingView]] = {}
    for one in facts.repository.findings_of(Shortcoming):
        by_unit.setdefault(one.unit or "", []).append(view(facts, one, reports[one.report.id]))
    units = tuple(_of_unit(facts, unit_id, by_unit[unit_id]) for unit_id in sorted(by_unit))
    ordered = tuple(sorted(units, key=lambda unit: vietnamese_key(unit.unit.name if unit.unit else "")))
    count = sum(len(unit.findings) for unit in units)
    found = [finding for unit in ordered for finding in unit.findings]
    yield ShortcomingsPage(addresses.SHORTCOMINGS, "Tồn tại, hạn chế", count, _again(ordered), _same(found), ordered)


def _of_unit(facts: Facts, unit_id: str, found: list[FindingView]) -> UnitShortcomings:
    listed = sorted(found, key=lambda one: (str(one.raised_on or ""), one.subject.id), reverse=True)
    unit = of_unit(facts.repository, unit_id) if unit_id else None
    return UnitShortcomings(slug(unit_id) or "khong-ro", unit, len({one.report.id for one in found}), tuple(listed))


def _again(units: Iterable[UnitShortcomings]) -> Table:
    """Return the units with shortcomings in more than one report, the most reports first."""
    found = sorted((unit for unit in units if unit.unit and unit.reports > 1), key=lambda unit: -unit.reports)
    rows = tuple(
        Row(unit.unit, (Cell(unit.reports, _reports(unit)), Cell(len(unit.findings), _subjects(unit.findings))))
        for unit in found
        if unit.unit
    )
    columns = ("Số báo cáo nêu", "Số tồn tại, hạn chế")
    return Table("Đơn vị được nêu tồn tại, hạn chế từ hai báo cáo trở lên", "Đơn vị", columns, rows)


def _reports(unit: UnitShortcomings) -> tuple[Subject, ...]:
    return tuple(dict.fromkeys(one.report for one in unit.findings))


def _subjects(found: Iterable[FindingView]) -> tuple[Subject, ...]:
    return tuple(Subject("finding", one.subject.id, f"{_who(one)}: {one.content}") for one in found)


def _who(found: FindingView) -> str:
    return found.unit.name if found.unit else "không rõ đơn vị"


def _same(found: Iterable[FindingView]) -> Table:
    """Return the shortcomings said in the same words more than once, the most frequent first."""
    by_words: dict[str, list[FindingView]] = {}
    for one in found:
        by_words.setdefault(fold(one.content), []).append(one)
    repeated = sorted((same for same in by_words.values() if len(same) > 1), key=lambda same: -len(same))
    rows = tuple(Row(Subject("", "", same[0].content), (Cell(len(same), _subjects(same)),)) for same in repeated)
    return Table("Cùng một tồn tại, hạn chế được nêu nhiều lần", "Nội dung", ("Số lần",), rows)
