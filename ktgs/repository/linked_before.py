"""What linking gave before, and when it still holds."""

from __future__ import annotations

from collections.abc import Mapping

from ktgs.records.base import FileRecord
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan
from ktgs.repository.names import Names


class LinkedBefore:
    """The records as they were linked last, of which nothing was wrong, for a process that links the same often."""

    def __init__(self) -> None:
        self._around: tuple[Names, Mapping[str, Plan], Organization | None] | None = None
        self._made: dict[str, tuple[FileRecord, FileRecord]] = {}

    def begin(self, names: Names, plans: Mapping[str, Plan], organization: Organization | None) -> None:
        """Forget all where a reference may mean something else than before."""
        if self._around is not None:
            before, plans_before, organization_before = self._around
            is_same = organization is organization_before and names.name_as(before)
            is_same &= plans.keys() == plans_before.keys() and all(plans[key] is plans_before[key] for key in plans)
            if not is_same:
                self._made.clear()
        self._around = names, plans, organization

    def of(self, record: FileRecord) -> FileRecord | None:
        """Return the record as it was linked, None where it has to be linked anew."""
        before, made = self._made.get(record.file, (None, None))
        return made if before is record else None

    def keep(self, record: FileRecord, linked_record: FileRecord) -> None:
        """Keep a record of which nothing is wrong."""
        self._made[record.file] = record, linked_record
