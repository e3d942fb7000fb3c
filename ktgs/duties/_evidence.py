"""What shows that a report was sent, and what a broken file leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ktgs.obligations.obligation import Evidence
from ktgs.records.loading import Broken
from ktgs.records.report import Report
from ktgs.records.values import UNKNOWN
from ktgs.repository.marks import named_day


def words(mark: Broken) -> str:
    """Return the words by which a broken file explains that something is unknown."""
    return f"tệp {mark.file} có lỗi"


def of_mark(mark: Broken | None) -> Evidence | None:
    """Return that a broken file may hold the evidence, None where there is no such file."""
    return Evidence(mark.place, None, words(mark)) if mark else None


def or_earlier(evidence: Evidence | None, mark: Broken | None) -> Evidence | None:
    """Return the evidence with the doubt that a broken file leaves: it may hold an earlier one, or the only one."""
    if evidence is None or mark is None or evidence.done_on is None:
        return evidence or of_mark(mark)
    named_on = named_day(mark)
    return evidence if named_on and named_on > evidence.done_on else replace(evidence, cause=words(mark))


def first_sent(reports: Sequence[Report]) -> tuple[Evidence, Report] | None:
    """Return the first sending of the reports with its report; one without a day only where none has a day."""
    dated = [(report.sent_on, report) for report in reports if report.sent_on and report.sent_on is not UNKNOWN]
    if dated:
        sent_on, first = min(dated, key=lambda pair: (pair[0], pair[1].id))
        return Evidence(first.where("ngày gửi"), sent_on), first
    undated = next((report for report in reports if report.sent_on is UNKNOWN), None)
    return (Evidence(undated.where("ngày gửi"), None, "chưa rõ ngày gửi"), undated) if undated else None
