"""Open recommendations and petitions by age."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.figures._counting import finding_subject
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table, number
from ktgs.obligations.targets import Subject
from ktgs.records.finding import Petition, Recommendation
from ktgs.repository.findings import age_days, closed_on
from ktgs.repository.linked import FindingKind, ReportedFinding
from ktgs.repository.repository import Repository

ABOUT = """Kiến nghị của đoàn kiểm tra là chưa xong cho đến khi phúc tra đạt; kiến nghị, đề xuất của cơ sở là
chưa xong cho đến khi được trả lời hoặc không tiếp nhận. Số ngày tính từ buổi sinh hoạt, lần theo dõi hoặc báo cáo nêu
kiến nghị đến ngày của trang."""


BANDS = (("đến 30 ngày", 30), ("31 đến 60 ngày", 60), ("61 đến 90 ngày", 90), ("trên 90 ngày", 1_000_000))
UNDATED = "chưa rõ ngày"
NAMES: Mapping[FindingKind, str] = {
    Recommendation: "Kiến nghị của đoàn kiểm tra",
    Petition: "Kiến nghị, đề xuất của cơ sở",
}


@dataclass(frozen=True, slots=True)
class OpenFindings:
    """What is open of one kind; `by_age` in the order of BANDS, `undated` is of no known age."""

    every: tuple[ReportedFinding, ...]
    by_age: tuple[tuple[ReportedFinding, ...], ...]
    undated: tuple[ReportedFinding, ...]

    @property
    def bands(self) -> tuple[tuple[str, tuple[ReportedFinding, ...]], ...]:
        """What is open under the name of its age, the oldest first; what is of no known age last."""
        named = zip((name for name, _ in BANDS), self.by_age, strict=True)
        return *reversed(tuple(named)), (UNDATED, self.undated)


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[FindingKind, OpenFindings]:
    """Return the open recommendations and petitions."""
    return {kind: _of_kind(repository, kind) for kind in NAMES}


def _of_kind(repository: Repository, kind: FindingKind) -> OpenFindings:
    every = tuple(finding for finding in repository.findings_of(kind) if closed_on(finding) is None)
    ages = {finding.key: age_days(repository, finding) for finding in every}
    bands = []
    above = -1
    for _, most in BANDS:
        bands.append(tuple(f for f in every if (age := ages[f.key]) is not None and above < age <= most))
        above = most
    return OpenFindings(every, tuple(bands), tuple(finding for finding in every if ages[finding.key] is None))


def tables(repository: Repository, kinds: Mapping[FindingKind, OpenFindings]) -> Iterator[Table]:
    """Yield one table: recommendations and petitions, by age."""
    columns = ("Chưa xong", *(name for name, _ in BANDS), UNDATED)
    rows = tuple(Row(Subject(NAMES[kind]), tuple(map(_cell, _groups(open_of)))) for kind, open_of in kinds.items())
    yield Table("Kiến nghị, đề xuất chưa xong, theo số ngày đã nêu", of="Loại", columns=columns, rows=rows)


def _groups(open_of: OpenFindings) -> tuple[tuple[ReportedFinding, ...], ...]:
    return open_of.every, *open_of.by_age, open_of.undated


def _cell(findings: tuple[ReportedFinding, ...]) -> Cell:
    return number(finding_subject(finding) for finding in findings)


FIGURE = Figure("kiến nghị chưa xong", compute, tables, ABOUT, first_name="kiến nghị còn mở")
