"""Recommendations and petitions as they are listed: the open ones by age, then those done; whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.duties.recommendation import DUTY as RECOMMENDATION
from ktgs.facts.facts import Facts
from ktgs.figures.open_findings import FIGURE as OPEN_FINDINGS
from ktgs.language.text import vietnamese_key
from ktgs.obligations.tables import Row, Table, number
from ktgs.obligations.targets import Subject
from ktgs.pages._bars import age_anchor
from ktgs.pages._subjects import finding_subject
from ktgs.records.finding import Petition, Recommendation
from ktgs.repository.findings import closed_on, raised_on, turn
from ktgs.repository.linked import FindingKind, ReportedFinding

KINDS: tuple[tuple[str, str, FindingKind], ...] = (
    (RECOMMENDATION.slug, "Kiến nghị của đoàn kiểm tra", Recommendation),
    ("de-xuat", "Kiến nghị, đề xuất của cơ sở", Petition),
)


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """Those of a kind that are open and of an age, or that are done: then without an age.

    `anchor`: of the age; empty for those that are done, and where the figure of ages crashed.
    """

    kind: FindingKind
    is_open: bool
    age: str = ""

    @property
    def anchor(self) -> str:
        return age_anchor(self.kind, self.age) if self.age else ""


Groups = tuple[tuple[AskedGroup, tuple[ReportedFinding, ...]], ...]


def asked_groups(facts: Facts) -> Groups:
    """Return what is open of each kind by age, the oldest first, then what is done, the latest first; no empty one."""
    open_ones, done = [], []
    for _, _, kind in KINDS:
        oldest_first = sorted(facts.repository.findings_of(kind), key=lambda found: _age_key(facts, found))
        still_open = [found for found in oldest_first if closed_on(found) is None]
        open_ones += list(_by_age(facts, kind, still_open))
        closed = tuple(found for found in reversed(oldest_first) if closed_on(found) is not None)
        done.append((AskedGroup(kind, is_open=False), closed))
    return tuple((group, findings) for group, findings in (*open_ones, *done) if findings)


def _age_key(facts: Facts, found: ReportedFinding) -> tuple[bool, str, str]:
    """Return the sort key: the day when it was raised, those of no known day first."""
    day = raised_on(facts.repository, found)
    return day is not None, str(day), str(found.key)


def _by_age(
    facts: Facts, kind: FindingKind, findings: Iterable[ReportedFinding]
) -> Iterator[tuple[AskedGroup, tuple[ReportedFinding, ...]]]:
    """Yield what is open by age; all in one group where the figure of ages crashed."""
    listed, numbers = tuple(findings), facts.figure(OPEN_FINDINGS)
    if numbers is None:
        yield AskedGroup(kind, is_open=True), listed
        return
    for name, found in numbers[kind].bands:
        keys = {one.key for one in found}
        yield AskedGroup(kind, is_open=True, age=name), tuple(one for one in listed if one.key in keys)


def turns(facts: Facts) -> Table:
    """Return how many open ones each party has to act on, by kind."""
    waiting = [
        (group.kind, turn(facts.repository, found), finding_subject(found))
        for group, findings in asked_groups(facts)
        if group.is_open
        for found in findings
    ]
    rows = tuple(
        Row(
            Subject(party),
            tuple(
                number(found for of, whose, found in waiting if (of, whose) == (kind, party)) for _, _, kind in KINDS
            ),
        )
        for party in sorted({whose for _, whose, _ in waiting if whose}, key=vietnamese_key)
    )
    return Table("Đang chờ", of="Nơi thực hiện", columns=tuple(title for _, title, _ in KINDS), rows=rows)
