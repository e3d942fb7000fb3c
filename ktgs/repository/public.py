"""The public half of the data: every field that is not declared public is emptied, texts about persons are left out.

Where an item of a list may have private fields, the number of its lines would tell of them, and so would the line of
whatever follows. So all from the list on is said to stand where the list begins, unless the files are public anyway.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from ktgs.language.diagnostics import Diagnostic, Place, Related, in_order
from ktgs.language.vocabulary import declared
from ktgs.records.base import FileRecord, Record
from ktgs.records.errors import nested
from ktgs.records.organization import DataRepository
from ktgs.records.report import FlashReport, Observation, Report
from ktgs.repository.index import Repository
from ktgs.source.tree import PLACES, Entry, Places

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


@cache
def _telling(kind: type[FileRecord]) -> tuple[tuple[str, str], ...]:
    """Return the name and key of each list of the record whose items may have private fields."""
    fields = [(name, str(info.alias), nested(info.annotation)) for name, info in kind.model_fields.items()]
    return tuple((name, key) for name, key, held in fields if held and name in _split(kind)[1] and _split(held)[0])


def _no_later(places: Places, last: Place) -> Places:
    """Return the places with those after `last` put there."""

    def earlier(line: int, column: int) -> tuple[int, int]:
        return min((line, column), last[1:])

    found = Places(places.file, *earlier(places.line, places.column))
    found.entries = {
        key: Entry(
            *earlier(entry.key_line, entry.key_column),
            *earlier(entry.value_line, entry.value_column),
            tuple(earlier(*item) for item in entry.items),
        )
        for key, entry in places.entries.items()
    }
    return found


def _even(record: Any) -> Any:
    """Return a record whose places do not tell which items of its lists have private fields."""
    kind: type[FileRecord] = type(record)
    for name, key in _telling(kind):
        last = record.places.key(key)
        items = tuple(item.replace(places=_no_later(item.places, last)) for item in getattr(record, name))
        record = record.replace(places=_no_later(record.places, last), **{name: items})
    return record


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
    is_open = repository.organization.data_repository is DataRepository.public

    def each(records: Any) -> Any:
        return {key: public(record if is_open else _even(record)) for key, record in records.items()}

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


def publish_diagnostics(repository: Repository, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that the public may read, at the places that the public half of the repository has."""
    public_ones = (item for item in found if not item.is_internal)
    if repository.organization.data_repository is DataRepository.public:
        return tuple(public_ones)
    last = {
        record.file: min(record.places.key(key) for _, key in _telling(type(record)))
        for record in repository.assignments.values()
    }

    def at(place: Place) -> Place:
        return min(place, last.get(place.file, place))

    return in_order(
        replace(item, place=at(item.place), related=tuple(Related(at(place), note) for place, note in item.related))
        for item in public_ones
    )
