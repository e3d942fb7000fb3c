"""The people whom a cell names, one or several."""

from __future__ import annotations

import re

from ktgs.intake.job import Job
from ktgs.tables.columns import SheetRow

_APART = re.compile(r"[;,\n]|\s+và\s+")
_TITLE = re.compile(r"^(?:đ/c|đồng chí|đc)\.?\s+", re.IGNORECASE)


def people_in(job: Job, row: SheetRow, column: str) -> list[str]:
    """Return the ids of the people named under a column, each once; who is not known is told."""
    cell = row.get(column)
    if cell is None or (cell.has_contact and job.reading.text(row, column) is None):  # which tells of the contact
        return []
    names = (_TITLE.sub("", " ".join(part.split()).strip(" -•.")) for part in _APART.split(cell.text))
    found = [job.person(cell, name) for name in names if name]
    return list(dict.fromkeys(person for person in found if person))
