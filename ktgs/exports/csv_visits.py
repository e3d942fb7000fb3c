"""`csv/bao-cao-du-sinh-hoat.csv`: the visit reports."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._columns import cell, cells, headers, table
from ktgs.facts.facts import Facts
from ktgs.records.report import VisitReport
from ktgs.repository.naming import branch_name, person_name, unit_name
from ktgs.repository.repository import Repository
from ktgs.repository.units import sub_unit_words

PATH = "csv/bao-cao-du-sinh-hoat.csv"
DOWNLOADS = (Download(DownloadKind.spreadsheet, PATH, "mỗi dòng một báo cáo dự sinh hoạt", order=40),)
_COUNTS = ("present", "total_members", "composition", "content", "topics")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each report, with the unit, sub-unit and day of its meeting."""
    repository = facts.repository
    rows = (_row(repository, report) for report in repository.reports_of(VisitReport))
    yield PATH, table(_columns(sub_unit_words(repository)), rows)


def _columns(sub_unit: str) -> tuple[str, ...]:
    return (
        "mã",
        "kế hoạch",
        *headers(sub_unit, VisitReport, "meeting", "unit"),
        "tên đơn vị",
        *headers(sub_unit, VisitReport, "branch"),
        f"tên {sub_unit}",
        *headers(sub_unit, VisitReport, "on", "attendees", *_COUNTS, "author", "sent_on"),
    )


def _row(repository: Repository, report: VisitReport) -> tuple[str, ...]:
    visit = repository.visit_of(report)
    unit, branch, on = (visit.unit, visit.branch, visit.on) if visit else (report.unit, report.branch, report.on)
    return (
        report.id,
        cell(report.plan),
        cell(visit.meeting.key) if visit and visit.meeting else "",
        cell(unit),
        unit_name(repository, unit, on) if unit else "",
        cell(branch),
        branch_name(repository, branch) if branch else "",
        cell(on),
        cell(tuple(person_name(repository, person) for person in report.attendees)),
        *cells(report, *_COUNTS),
        person_name(repository, report.author),
        *cells(report, "sent_on"),
    )
