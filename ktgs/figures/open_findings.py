"""Open recommendations and petitions by age."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.figures._counting import number, of_finding, plain
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Figure, Row, Table
from ktgs.records.finding import Petition, Recommendation
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found
from ktgs.repository.progress import age_days, closed_on

ABOUT = """Kiến nghị của đoàn kiểm tra là còn mở cho đến khi phúc tra đạt; kiến nghị, đề xuất của cơ sở là còn
mở cho đến khi được trả lời hoặc không tiếp nhận. Tuổi là số ngày từ buổi sinh hoạt, lần theo dõi hoặc báo cáo
nêu ra đến ngày của trang."""

BANDS = (("đến 30 ngày", 30), ("31 đến 60 ngày", 60), ("61 đến 90 ngày", 90), ("trên 90 ngày", 1_000_000))


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield one table: recommendations and petitions, by age."""
    kinds = (
        ("Kiến nghị của đoàn kiểm tra", repository.findings_of(Recommendation)),
        ("Kiến nghị, đề xuất của cơ sở", repository.findings_of(Petition)),
    )
    rows = tuple(
        _row(repository, name, [found for found in all_of if closed_on(found) is None]) for name, all_of in kinds
    )
    columns = ("Còn mở", *(name for name, _ in BANDS), "chưa rõ ngày")
    yield Table("Kiến nghị, đề xuất còn mở, theo tuổi", "Loại", columns, rows)


def _row(repository: Repository, name: str, opened: list[Found]) -> Row:
    ages = {found.key: age_days(repository, found) for found in opened}
    cells = [number(of_finding(found) for found in opened)]
    above = -1
    for _, most in BANDS:
        inside = [found for found in opened if (age := ages[found.key]) is not None and above < age <= most]
        cells.append(number(of_finding(found) for found in inside))
        above = most
    cells.append(number(of_finding(found) for found in opened if ages[found.key] is None))
    return Row(plain(name), tuple(cells))


FIGURE = Figure("kiến nghị còn mở", compute, ABOUT)
