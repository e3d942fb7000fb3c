"""Every record file that ships or that tests use, with its kind and what its repository calls sub-units."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ktgs.records.base import FileRecord
from ktgs.records.loading import kind_of, sub_unit_words
from ktgs.records.sub_units import Words
from ktgs.source.discovery import discover

ROOT = Path(__file__).parent.parent.parent


class Shipped(NamedTuple):
    file: str
    kind: type[FileRecord]
    text: str
    words: Words


def shipped(root: Path = ROOT) -> list[Shipped]:
    """Return the files of a repository that are records."""
    files, _ = discover(root)
    words = sub_unit_words(files)
    kinds = ((file, kind_of(file.file)) for file in files)
    return [Shipped(file.file, kind[0], file.path.read_bytes().decode(), words) for file, kind in kinds if kind]
