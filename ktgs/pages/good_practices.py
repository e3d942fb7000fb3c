"""Good practices: those not yet spread first, then how the others were spread, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.pages._findings import FindingView, view
from ktgs.records.finding import GoodPractice

ADDRESS = "mo-hinh-hay.html"
MENU = MenuEntry("Mô hình hay, cách làm hay", 80)


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
    practices = [view(facts, reported) for reported in facts.repository.findings_of(GoodPractice)]
    practices.sort(key=lambda practice: (str(practice.raised_on or ""), str(practice.key)), reverse=True)
    yield GoodPracticesPage(
        url=ADDRESS,
        title="Mô hình hay, cách làm hay",
        count=len(practices),
        spread=tuple(practice for practice in practices if practice.steps),
        waiting=tuple(practice for practice in practices if not practice.steps),
    )
