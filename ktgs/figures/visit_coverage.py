"""Coverage of visits: which units nobody has attended a meeting of for how many months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.duties.visit_report import DUTY as VISIT_REPORT
from ktgs.figures._counting import band_rows, longest_first, months_since, unit_subject, visit_subject
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table, number
from ktgs.repository.linked import Visit
from ktgs.repository.meetings import visits_that_count
from ktgs.repository.repository import Repository
from ktgs.repository.units import units_today

ABOUT = """Mỗi đơn vị đang hoạt động một dòng. Một buổi sinh hoạt được tính là đã dự khi có báo cáo dự sinh hoạt
về buổi đó; nhiều báo cáo về một buổi vẫn là một buổi. Số tháng là số tháng tròn từ buổi gần nhất đến ngày của
trang, tính qua mọi kế hoạch và mọi năm có trong dữ liệu. Chọn dự buổi nào là việc của Văn phòng: con số này
nói về mức độ đi cơ sở, không phải lỗi của đơn vị."""


@dataclass(frozen=True, slots=True)
class UnitVisits:
    """The meetings of a unit that were attended, each once, by day; `months` since the last one, None for never."""

    visits: tuple[Visit, ...]
    months: int | None


@dataclass(frozen=True, slots=True)
class VisitCoverage:
    """The visits of each unit that exists today, the longest without first."""

    by_unit: Mapping[str, UnitVisits]


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> VisitCoverage:
    """Return the visits of each unit."""
    units: dict[str, UnitVisits] = {}
    for unit in units_today(repository):
        visits = visits_that_count(repository.visits_by_unit.get(unit.id, ()))
        units[unit.id] = UnitVisits(visits, months_since(visits[-1].on, repository.today) if visits else None)
    return VisitCoverage({unit: units[unit] for unit in longest_first({u: v.months for u, v in units.items()})})


def tables(repository: Repository, coverage: VisitCoverage) -> Iterator[Table]:
    """Yield the number of units by months without a visit, then each unit; nothing where nobody is to visit any."""
    if not repository.visits and not any(plan.term(VISIT_REPORT.name) for plan in repository.plans.values()):
        return
    months = {unit.id: coverage.by_unit[unit.id].months for unit in units_today(repository)}
    rows = tuple(band_rows(repository, months, "chưa có cán bộ về dự lần nào"))
    yield Table("Đơn vị lâu chưa có cán bộ về dự", of="Thời gian", columns=("Số đơn vị",), rows=rows)
    yield Table(
        "Mức độ đi cơ sở của từng đơn vị",
        of="Đơn vị",
        columns=("Buổi gần nhất", "Số tháng chưa có cán bộ về dự", "Số buổi đã dự"),
        rows=tuple(_row(repository, unit, visits) for unit, visits in coverage.by_unit.items()),
    )


def _row(repository: Repository, unit: str, of_unit: UnitVisits) -> Row:
    visits = of_unit.visits
    last = Cell(vi_date(visits[-1].on), (visit_subject(repository, visits[-1]),)) if visits else Cell("chưa có")
    since = Cell("chưa lần nào" if of_unit.months is None else of_unit.months)
    counts = number(visit_subject(repository, visit) for visit in visits)
    return Row(unit_subject(repository, unit), (last, since, counts))


FIGURE = Figure("mức độ đi cơ sở", compute, tables, ABOUT, first_name="độ phủ đi cơ sở")
