"""Obligations by who owes them; what many units owe alike is told once, with their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, ToPeriod
from ktgs.pages._obligations import Line, due_key, line
from ktgs.pages._subjects import obligation_party
from ktgs.repository.naming import period_name
from ktgs.repository.parties import Who, WhoKind, party_key

_ALIKE = 4  # so many obligations of one duty, period, day and state are told together
_MOST_PARTIES = 60  # of one kind, and names in one group; more are reached through the lists
_KINDS = {
    WhoKind.body: "Cơ quan",
    WhoKind.team: "Đoàn kiểm tra",
    WhoKind.person: "Cán bộ",
    WhoKind.unit: "Đơn vị",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """What several owe alike: `first` gives day and state, `named` are the obligations under their parties' names."""

    title: str
    target: ToPeriod
    first: Obligation
    total: int
    named: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class OwingParty:
    """Who owes something, and what."""

    who: Subject
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """Parties of one kind; `more` are not shown."""

    kind: str
    total: int
    shared: tuple[Shared, ...]
    parties: tuple[OwingParty, ...]
    more: int


def by_party(facts: Facts, items: Iterable[Obligation]) -> Iterator[PartyGroup]:
    """Yield the obligations by kind of party: bodies, teams, people, units."""
    ordered = sorted(items, key=lambda item: (party_key(item.who), due_key(item)))
    for kind, group in groupby(ordered, key=lambda item: item.who.kind):
        owed_by_kind = list(group)
        shared = _alike(owed_by_kind) if kind is WhoKind.unit else []
        told = {item.id for alike in shared for item in alike}
        by_who: dict[Who, list[Obligation]] = {}
        for item in owed_by_kind:
            if item.id not in told:
                by_who.setdefault(item.who, []).append(item)
        parties = [_party(facts, owed) for owed in by_who.values()]
        yield PartyGroup(
            kind=_KINDS[kind],
            total=len(owed_by_kind),
            shared=tuple(map(_shared, shared)),
            parties=tuple(parties[:_MOST_PARTIES]),
            more=max(0, len(parties) - _MOST_PARTIES),
        )


def _party(facts: Facts, owed: list[Obligation]) -> OwingParty:
    return OwingParty(obligation_party(owed[0]), tuple(line(facts.repository, item) for item in owed))


def _alike(items: list[Obligation]) -> list[list[Obligation]]:
    groups: dict[tuple[object, ...], list[Obligation]] = {}
    for item in items:
        key = (item.plan.id, item.duty.slug, item.period, item.due_on, item.state)
        groups.setdefault(key, []).append(item)
    return [alike for alike in groups.values() if len(alike) >= _ALIKE]


def _shared(items: list[Obligation]) -> Shared:
    first = items[0]
    return Shared(
        title=f"{first_upper(first.duty.name)}, {period_name(first.plan, first.period)}",
        target=ToPeriod(first.plan.id, first.duty.slug, first.period),
        first=first,
        total=len(items),
        named=tuple(Subject(item.who.name, item.key) for item in items[:_MOST_PARTIES]),
    )
