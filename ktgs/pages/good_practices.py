"""Good practices: those not yet spread first, then how the others were spread, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.pages._findings import FindingView, view
from ktgs.pages._parts import PartLink, part_title, parts_of_groups, starts_of_groups
from ktgs.records.finding import GoodPractice

ADDRESS = "mo-hinh-hay.html"
MENU = MenuEntry("Mô hình hay, cách làm hay", 80)
_MOST = 120  # on one page


@dataclass(frozen=True, slots=True)
class GoodPracticesPage:
    """The page, or a part of it. `spread`, `waiting`: those that stand on it; the counts are of all."""

    url: str
    title: str
    count: int
    spread_count: int
    spread_start: str
    spread: tuple[FindingView, ...]
    waiting: tuple[FindingView, ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[GoodPracticesPage]:
    """Yield the page, in parts where there are many."""
    practices = [view(facts, reported) for reported in facts.repository.findings_of(GoodPractice)]
    practices.sort(key=lambda practice: (str(practice.raised_on or ""), str(practice.key)), reverse=True)
    groups = (
        (False, tuple(practice for practice in practices if not practice.steps)),
        (True, tuple(practice for practice in practices if practice.steps)),
    )
    for part in parts_of_groups(ADDRESS, groups, _MOST):
        shown = dict(part.rows)
        yield GoodPracticesPage(
            url=part.address,
            title=part_title("Mô hình hay, cách làm hay", part.address, ADDRESS),
            count=len(practices),
            spread_count=len(groups[1][1]),
            spread_start=starts_of_groups(ADDRESS, groups, _MOST)[1],
            spread=shown.get(True, ()),
            waiting=shown.get(False, ()),
            parts=part.links,
        )
