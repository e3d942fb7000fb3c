"""Recommendations and petitions: the open ones first, by age, with whose turn it is; then those that are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import vietnamese_key
from ktgs.obligations.tables import Cell, Row, Subject, Table
from ktgs.pages._findings import FindingView, by_report, view
from ktgs.records.finding import Petition, Recommendation

KINDS = (
    ("kien-nghi", "Kiến nghị của đoàn kiểm tra", Recommendation),
    ("de-xuat", "Kiến nghị, đề xuất của cơ sở", Petition),
)


@dataclass(frozen=True, slots=True)
class Group:
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
    groups: tuple[Group, ...]


def pages(facts: Facts) -> Iterator[RecommendationsPage]:
    """Yield the one page."""
    reports = by_report(facts.repository)
    groups = []
    for anchor, title, kind in KINDS:
        found = [view(facts, one, reports[one.report.id]) for one in facts.repository.findings_of(kind)]
        opened = sorted((one for one in found if one.is_open), key=_oldest_first)
        done = sorted((one for one in found if not one.is_open), key=_oldest_first)
        groups.append(Group(anchor, title, tuple(opened), tuple(reversed(done))))
    yield RecommendationsPage(addresses.RECOMMENDATIONS, "Kiến nghị, đề xuất", _turns(groups), tuple(groups))


def _oldest_first(found: FindingView) -> tuple[bool, str, str]:
    """Return the sort key: the day when it was raised, those of no known day first."""
    return found.raised_on is not None, str(found.raised_on), found.subject.id


def _turns(groups: Iterable[Group]) -> Table:
    """Return how many open ones each party has to act on, by kind."""
    listed = tuple(groups)
    parties = sorted({one.turn for group in listed for one in group.open if one.turn}, key=vietnamese_key)
    rows = tuple(Row(Subject("", party, party), tuple(_cell(group, party) for group in listed)) for party in parties)
    return Table("Đang đến lượt ai", "Nơi thực hiện", tuple(group.title for group in listed), rows)


def _cell(group: Group, party: str) -> Cell:
    counted = tuple(one.subject for one in group.open if one.turn == party)
    return Cell(len(counted), counted)
