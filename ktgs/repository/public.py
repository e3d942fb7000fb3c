"""The public half of the data: every field that is not declared public is emptied, texts about persons are left out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from ktgs.records.base import Record
from ktgs.records.errors import nested
from ktgs.records.report import FlashReport, Observation, Report
from ktgs.repository.index import Repository
from ktgs.source.tree import PLACES
from ktgs.vocabulary import declared

_FINDINGS = ("strengths", "good_practices", "difficulties", "shortcomings", "recommendations", "petitions")


@cache
def _split(kind: type[Record]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the private fields with their empty values, and the public fields that hold records."""
    own = {name: info for name, info in kind.model_fields.items() if not str(info.alias).startswith(PLACES)}
    private = {name: info.get_default() for name, info in own.items() if not declared(info).public}
    return private, tuple(name for name, info in own.items() if name not in private and nested(info.annotation))


def public(record: Any) -> Any:
    """Return a record, or a tuple of records, with every private field emptied."""
    if isinstance(record, tuple):
        return tuple(public(item) for item in record)
    private, holders = _split(type(record))  # type: ignore[arg-type]
    changes = {name: empty for name, empty in private.items() if getattr(record, name) != empty}
    for name in holders:
        value = getattr(record, name)
        if value:
            changes[name] = public(value)
    return record.replace(**changes) if changes else record


def _public_report(report: Report) -> Any:
    """Return a report for the public: flash reports and observations lose text, those of a person also findings."""
    hidden: dict[str, Any] = {}
    if isinstance(report, FlashReport | Observation):
        hidden["body"] = ""
    if isinstance(report, FlashReport) or (isinstance(report, Observation) and report.person):
        hidden.update({name: () for name in _FINDINGS})
    return public(report.replace(**hidden) if hidden else report)


def publish(repository: Repository) -> Repository:
    """Return the repository as the public may see it."""

    def each(records: Any) -> Any:
        return {key: public(record) for key, record in records.items()}

    reports = {key: _public_report(report) for key, report in repository.reports.items()}
    gone = {
        f"{r.id}#"
        for r in repository.reports.values()
        if isinstance(r, FlashReport) or (isinstance(r, Observation) and r.person)
    }
    follow_ups = {k: f for k, f in repository.follow_ups.items() if f.finding.partition("#")[0] + "#" not in gone}
    return replace(
        repository,
        organization=public(repository.organization),
        people=each(repository.people),
        units=each(repository.units),
        plans=each(repository.plans),
        teams=each(repository.teams),
        notices=each(repository.notices),
        schedules=each(repository.schedules),
        assignments=each(repository.assignments),
        adjustments=each(repository.adjustments),
        reports=reports,
        follow_ups=each(follow_ups),
    )
