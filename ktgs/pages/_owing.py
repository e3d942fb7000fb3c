"""Obligations by who owes them; what many units owe alike is told once, with their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, Who, WhoKind, party_key
from ktgs.obligations.tables import Subject
from ktgs.pages._obligations import Line, due_key, line, party, period_name

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
    url: str
    first: Obligation
    total: int
    named: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Who owes something, and what."""

    who: Subject
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """Parties of one kind; `more` are not shown."""

    kind: str
    total: int
    shared: tuple[Shared, ...]
    parties: tuple[Party, ...]
    more: int


def by_party(facts: Facts, items: Iterable[Obligation]) -> Iterator[PartyGroup]:
    """Yield the obligations by kind of party: bodies, teams, people, units."""
    ordered = sorted(items, key=lambda item: (party_key(item.who), due_key(item)))
    for kind, group in groupby(ordered, key=lambda item: item.who.kind):
        mine = list(group)
        shared = _alike(mine) if kind is WhoKind.unit else []
        told = {item.id for alike in shared for item in alike}
        by_who: dict[Who, list[Obligation]] = {}
        for item in mine:
            if item.id not in told:
                by_who.setdefault(item.who, []).append(item)
        parties = [
            Party(party(owed[0]), tuple(line(facts.repository, item) for item in owed)) for owed in by_who.values()
        ]
        yield PartyGroup(
            _KINDS[kind],
            len(mine),
            tuple(map(_shared, shared)),
            tuple(parties[:_MOST_PARTIES]),
            max(0, len(parties) - _MOST_PARTIES),
        )


def _alike(items: list[Obligation]) -> list[list[Obligation]]:
    found: dict[tuple[object, ...], list[Obligation]] = {}
    for item in items:
        key = (item.plan.id, item.duty.slug, item.period, item.due_on, item.state)
        found.setdefault(key, []).append(item)
    return [alike for alike in found.values() if len(alike) >= _ALIKE]


def _shared(items: list[Obligation]) -> Shared:
    first = items[0]
    return Shared(
        f"{first_upper(first.duty.name)}, {period_name(first)}",
        addresses.obligations(first.plan.id, first.duty.slug, first.period),
        first,
        len(items),
        tuple(Subject("obligation", item.id, item.who.name) for item in items[:_MOST_PARTIES]),
    )
