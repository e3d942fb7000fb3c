"""What would meet a debt: a file that is not there yet with what is known of it, or a place in one that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ktgs.language.diagnostics import Place
from ktgs.records.base import FileRecord


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be written: its kind, the named parts of its path, and what is known of its fields by English names.

    A field known as None is to be filled in; a list of mappings is what a field with records of its own begins with.
    `about` says in words what the file is, `unit` whose word for sub-units it uses.
    """

    kind: type[FileRecord]
    parts: Mapping[str, str]
    known: Mapping[str, Any]
    about: str
    unit: str | None = None


Want = Wanted | Place | None  # a new file, where something is to be written in a file that is there, or neither
