"""Recommendations and petitions: the open ones first, by age, with whose turn it is; then those that are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.duties.recommendation import DUTY as RECOMMENDATION
from ktgs.facts.facts import Facts
from ktgs.figures.open_findings import FIGURE as OPEN_FINDINGS
from ktgs.language.text import first_upper, vietnamese_key
from ktgs.obligations.tables import Row, Table, number
from ktgs.obligations.targets import Subject
from ktgs.pages._bars import Ages, age_anchor, ages
from ktgs.pages._findings import FindingView, view
from ktgs.records.finding import Petition, Recommendation
from ktgs.repository.linked import FindingKind

ADDRESS = "kien-nghi/index.html"
MENU = MenuEntry("Kiến nghị, đề xuất", 30)
KINDS: tuple[tuple[str, str, FindingKind], ...] = (
    (RECOMMENDATION.slug, "Kiến nghị của đoàn kiểm tra", Recommendation),
    ("de-xuat", "Kiến nghị, đề xuất của cơ sở", Petition),
)


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """What is open and of an age, the oldest first."""

    anchor: str
    name: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Recommendations or petitions: those open, the oldest first, also by age; those done, the latest first."""

    anchor: str
    title: str
    open: tuple[FindingView, ...]
    by_age: tuple[AgeGroup, ...]
    done: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class RecommendationsPage:
    """The one page."""

    url: str
    title: str
    ages: Ages | None
    turns: Table
    groups: tuple[Asked, ...]


def pages(facts: Facts) -> Iterator[RecommendationsPage]:
    """Yield the one page."""
    groups = []
    for anchor, title, kind in KINDS:
        oldest_first = sorted((view(facts, reported) for reported in facts.repository.findings_of(kind)), key=_age_key)
        still_open = tuple(finding for finding in oldest_first if finding.is_open)
        done = tuple(finding for finding in reversed(oldest_first) if not finding.is_open)
        groups.append(Asked(anchor, title, still_open, tuple(_by_age(facts, kind, still_open)), done))
    yield RecommendationsPage(ADDRESS, "Kiến nghị, đề xuất", ages(facts), _turns(groups), tuple(groups))


def _by_age(facts: Facts, kind: FindingKind, findings: Iterable[FindingView]) -> Iterator[AgeGroup]:
    """Yield what is open by age; all under no name where the figure of ages crashed."""
    views = {finding.key: finding for finding in findings}
    numbers = facts.figure(OPEN_FINDINGS)
    if numbers is None:
        yield AgeGroup("", "", tuple(views.values()))
        return
    for name, found in numbers[kind].bands:
        keys = {reported.key for reported in found}
        if keys:
            of_age = tuple(finding for key, finding in views.items() if key in keys)
            yield AgeGroup(age_anchor(kind, name), first_upper(name), of_age)


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
