"""Ids that no file has yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from ktgs.records.base import FileRecord, family, key_in_path
from ktgs.repository.repository import Repository


def free_id(repository: Repository, kind: type[FileRecord], parts: Mapping[str, str], wanted: str) -> str:
    """Return the wanted id for a file with the other parts of its path; where it is taken with -2, -3 … behind it."""
    return next(name for name in _numbered(wanted) if not is_taken(repository, kind, {**parts, "id": name}))


def free_number(repository: Repository, kind: type[FileRecord], parts: Mapping[str, str], stem: str) -> str:
    """Return the first free id among stem-1, stem-2 …"""
    names = (f"{stem}-{number}" for number in count(1))
    return next(name for name in names if not is_taken(repository, kind, {**parts, "id": name}))


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def is_taken(repository: Repository, kind: type[FileRecord], parts: Mapping[str, str]) -> bool:
    """Return whether a file, sound or broken, has the id that the parts of a path give."""
    key = key_in_path(kind, parts)
    alike = (mark for mark in repository.broken if family(mark.kind) is family(kind))
    return key in repository.of(family(kind)) or any(mark.key == key for mark in alike)
