"""`schemas/*.schema.json`: what each kind of file may hold, for editors; with the ids of units and people."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.forms.schemas import FOLDER, schema_files


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield the schema of each kind of record."""
    repository = facts.repository
    ids = {"unit": sorted(repository.units), "person": sorted(repository.people)}
    for name, content in schema_files(repository.organization.sub_unit_words, ids):
        yield f"{FOLDER}/{name}", content
