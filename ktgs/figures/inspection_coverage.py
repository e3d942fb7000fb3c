"""Coverage of inspections: which units have not been inspected or supervised for how many months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.figures._counting import by_bands, months_since, number, of_engagement, of_unit, units_today
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held

ABOUT = """Mỗi đơn vị đang hoạt động một dòng. Chỉ `ngày tiến hành` cho biết một cuộc kiểm tra, giám sát đã diễn
ra; cuộc chưa có ngày ấy không được tính. Số tháng là số tháng tròn từ cuộc gần nhất đến ngày của trang, tính
qua mọi kế hoạch và mọi năm có trong dữ liệu. Cuộc của một đơn vị đã sáp nhập vẫn thuộc đơn vị khi ấy."""


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield the number of units by months without an inspection, then each unit, the longest without first."""
    units = [unit.id for unit in units_today(repository)]
    held: dict[str, list[tuple[date, Held]]] = {unit: [] for unit in units}
    for found in repository.engagements:
        if isinstance(found.engagement.held_on, date) and found.engagement.unit in held:
            held[found.engagement.unit].append((found.engagement.held_on, found))
    for each in held.values():
        each.sort(key=lambda item: item[0])
    months = {unit: months_since(found[-1][0], repository.today) if found else None for unit, found in held.items()}
    rows = by_bands(repository, months, "chưa được kiểm tra, giám sát lần nào")
    yield Table("Chưa được kiểm tra, giám sát từ bao lâu", "Thời gian", ("Số đơn vị",), rows)
    ordered = sorted(units, key=lambda unit: -1_000_000 if months[unit] is None else -(months[unit] or 0))
    yield Table(
        "Kiểm tra, giám sát, từng đơn vị",
        "Đơn vị",
        ("Cuộc gần nhất", "Số tháng chưa được kiểm tra", "Số cuộc đã tiến hành"),
        tuple(_row(repository, unit, held[unit], months[unit]) for unit in ordered),
    )


def _row(repository: Repository, unit: str, held: list[tuple[date, Held]], months: int | None) -> Row:
    last = Cell(vi_date(held[-1][0]), (of_engagement(repository, held[-1][1]),)) if held else Cell("chưa có")
    since = Cell("chưa lần nào" if months is None else months)
    return Row(of_unit(repository, unit), (last, since, number(of_engagement(repository, found) for _, found in held)))


FIGURE = Figure("độ phủ kiểm tra, giám sát", compute, ABOUT)
