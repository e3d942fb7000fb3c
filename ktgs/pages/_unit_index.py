"""What the repository does not index by unit, gathered once for all pages of units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from ktgs.facts.facts import Facts
from ktgs.pages._findings import by_report
from ktgs.records.finding import Petition, Recommendation
from ktgs.records.report import Observation
from ktgs.records.schedule import Schedule
from ktgs.records.unit import Unit
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found, Held
from ktgs.repository.progress import owing_unit

ItemT = TypeVar("ItemT")


@dataclass(frozen=True)
class UnitIndex:
    """Records by unit; `inherited` are recommendations and petitions that came with a merger, `reports` findings."""

    facts: Facts
    schedules: Mapping[str, tuple[Schedule, ...]]
    engagements: Mapping[str, tuple[Held, ...]]
    observations: Mapping[str, tuple[Observation, ...]]
    findings: Mapping[str, tuple[Found, ...]]
    inherited: Mapping[str, tuple[Found, ...]]
    merged: Mapping[str, tuple[Unit, ...]]
    reports: Mapping[str, Mapping[str, Found]]

    @property
    def repository(self) -> Repository:
        """The public half of the data."""
        return self.facts.repository


def unit_index(facts: Facts) -> UnitIndex:
    """Return the index of public facts."""
    repository = facts.repository

    findings = tuple(found for found in repository.findings if not found.report.is_draft)

    def new_owner(found: Found) -> str | None:
        owner = owing_unit(repository, found) if isinstance(found.finding, Recommendation | Petition) else None
        return owner if owner != found.unit else None

    return UnitIndex(
        facts,
        schedules=_by(
            sorted(repository.schedules.values(), key=lambda one: (one.month, one.file)), lambda one: one.unit
        ),
        engagements=_by(repository.engagements, lambda held: held.engagement.unit),
        observations=_by(repository.reports_of(Observation), lambda report: report.unit),
        findings=_by(findings, lambda found: found.unit),
        inherited=_by(findings, new_owner),
        merged=_by(repository.units.values(), lambda unit: unit.merged_into),
        reports=by_report(repository),
    )


def _by(items: Iterable[ItemT], key: Callable[[ItemT], str | None]) -> Mapping[str, tuple[ItemT, ...]]:
    found: dict[str, list[ItemT]] = {}
    for item in items:
        if name := key(item):
            found.setdefault(name, []).append(item)
    return {name: tuple(values) for name, values in found.items()}
