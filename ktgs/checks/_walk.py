"""Every record of a repository, with all the records inside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ktgs.records.base import Record
from ktgs.records.errors import nested
from ktgs.repository.index import Repository
from ktgs.repository.links import file_records


def everything(repository: Repository) -> Iterator[Record]:
    """Yield every record that is a file, each followed by the records in it."""
    for record in file_records(repository):
        yield from _with_inside(record)


@cache
def _holders(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, info in kind.model_fields.items() if nested(info.annotation))


def _with_inside(record: Record) -> Iterator[Record]:
    yield record
    for name in _holders(type(record)):
        value = getattr(record, name)
        for child in value if isinstance(value, tuple) else (value,) if value is not None else ():
            yield from _with_inside(child)
