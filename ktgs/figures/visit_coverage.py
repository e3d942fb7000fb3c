"""Coverage of visits: which units nobody has attended a meeting of for how many months."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.figures._counting import by_bands, months_since, number, of_unit, of_visit, units_today
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.repository.index import Repository
from ktgs.repository.linked import Visit

ABOUT = """Mỗi đơn vị đang hoạt động một dòng. Một buổi sinh hoạt được tính là đã dự khi có báo cáo dự sinh hoạt
về buổi đó; nhiều báo cáo về một buổi vẫn là một buổi. Số tháng là số tháng tròn từ buổi gần nhất đến ngày của
trang, tính qua mọi kế hoạch và mọi năm có trong dữ liệu. Chọn dự buổi nào là việc của Văn phòng: con số này là
độ phủ, không phải lỗi của đơn vị."""


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield the number of units by months without a visit, then each unit, the longest without first."""
    visits = {unit.id: _one_a_meeting(repository.visits_by_unit.get(unit.id, ())) for unit in units_today(repository)}
    months = {unit: months_since(found[-1].on, repository.today) if found else None for unit, found in visits.items()}
    yield Table(
        "Chưa được dự từ bao lâu", "Thời gian", ("Số đơn vị",), by_bands(repository, months, "chưa được dự lần nào")
    )
    ordered = sorted(visits, key=lambda unit: -1_000_000 if months[unit] is None else -(months[unit] or 0))
    yield Table(
        "Độ phủ đi cơ sở, chưa được dự từ N tháng",
        "Đơn vị",
        ("Buổi gần nhất", "Số tháng chưa được dự", "Số buổi đã dự"),
        tuple(_row(repository, unit, visits[unit], months[unit]) for unit in ordered),
    )


def _one_a_meeting(visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """Return the first visit of each meeting, by day."""
    first: dict[str, Visit] = {}
    for visit in visits:
        first.setdefault(visit.occasion, visit)
    return tuple(first.values())


def _row(repository: Repository, unit: str, visits: tuple[Visit, ...], months: int | None) -> Row:
    last = Cell(vi_date(visits[-1].on), (of_visit(repository, visits[-1]),)) if visits else Cell("chưa có")
    since = Cell("chưa lần nào" if months is None else months)
    return Row(of_unit(repository, unit), (last, since, number(of_visit(repository, visit) for visit in visits)))


FIGURE = Figure("độ phủ đi cơ sở", compute, ABOUT)
