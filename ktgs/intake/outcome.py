"""What an importer makes of a table: records to write, problems at their cells, remarks in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ktgs.records.base import FileRecord
from ktgs.tables.values import CellProblem
from ktgs.writing.editing import Change


@dataclass(frozen=True)
class WrittenFile:
    """A record to write: a new one from its values, or changes of the one that is there.

    `title` names the record, `told` says line by line what was understood. `file` is its path from the root.
    """

    kind: type[FileRecord]
    file: str
    title: str
    told: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether there is no such record yet."""
        return bool(self.values)


@dataclass(frozen=True)
class ImportOutcome:
    """All that came of a table, in order of file. `same` counts the records that are already as the table says."""

    records: tuple[WrittenFile, ...]
    problems: tuple[CellProblem, ...]
    remarks: tuple[str, ...]
    same: int = 0
