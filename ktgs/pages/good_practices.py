"""Good practices: those not yet spread first, then how the others were spread, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.pages._findings import FindingView, by_report, view
from ktgs.records.finding import GoodPractice


@dataclass(frozen=True, slots=True)
class GoodPracticesPage:
    """The one page."""

    url: str
    title: str
    count: int
    spread: tuple[FindingView, ...]
    waiting: tuple[FindingView, ...]


def pages(facts: Facts) -> Iterator[GoodPracticesPage]:
    """Yield the one page."""
    reports = by_report(facts.repository)
    found = [view(facts, one, reports[one.report.id]) for one in facts.repository.findings_of(GoodPractice)]
    found.sort(key=lambda one: (str(one.raised_on or ""), one.subject.id), reverse=True)
    yield GoodPracticesPage(
        addresses.GOOD_PRACTICES,
        "Mô hình hay, cách làm hay",
        len(found),
        tuple(one for one in found if one.steps),
        tuple(one for one in found if not one.steps),
    )
