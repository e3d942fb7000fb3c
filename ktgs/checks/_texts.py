"""The texts of all records, each with the field that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    """Yield every text that is meant, of the fields with a key of their own, class by class and field by field."""
    for kind, records in repository.by_class.items():
        for field in schema(kind).fields.values():
            for record in records if field.key else ():
                value = getattr(record, field.name)
                if isinstance(value, str):
                    if is_meant(value):
                        yield FieldText(record, field, None, value)
                elif isinstance(value, tuple):
                    for index, text in enumerate(value):
                        if isinstance(text, str) and is_meant(text):
                            yield FieldText(record, field, index, text)
