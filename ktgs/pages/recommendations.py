"""Recommendations and petitions: the open ones first, by age, with whose turn it is; then those that are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.duties.recommendation import DUTY as RECOMMENDATION
from ktgs.facts.facts import Facts
from ktgs.language.text import vietnamese_key
from ktgs.obligations.tables import Row, Table, number
from ktgs.obligations.targets import Subject
from ktgs.pages._findings import FindingView, view
from ktgs.records.finding import Petition, Recommendation

ADDRESS = "kien-nghi/index.html"
MENU = MenuEntry("Kiến nghị, đề xuất", 30)
KINDS = (
    (RECOMMENDATION.slug, "Kiến nghị của đoàn kiểm tra", Recommendation),
    ("de-xuat", "Kiến nghị, đề xuất của cơ sở", Petition),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Recommendations or petitions: those open, the oldest first, and those done, the latest first."""

    anchor: str
    title: str
    open: tuple[FindingView, ...]
    done: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class RecommendationsPage:
    """The one page."""

    url: str
    title: str
    turns: Table
    groups: tuple[Asked, ...]


def pages(facts: Facts) -> Iterator[RecommendationsPage]:
    """Yield the one page."""
    groups = []
    for anchor, title, kind in KINDS:
        oldest_first = sorted((view(facts, reported) for reported in facts.repository.findings_of(kind)), key=_age_key)
        still_open = tuple(finding for finding in oldest_first if finding.is_open)
        done = tuple(finding for finding in reversed(oldest_first) if not finding.is_open)
        groups.append(Asked(anchor, title, still_open, done))
    yield RecommendationsPage(ADDRESS, "Kiến nghị, đề xuất", _turns(groups), tuple(groups))


def _age_key(finding: FindingView) -> tuple[bool, str, str]:
    """Return the sort key: the day when it was raised, those of no known day first."""
    return finding.raised_on is not None, str(finding.raised_on), str(finding.key)


def _turns(groups: Iterable[Asked]) -> Table:
    """Return how many open ones each party has to act on, by kind."""
    listed = tuple(groups)
    parties = {finding.turn for group in listed for finding in group.open if finding.turn}
    rows = tuple(
        Row(
            Subject(party),
            tuple(number(finding.subject for finding in group.open if finding.turn == party) for group in listed),
        )
        for party in sorted(parties, key=vietnamese_key)
    )
    columns = tuple(group.title for group in listed)
    return Table("Đang chờ", of="Nơi thực hiện", columns=columns, rows=rows)
