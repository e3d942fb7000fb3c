"""The public half of the data: every field that is not declared public is emptied, and what a record itself hides.

A line tells how many private lines stand above it. So the places of the public half name the file alone, unless the
files are public anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from operator import is_not
from typing import Any, TypeVar

from ktgs.records.base import FileRecord, MarkdownRecord, Record
from ktgs.records.keys import FindingKey
from ktgs.records.organization import DataRepository
from ktgs.records.schema import schema, walk
from ktgs.repository.repository import Repository
from ktgs.source.tree import MOST_SHARED, Entry, MappingLayout, Places, layout

RecordT = TypeVar("RecordT", bound=Record)
_NOTHING: frozenset[str] = frozenset()
_NOWHERE = Entry(0, 0, 0, 0)


def public(record: RecordT, *, has_lines: bool = True) -> RecordT:
    """Return a record with every private field emptied, and those that it hides itself.

    Unless it `has_lines`, its places and those of all that it holds name the file alone.
    """
    kind = type(record)
    shape = schema(kind)
    hidden = record.hidden if isinstance(record, FileRecord) else _NOTHING
    changes = {field.name: field.empty for field in shape.private if getattr(record, field.name) != field.empty}
    changes |= {name: shape.fields[name].empty for name in hidden}
    for field in shape.children:
        if field.is_public and field.name not in changes and (inside := getattr(record, field.name)):
            children = inside if field.is_many else (inside,)
            seen = tuple([public(child, has_lines=has_lines) for child in children])
            if any(map(is_not, seen, children)):
                changes[field.name] = seen if field.is_many else seen[0]
    if not has_lines:
        changes["places"] = Places(record.places.file, _nowhere(kind, hidden, record.places.layout))
        if isinstance(record, MarkdownRecord):
            changes["body_line"] = 0
    shown: RecordT = record.replace(**changes) if changes else record
    return shown


@lru_cache(maxsize=MOST_SHARED)
def _nowhere(kind: type[Record], hidden: frozenset[str], told: MappingLayout) -> MappingLayout:
    """Return the layout that tells only which public keys a record of a kind gives, save those that it hides."""
    shape = schema(kind)
    private = {field.key for field in shape.private} | {shape.fields[name].key for name in hidden}
    entries = {key: _NOWHERE for key in told.entries if key not in private}
    return layout(0, 0, entries, sorted(told.empty - private), told.sub_units)


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
            key: public(record, has_lines=is_open) for key, record in records.items() if not _refers_to(record, hidden)
        }

    return replace(repository, records={kind: shown(records) for kind, records in repository.records.items()})
