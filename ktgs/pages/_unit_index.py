"""What the repository does not index by unit, gathered once for all pages of units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ktgs.facts.facts import Facts
from ktgs.records.finding import Petition, Recommendation
from ktgs.records.report import Observation
from ktgs.records.schedule import Schedule
from ktgs.records.unit import Unit
from ktgs.repository.findings import owing_unit
from ktgs.repository.linked import ReportedFinding, TeamEngagement, grouped
from ktgs.repository.repository import Repository


@dataclass(frozen=True)
class UnitIndex:
    """Records by unit; `inherited` are recommendations and petitions that came with a merger."""

    facts: Facts
    schedules: Mapping[str, tuple[Schedule, ...]]
    engagements: Mapping[str, tuple[TeamEngagement, ...]]
    observations: Mapping[str, tuple[Observation, ...]]
    findings: Mapping[str, tuple[ReportedFinding, ...]]
    inherited: Mapping[str, tuple[ReportedFinding, ...]]
    merged: Mapping[str, tuple[Unit, ...]]

    @property
    def repository(self) -> Repository:
        """The half of the data that the page's readers may know."""
        return self.facts.repository


@lru_cache(maxsize=1)
def unit_index(facts: Facts) -> UnitIndex:
    """Return the index of the facts."""
    repository = facts.repository
    findings = [finding for finding in repository.findings.values() if not finding.report.is_draft]
    schedules = sorted(repository.schedules.values(), key=lambda schedule: (schedule.month, schedule.file))
    engagements = repository.engagements.values()
    return UnitIndex(
        facts=facts,
        schedules=grouped((schedule.unit, schedule) for schedule in schedules),
        engagements=grouped((engagement.engagement.unit, engagement) for engagement in engagements),
        observations=grouped((report.unit, report) for report in repository.reports_of(Observation) if report.unit),
        findings=grouped((finding.unit, finding) for finding in findings if finding.unit),
        inherited=grouped((owner, f) for f in findings if (owner := _new_owner(repository, f))),
        merged=grouped((unit.merged_into, unit) for unit in repository.units.values() if unit.merged_into),
    )


def _new_owner(repository: Repository, finding: ReportedFinding) -> str | None:
    asks = isinstance(finding.finding, Recommendation | Petition)
    owner = owing_unit(repository, finding) if asks else None
    return owner if owner != finding.unit else None
