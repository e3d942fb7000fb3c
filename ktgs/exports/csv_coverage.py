"""`csv/do-phu.csv`: since when each unit has been neither visited nor inspected."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._columns import cell, table
from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.inspection_coverage import UnitInspections
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.figures.visit_coverage import UnitVisits
from ktgs.records.unit import Unit

PATH = "csv/do-phu.csv"
ABOUT = "mỗi dòng một đơn vị đang hoạt động: bao lâu chưa có cán bộ về dự, chưa được kiểm tra, giám sát"
DOWNLOADS = (Download(DownloadKind.spreadsheet, PATH, ABOUT, order=60),)
_COLUMNS = (
    "mã",
    "đơn vị",
    "cụm",
    "buổi gần nhất",
    "số tháng chưa có cán bộ về dự",
    "số buổi đã dự",
    "cuộc gần nhất",
    "số tháng chưa được kiểm tra",
    "số cuộc đã tiến hành",
)
_NEVER, _NONE = "chưa lần nào", "chưa có"


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each unit that exists today, the longest without a visit first; none where a figure crashed."""
    visits, inspections = facts.figure(VISITS), facts.figure(INSPECTIONS)
    units = facts.repository.units
    rows = (
        [
            (*_head(units[unit]), *_visits(visited), *_inspections(inspections.by_unit[unit]))
            for unit, visited in visits.by_unit.items()
        ]
        if visits and inspections
        else []
    )
    yield PATH, table(_COLUMNS, rows)


def _head(unit: Unit) -> tuple[str, ...]:
    return unit.id, unit.name, cell(unit.cluster)


def _visits(visited: UnitVisits) -> tuple[str, ...]:
    return cell(visited.visits[-1].on) if visited.visits else _NONE, _months(visited.months), cell(len(visited.visits))


def _inspections(inspected: UnitInspections) -> tuple[str, ...]:
    return cell(inspected.last_on) or _NONE, _months(inspected.months), cell(len(inspected.held))


def _months(months: int | None) -> str:
    return _NEVER if months is None else cell(months)
