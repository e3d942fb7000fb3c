"""The public half of the data: every field that is not declared public is emptied, and what a record itself hides.

Where an item of a list may have private fields, the number of its lines would tell of them, and so would the line of
whatever follows. So all from the list on is said to stand where the list begins, unless the files are public anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from ktgs.language.diagnostics import Diagnostic, Place, Related, in_order
from ktgs.records.base import FileRecord, Record
from ktgs.records.keys import FindingKey
from ktgs.records.organization import DataRepository
from ktgs.records.schema import Field, schema, walk
from ktgs.repository.repository import Repository
from ktgs.source.tree import Entry, Places

RecordT = TypeVar("RecordT", bound=Record)
FileT = TypeVar("FileT", bound=FileRecord)


def public(record: RecordT) -> RecordT:
    """Return a record with every private field emptied, and those that it hides itself."""
    shape = schema(type(record))
    changes = {field.name: field.empty for field in shape.private if getattr(record, field.name) != field.empty}
    if isinstance(record, FileRecord):
        changes |= {name: shape.fields[name].empty for name in record.hidden}
    for field in shape.children:
        if field.is_public and field.name not in changes and (inside := getattr(record, field.name)):
            changes[field.name] = tuple(map(public, inside)) if field.is_many else public(inside)
    shown: RecordT = record.replace(**changes) if changes else record
    return shown


@cache
def _telling(kind: type[FileRecord]) -> tuple[Field, ...]:
    """Return the public lists of the record whose items may have private fields."""
    return tuple(
        field for field in schema(kind).children if field.is_public and field.child and schema(field.child).private
    )


def _no_later(places: Places, last: Place) -> Places:
    """Return the places with those after `last` put there."""

    def earlier(line: int, column: int) -> tuple[int, int]:
        return min((line, column), last[1:])

    moved = Places(places.file, *earlier(places.line, places.column))
    moved.sub_units = places.sub_units
    moved.entries = {
        key: Entry(
            *earlier(entry.key_line, entry.key_column),
            *earlier(entry.value_line, entry.value_column),
            tuple(earlier(*item) for item in entry.items),
        )
        for key, entry in places.entries.items()
    }
    return moved


def _even(record: FileT) -> FileT:
    """Return a record whose places do not tell which items of its lists have private fields."""
    for field in _telling(type(record)):
        last = record.where_key(field.name)
        items = tuple(item.replace(places=_no_later(item.places, last)) for item in field.values(record))
        record = record.replace(places=_no_later(record.places, last), **{field.name: items})
    return record


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
            key: public(record if is_open else _even(record))
            for key, record in records.items()
            if not _refers_to(record, hidden)
        }

    return replace(repository, records={kind: shown(records) for kind, records in repository.records.items()})


def publish_diagnostics(repository: Repository, told: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that the public may read, at the places that the public half of the repository has."""
    public_ones = (item for item in told if not item.is_internal)
    if repository.organization.data_repository is DataRepository.public:
        return tuple(public_ones)
    last = {
        record.file: min(record.where_key(field.name) for field in telling)
        for record in repository.every_record()
        if (telling := _telling(type(record)))
    }

    def at(place: Place) -> Place:
        return min(place, last.get(place.file, place))

    return in_order(
        replace(item, place=at(item.place), related=tuple(Related(at(place), note) for place, note in item.related))
        for item in public_ones
    )
