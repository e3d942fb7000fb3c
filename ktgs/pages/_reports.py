"""What the lists of reports share: the kinds in order, their years and months, and a report's line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_person, of_report
from ktgs.records.report import Report, ReportKind, VisitReport
from ktgs.repository.index import Repository
from ktgs.repository.linked import report_day

TITLES = {
    ReportKind.visit_report: "Báo cáo dự sinh hoạt",
    ReportKind.result_report: "Báo cáo kết quả",
    ReportKind.flash_report: "Báo cáo nhanh",
    ReportKind.summary: "Báo cáo tổng hợp",
    ReportKind.regular_supervision: "Giám sát thường xuyên",
}


NUMBERED = (ReportKind.result_report, ReportKind.flash_report, ReportKind.summary)
NO_NUMBER = "chưa có số"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list; `on` is the day that it is about, `sent` the day, or in words that it is none."""

    subject: Subject
    on: date | None
    number: str
    sent: date | str
    is_draft: bool
    author: Subject
    findings: int
    place: Place


def line(repository: Repository, report: Report) -> ReportLine:
    """Return the line of a report."""
    return ReportLine(
        of_report(repository, report),
        day(repository, report),
        number(report),
        sent(report),
        report.is_draft,
        of_person(repository, report.author),
        len(report.findings),
        report.where("kind"),
    )


def number(report: Report) -> str:
    """Return number and symbol, or that there is none yet; empty for kinds that need none."""
    if report.document_number:
        return str(report.document_number)
    return NO_NUMBER if report.kind in NUMBERED else ""


def sent(report: Report) -> date | str:
    """Return the day of sending, or the words that it was not sent or that the day is not known."""
    if report.sent_on is None:
        return "chưa gửi"
    return report.sent_on if isinstance(report.sent_on, date) else "chưa rõ ngày"


def day(repository: Repository, report: Report) -> date | None:
    """Return the day that a report is about, None where it is not known."""
    visit = repository.visit_of(report) if isinstance(report, VisitReport) else None
    return visit.on if visit else report_day(report)


def by_kind_and_year(repository: Repository) -> Mapping[tuple[ReportKind, str], tuple[Report, ...]]:
    """Return the reports by kind and by the year of their folder, the latest year of each kind first."""
    found: dict[tuple[ReportKind, str], list[Report]] = {}
    for report in repository.reports.values():
        found.setdefault((report.kind, report.parts["year"]), []).append(report)
    kinds = list(TITLES)
    ordered = sorted(sorted(found, key=lambda key: key[1], reverse=True), key=lambda key: kinds.index(key[0]))
    return {key: tuple(found[key]) for key in ordered}


def by_month(repository: Repository, reports: tuple[Report, ...]) -> Mapping[Month | None, tuple[Report, ...]]:
    """Return the reports by the month that they are about, the latest first; those of no known month before all."""
    found: dict[Month | None, list[Report]] = {}
    for report in reports:
        on = day(repository, report)
        found.setdefault(Month.of(on) if on else None, []).append(report)
    months = sorted((month for month in found if month), reverse=True)
    ordered = ([None] if None in found else []) + months
    return {
        month: tuple(
            sorted(found[month], key=lambda report: (day(repository, report) or date.min, report.id), reverse=True)
        )
        for month in ordered
    }
