"""The texts of all records, each with the field that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from ktgs.language.diagnostics import Place
from ktgs.records.base import Record
from ktgs.records.schema import Field, schema
from ktgs.repository.repository import Repository


class FieldText(NamedTuple):
    """A text and the field that holds it; `item`: which of the field's items it is, None where it is its value."""

    record: Record
    field: Field
    item: int | None
    text: str

    @property
    def place(self) -> Place:
        """Where the text stands."""
        return self.record.where(self.field.name, self.item)


def field_texts(repository: Repository, is_meant: Callable[[str], object]) -> Iterator[FieldText]:
    """Yield each text that is meant wherever a field with a key of its own holds it, class by class."""
    meant = frozenset(filter(is_meant, repository.texts))
    for kind, records in repository.by_class.items() if meant else ():
        for field, record in product(schema(kind).fields.values(), records):
            for index, text in enumerate(field.values(record)):
                if field.key and isinstance(text, str) and text in meant:
                    yield FieldText(record, field, index if field.is_many else None, text)
