"""Coverage of inspections: which units have not been inspected or supervised for how many months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.figures._counting import band_rows, engagement_subject, longest_first, months_since, unit_subject
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table, number
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.repository import Repository
from ktgs.repository.units import units_today

ABOUT = """Mỗi đơn vị đang hoạt động một dòng. Chỉ `ngày tiến hành` cho biết một cuộc kiểm tra, giám sát đã diễn
ra; cuộc chưa có ngày ấy không được tính. Số tháng là số tháng tròn từ cuộc gần nhất đến ngày của trang, tính
qua mọi kế hoạch và mọi năm có trong dữ liệu. Cuộc của một đơn vị đã sáp nhập vẫn thuộc đơn vị khi ấy."""


@dataclass(frozen=True, slots=True)
class UnitInspections:
    """The sessions held at a unit on a known day, in order; `months` since the last one, None for never."""

    held: tuple[TeamEngagement, ...]
    last_on: date | None
    months: int | None


@dataclass(frozen=True, slots=True)
class InspectionCoverage:
    """The inspections of each unit that exists today, the longest without first."""

    by_unit: Mapping[str, UnitInspections]


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> InspectionCoverage:
    """Return the inspections and supervisions of each unit."""
    sessions_of: dict[str, list[tuple[date, TeamEngagement]]] = {unit.id: [] for unit in units_today(repository)}
    for engagement in repository.engagements.values():
        held_on, unit = engagement.engagement.held_on, engagement.engagement.unit
        if isinstance(held_on, date) and unit in sessions_of:
            sessions_of[unit].append((held_on, engagement))
    units = {
        unit: _of_unit(sorted(days, key=lambda pair: pair[0]), repository.today) for unit, days in sessions_of.items()
    }
    ordered = longest_first({unit: inspections.months for unit, inspections in units.items()})
    return InspectionCoverage({unit: units[unit] for unit in ordered})


def _of_unit(days: list[tuple[date, TeamEngagement]], today: date) -> UnitInspections:
    last_on = days[-1][0] if days else None
    return UnitInspections(
        tuple(engagement for _, engagement in days), last_on, months_since(last_on, today) if last_on else None
    )


def tables(repository: Repository, coverage: InspectionCoverage) -> Iterator[Table]:
    """Yield the number of units by months without an inspection, then each unit."""
    months = {unit.id: coverage.by_unit[unit.id].months for unit in units_today(repository)}
    rows = band_rows(repository, months, "chưa được kiểm tra, giám sát lần nào")
    yield Table("Đơn vị lâu chưa được kiểm tra, giám sát", of="Thời gian", columns=("Số đơn vị",), rows=tuple(rows))
    yield Table(
        "Mức độ kiểm tra, giám sát của từng đơn vị",
        of="Đơn vị",
        columns=("Cuộc gần nhất", "Số tháng chưa được kiểm tra", "Số cuộc đã tiến hành"),
        rows=tuple(_row(repository, unit, inspections) for unit, inspections in coverage.by_unit.items()),
    )


def _row(repository: Repository, unit: str, inspections: UnitInspections) -> Row:
    sessions, last_on = inspections.held, inspections.last_on
    last = Cell(vi_date(last_on), (engagement_subject(repository, sessions[-1]),)) if last_on else Cell("chưa có")
    since = Cell("chưa lần nào" if inspections.months is None else inspections.months)
    counts = number(engagement_subject(repository, engagement) for engagement in sessions)
    return Row(unit_subject(repository, unit), (last, since, counts))


FIGURE = Figure("mức độ kiểm tra, giám sát", compute, tables, ABOUT, first_name="độ phủ kiểm tra, giám sát")
