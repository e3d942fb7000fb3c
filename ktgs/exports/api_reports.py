"""`api/v1/reports.json`: the five kinds of report, each in a list of its own, and what all of them found."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document, plain, public_fields
from ktgs.facts.facts import Facts
from ktgs.records.finding import Finding, GoodPractice, Petition, Recommendation, Shortcoming
from ktgs.records.report import FlashReport, Observation, Report, ResultReport, Summary, VisitReport
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found

_PAPER = ("document_number", "issued_on", "author", "sent_on", "recipients")
_VISIT = ("attendees", "present", "total_members", "composition", "content", "topics")
_RESULT = ("team", "compiled_on", "confirmed_on", "confirmed_by")
_OBSERVATION = ("topic", "observed_on", "unit")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all reports without their texts. What flash reports and the supervision of persons found is not public."""
    repository = facts.repository
    lists = {
        "visit_reports": (_visit(repository, report) for report in repository.reports_of(VisitReport)),
        "result_reports": _each(repository, ResultReport, _RESULT),
        "flash_reports": _each(repository, FlashReport, ("month",)),
        "summaries": _each(repository, Summary, ("month",)),
        "regular_supervision": _each(repository, Observation, _OBSERVATION),
        "findings": map(_finding, repository.findings),
    }
    yield addresses.api("reports"), document(facts, lists)


def _each(repository: Repository, kind: type[Report], own: tuple[str, ...]) -> Iterator[Shape]:
    return (_report(repository, report, own) for report in repository.reports_of(kind))


def _report(repository: Repository, report: Report, own: tuple[str, ...]) -> Shape:
    plan = repository.plan_of_report[report.id] or None
    paper = public_fields(report, *_PAPER)
    return {"id": report.id, "plan": plan, **paper, "is_draft": report.is_draft, **public_fields(report, *own)}


def _visit(repository: Repository, report: VisitReport) -> Shape:
    """Return a visit report with the unit, branch and day of its meeting, null where they are not known."""
    visit = repository.visit_of(report)
    return {
        **_report(repository, report, _VISIT),
        "meeting": str(visit.meeting.key) if visit and visit.meeting else None,
        "unit": visit.unit if visit else None,
        "branch": visit.branch if visit else None,
        "on": plain(visit.on) if visit else None,
    }


def _finding(found: Found) -> Shape:
    """Return a finding; what its kind does not have is null, or an empty list."""
    finding = found.finding
    spread = finding.spread if isinstance(finding, GoodPractice) else ()
    addressed = finding if isinstance(finding, Recommendation | Petition) else None
    return {
        "id": found.key,
        "report": found.report.id,
        "kind": _kind(found.report, finding),
        "unit": found.unit,
        "content": finding.content,
        "cause": finding.cause if isinstance(finding, Shortcoming) else None,
        "from_finding": finding.from_finding if isinstance(finding, Recommendation) else None,
        "addressee": addressed.addressee.name if addressed else None,
        "due": plain(addressed.due) if addressed else None,
        "spread": [public_fields(each, "on", "means") for each in spread],
    }


def _kind(report: Report, finding: Finding) -> str:
    """Return what kind a finding is; a strength and a difficulty are told apart by the list that they stand in."""
    kinds = {
        GoodPractice: "good_practice",
        Shortcoming: "shortcoming",
        Recommendation: "recommendation",
        Petition: "petition",
    }
    plain_kind = "difficulty" if any(each is finding for each in report.difficulties) else "strength"
    return kinds.get(type(finding), plain_kind)
