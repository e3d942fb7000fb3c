"""`api/v1/reports.json`: the five kinds of report, each in a list of its own, and what all of them found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import Shape, document, plain, shape
from ktgs.facts.facts import Facts
from ktgs.records.finding import GoodPractice, Petition, Recommendation, Shortcoming
from ktgs.records.report import FINDINGS, FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.records.schema import schema
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.repository import Repository

PATH = "api/v1/reports.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "báo cáo và những điều đã ghi nhận", order=90),)

KINDS = ("strength", "good_practice", "difficulty", "shortcoming", "recommendation", "petition")  # of FINDINGS
_OF_MEETING = ("meeting", "unit", "branch", "on", "at", "held_on")  # what a visit report says of it, derived instead
_COMMON = ("id", *(name for name in schema(Report).fields if name not in ("kind", *FINDINGS)))
_REPLACED = ("id", "unit")  # of a finding: the whole key stands for the one, the unit that is implied for the other
_LACKING: Mapping[str, Any] = {  # what a finding of another kind has in the place of a kind's own fields
    field.name: [] if field.is_many else None
    for kind in (Shortcoming, Recommendation, Petition, GoodPractice)
    for field in schema(kind).fields.values()
    if field.name not in _REPLACED
}


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all reports without their texts. What flash reports and the supervision of persons found is not public."""
    repository = facts.repository
    lists = {
        "visit_reports": (_visit(repository, report) for report in repository.reports_of(VisitReport)),
        "result_reports": map(_report, repository.reports_of(ResultReport)),
        "flash_reports": map(_report, repository.reports_of(FlashReport)),
        "summaries": map(_report, repository.reports_of(Summary)),
        "regular_supervision": map(_report, repository.reports_of(Observation)),
        "findings": map(_finding, repository.findings.values()),
    }
    yield PATH, document(facts, lists)


def _report(report: Report, without: tuple[str, ...] = ()) -> Shape:
    """Return a report: what all kinds have, then what its own kind has."""
    made = shape(report, without=("kind", *FINDINGS, *without))
    common = {name: made.pop(name) for name in _COMMON if name in made}
    return {**common, "is_draft": report.is_draft, **made}


def _visit(repository: Repository, report: VisitReport) -> Shape:
    """Return a visit report with the unit, sub-unit and day of its meeting, null where they are not known."""
    visit = repository.visit_of(report)
    return {
        **_report(report, without=_OF_MEETING),
        "meeting": str(visit.meeting.key) if visit and visit.meeting else None,
        "unit": visit.unit if visit else None,
        "branch": plain(visit.branch) if visit else None,
        "on": plain(visit.on) if visit else None,
    }


def _finding(reported: ReportedFinding) -> Shape:
    """Return a finding; what its kind does not have is null, or an empty list."""
    head = {"id": str(reported.key), "report": reported.report.id, "kind": _kind(reported), "unit": reported.unit}
    return {**head, **_LACKING, **shape(reported.finding, without=_REPLACED)}


def _kind(reported: ReportedFinding) -> str:
    """Return what kind a finding is: that of the list that it stands in."""
    lists = (getattr(reported.report, name) for name in FINDINGS)
    return next(kind for kind, listed in zip(KINDS, lists, strict=True) if any(f is reported.finding for f in listed))
