"""What the lists of reports share: the kinds in order, their years and months, and a report's line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.obligations.targets import Subject, ToReports
from ktgs.pages._subjects import person_subject, report_subject
from ktgs.records.report import Report, ReportKind, VisitReport
from ktgs.repository.linked import grouped, report_day
from ktgs.repository.naming import REPORT_TITLES
from ktgs.repository.repository import Repository

NUMBERED = (ReportKind.result_report, ReportKind.flash_report, ReportKind.summary)
MOST_REPORTS = 150  # in a list on one page
NO_NUMBER = "chưa có số"
NO_MONTH = "chua-ro"  # the anchor of the reports whose day is not known


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list; `sent` is the day, or in words that it is none."""

    report: Report
    subject: Subject
    number: str
    sent: date | str
    author: Subject
    place: Place


def line(repository: Repository, report: Report) -> ReportLine:
    """Return the line of a report."""
    return ReportLine(
        report=report,
        subject=report_subject(repository, report),
        number=number(report),
        sent=sent(report),
        author=person_subject(repository, report.author),
        place=report.where("kind"),
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


def list_address(target: ToReports) -> str:
    """Return the address of a list, of its first part where it has several."""
    return f"bao-cao/{slug(str(target.of))}/{target.year}.html"


def list_of(report: Report) -> ToReports:
    """Return the list that a report stands in: of its kind and of the year of its folder."""
    return ToReports(report.kind, report.parts["year"])


def by_list(repository: Repository) -> Mapping[ToReports, tuple[Report, ...]]:
    """Return the reports of each list, by kind, the latest year of each first."""
    lists = grouped((list_of(report), report) for report in repository.reports.values())
    kinds = list(REPORT_TITLES)
    latest_first = sorted(lists, key=lambda target: target.year, reverse=True)
    return {target: lists[target] for target in sorted(latest_first, key=lambda target: kinds.index(target.of))}


def by_month(repository: Repository, reports: tuple[Report, ...]) -> Mapping[Month | None, tuple[Report, ...]]:
    """Return the reports by the month that they are about, the latest first; those of no known month before all."""
    days = {report.id: day(repository, report) for report in reports}
    latest_first = sorted(reports, key=lambda report: (days[report.id] or date.max, report.id), reverse=True)
    return grouped((Month.of(on) if (on := days[report.id]) else None, report) for report in latest_first)
