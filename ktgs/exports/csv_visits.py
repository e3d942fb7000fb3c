"""`csv/bao-cao-du-sinh-hoat.csv`: the visit reports."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._columns import cell, cells, headers, table
from ktgs.facts.facts import Facts
from ktgs.records.report import VisitReport
from ktgs.repository.index import Repository

_COUNTS = ("present", "total_members", "composition", "content", "topics")
_COLUMNS = (
    "mã",
    "kế hoạch",
    *headers(VisitReport, "meeting", "unit"),
    "tên đơn vị",
    *headers(VisitReport, "branch"),
    "tên chi đoàn",
    *headers(VisitReport, "on", "attendees", *_COUNTS, "author", "sent_on"),
)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each report, with the unit, branch and day of its meeting."""
    repository = facts.repository
    rows = (_row(repository, report) for report in repository.reports_of(VisitReport))
    yield addresses.spreadsheet("bao-cao-du-sinh-hoat"), table(_COLUMNS, rows)


def _row(repository: Repository, report: VisitReport) -> tuple[str, ...]:
    visit = repository.visit_of(report)
    unit, branch, on = (visit.unit, visit.branch, visit.on) if visit else (report.unit, report.branch, report.on)
    return (
        report.id,
        repository.plan_of_report[report.id],
        str(visit.meeting.key) if visit and visit.meeting else "",
        cell(unit),
        repository.unit_name(unit, on) if unit else "",
        cell(branch),
        repository.branch_name(unit, branch) if unit and branch else "",
        cell(on),
        cell(tuple(map(repository.person_name, report.attendees))),
        *cells(report, *_COUNTS),
        repository.person_name(report.author),
        *cells(report, "sent_on"),
    )
