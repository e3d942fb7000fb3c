"""Recommendations and petitions: the open ones first, by age, with whose turn it is; then those that are done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import ToOpenFindings, ToPage
from ktgs.pages._asked import KINDS, AskedGroup, Groups, asked_groups, turns
from ktgs.pages._bars import Ages, ages
from ktgs.pages._findings import FindingView, view
from ktgs.pages._parts import PartLink, part_title, parts_of_groups, starts_of_groups
from ktgs.pages._tables import with_long_apart
from ktgs.repository.linked import FindingKind, ReportedFinding

ADDRESS = "kien-nghi/index.html"
MENU = MenuEntry("Kiến nghị, đề xuất", 30)
_MOST_WEIGHT = 300  # of the findings on one page, in steps: about 90 kB
_WEIGHT = 3  # of a finding to which nothing has happened


def _age_address(facts: Facts, target: ToOpenFindings) -> str | None:
    starts = _starts(asked_groups(facts))
    return next((f"{start}#{target.name}" for group, start in starts.items() if group.anchor == target.name), None)


ADDRESSES = {ToOpenFindings: _age_address}


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """What is open and of an age, the oldest first; `findings`: those that stand on the page."""

    anchor: str
    name: str
    count: int
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Recommendations or petitions: how many are open and done, and in which part of the list either begins.

    `by_age`, `done`: those that stand on the page.
    """

    anchor: str
    title: str
    open_count: int
    open_start: str
    by_age: tuple[AgeGroup, ...]
    done_count: int
    done_start: str
    done: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class RecommendationsPage:
    """The page, or a part of it; on the first also how old what is open is, and whose turn it is."""

    url: str
    title: str
    is_first: bool
    ages: Ages | None
    turns: Table | None
    groups: tuple[Asked, ...]
    parts: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[RecommendationsPage]:
    """Yield the page, in parts where there are many."""
    every = asked_groups(facts)
    for part in parts_of_groups(ADDRESS, every, _MOST_WEIGHT, _weight):
        is_first, shown = part.address == ADDRESS, dict(part.rows)
        yield RecommendationsPage(
            url=part.address,
            title=part_title("Kiến nghị, đề xuất", part.address, ADDRESS),
            is_first=is_first,
            ages=ages(facts) if is_first else None,
            turns=with_long_apart(ToPage("recommendations"), turns(facts)) if is_first else None,
            groups=tuple(_asked(facts, every, shown, *kind) for kind in KINDS),
            parts=part.links,
        )


def _weight(found: ReportedFinding) -> int:
    return _WEIGHT + len(found.events)


def _starts(every: Groups) -> Mapping[AskedGroup, str]:
    """Return the address of the part in which each group begins."""
    starts = starts_of_groups(ADDRESS, every, _MOST_WEIGHT, _weight)
    return {group: start for (group, _), start in zip(every, starts, strict=True)}


def _asked(
    facts: Facts,
    every: Groups,
    shown: Mapping[AskedGroup, tuple[ReportedFinding, ...]],
    anchor: str,
    title: str,
    kind: FindingKind,
) -> Asked:
    """Return a kind as a part shows it."""
    of_kind = {group: findings for group, findings in every if group.kind is kind}
    starts, done = _starts(every), AskedGroup(kind, is_open=False)
    open_groups = [group for group in of_kind if group.is_open]
    return Asked(
        anchor=anchor,
        title=title,
        open_count=sum(len(of_kind[group]) for group in open_groups),
        open_start=starts[open_groups[0]] if open_groups else ADDRESS,
        by_age=tuple(
            AgeGroup(group.anchor, first_upper(group.age), len(of_kind[group]), _views(facts, shown[group]))
            for group in open_groups
            if group in shown
        ),
        done_count=len(of_kind.get(done, ())),
        done_start=starts.get(done, ADDRESS),
        done=_views(facts, shown.get(done, ())),
    )


def _views(facts: Facts, findings: tuple[ReportedFinding, ...]) -> tuple[FindingView, ...]:
    return tuple(view(facts, found) for found in findings)
