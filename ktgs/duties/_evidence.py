"""What shows that something was done: reports sent, facts counted; and what a broken file leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Evidence
from ktgs.records.loading import Broken
from ktgs.records.report import Report
from ktgs.records.values import UNKNOWN, Unknown
from ktgs.repository.marks import broken_file_words, named_day


def of_mark(mark: Broken | None) -> Evidence | None:
    """Return that a broken file may hold the evidence, None where there is no such file."""
    return Evidence(mark.place, None, broken_file_words(mark)) if mark else None


def or_earlier(evidence: Evidence | None, mark: Broken | None) -> Evidence | None:
    """Return the evidence with the doubt that a broken file leaves: it may hold an earlier one, or the only one."""
    if evidence is None or mark is None or evidence.done_on is None:
        return evidence or of_mark(mark)
    named_on = named_day(mark)
    return evidence if named_on and named_on > evidence.done_on else replace(evidence, cause=broken_file_words(mark))


def first_sent(reports: Sequence[Report]) -> tuple[Evidence, Report] | None:
    """Return the first sending of the reports with its report; one without a day only where none has a day."""
    dated = [(report.sent_on, report) for report in reports if report.sent_on and report.sent_on is not UNKNOWN]
    if dated:
        sent_on, first = min(dated, key=lambda pair: (pair[0], pair[1].id))
        return Evidence(first.where("sent_on"), sent_on), first
    undated = next((report for report in reports if report.sent_on is UNKNOWN), None)
    return (Evidence(undated.where("sent_on"), None, "chưa rõ ngày gửi"), undated) if undated else None


class Fact(NamedTuple):
    """Something that happened, on a day known or not, and where that is written."""

    on: date | Unknown
    place: Place


def reached(facts: Iterable[Fact], number: int, due_on: date | None, cause: str) -> Evidence | None:
    """Return the evidence that so many facts happened, None where they did not.

    One without a day may have been earlier than those with one: then only what is on time without it is clear.
    """
    happened = list(facts)
    dated = sorted((fact.on, index) for index, fact in enumerate(happened) if isinstance(fact.on, date))
    vague = next((fact for fact in happened if not isinstance(fact.on, date)), None)
    if not 0 < number <= len(happened):
        return None
    if number <= len(dated):
        on, index = dated[number - 1]
        if vague is None or (due_on is not None and on <= due_on):
            return Evidence(happened[index].place, on)
    return Evidence(vague.place, None, cause) if vague else None
