"""The public half of the data: every field that is not declared public is emptied, and what a record itself hides.

A line tells how many private lines stand above it. So the places of the public half name the file alone, unless the
files are public anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import is_not
from typing import Any, TypeVar

from ktgs.records.base import FileRecord, MarkdownRecord, Record
from ktgs.records.keys import FindingKey
from ktgs.records.organization import DataRepository
from ktgs.records.schema import schema, walk
from ktgs.repository.repository import Repository
from ktgs.source.tree import Entry, Places

RecordT = TypeVar("RecordT", bound=Record)
_NOWHERE = Entry(0, 0, 0, 0)


def public(record: RecordT) -> RecordT:
    """Return a record with every private field emptied, and those that it hides itself."""
    shape = schema(type(record))
    changes = {field.name: field.empty for field in shape.private if getattr(record, field.name) != field.empty}
    if isinstance(record, FileRecord):
        changes |= {name: shape.fields[name].empty for name in record.hidden}
    for field in shape.children:
        if field.is_public and field.name not in changes and (inside := getattr(record, field.name)):
            seen = tuple(map(public, inside)) if field.is_many else public(inside)
            if any(map(is_not, seen, inside)) if field.is_many else seen is not inside:
                changes[field.name] = seen
    shown: RecordT = record.replace(**changes) if changes else record
    return shown


def _without_lines(record: RecordT) -> RecordT:
    """Return a record whose places, and those of all that it holds, name the file alone."""
    shape, told = schema(type(record)), record.places
    places = Places(told.file, 0, 0)
    places.sub_units = told.sub_units
    hidden = record.hidden if isinstance(record, FileRecord) else ()
    private = {field.key for field in shape.private} | {shape.fields[name].key for name in hidden}
    places.entries = {key: _NOWHERE for key in told.entries if key not in private}
    places.empty = told.empty - private
    changes: dict[str, Any] = {"places": places}
    if isinstance(record, MarkdownRecord):
        changes["body_line"] = 0
    for field in shape.children:
        if value := getattr(record, field.name):
            changes[field.name] = tuple(map(_without_lines, value)) if field.is_many else _without_lines(value)
    moved: RecordT = record.replace(**changes)
    return moved


def _hidden_findings(records: Iterable[FileRecord]) -> set[FindingKey]:
    """Return what the public half does not hold of the findings that there are."""
    return {
        child.key_in(record)
        for record in records
        if record.hidden
        for child in walk(record)
        if child.referred_as == FindingKey.kind
    }


def _refers_to(record: FileRecord, hidden: set[FindingKey]) -> bool:
    return any(key in hidden for field in schema(type(record)).references for key in field.values(record) if hidden)


def publish(repository: Repository) -> Repository:
    """Return the repository as the public may see it; what is about a hidden finding is hidden, too."""
    is_open = repository.organization.data_repository is DataRepository.public
    hidden = _hidden_findings(repository.every_record())

    def shown(records: Mapping[Any, FileRecord]) -> Mapping[Any, FileRecord]:
        return {
            key: public(record) if is_open else _without_lines(public(record))
            for key, record in records.items()
            if not _refers_to(record, hidden)
        }

    return replace(repository, records={kind: shown(records) for kind, records in repository.records.items()})
