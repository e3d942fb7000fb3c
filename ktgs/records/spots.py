"""What stands at a place of a record, as a person names it: a line's name, the id there, the id of the item."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.language.diagnostics import Place
from ktgs.records.base import FileRecord, MarkdownRecord, Record
from ktgs.records.keys import Key
from ktgs.records.schema import Field, schema, walk

WHOLE = "cả tệp"
BODY = "lời văn"


def spots(record: FileRecord | None, place: Place) -> tuple[str, ...]:
    """Return the names of a place in the file of a record, the plainest first; of a file without one the whole file."""
    if isinstance(record, MarkdownRecord) and place.line >= record.body_line:
        return (BODY,)
    named = [name for holder in walk(record) for name in _at(holder, place)] if record else []
    return tuple(dict.fromkeys(named)) or (WHOLE,)


def _at(holder: Record, place: Place) -> Iterator[str]:
    for field in schema(type(holder)).fields.values():
        if not field.key or not holder.gives(field.name):
            continue
        values = field.values(holder)
        if place in (holder.where(field.name), holder.where_key(field.name)):
            yield holder.key_of(field.name)
            yield from _ids(field, values[:1])
        for index in range(len(values)) if field.is_many and not field.child else ():
            if place == holder.where(field.name, index):
                yield holder.key_of(field.name)
                yield from _ids(field, values[index : index + 1])
    if place == holder.where():
        yield str(getattr(holder, "id", WHOLE))


def _ids(field: Field, values: tuple[object, ...]) -> Iterator[str]:
    """Yield a value in its short and its long form where it is the id of something."""
    for value in values:
        if isinstance(value, Key):
            yield value.own
            yield str(value)
        elif field.refers_to or field.name == "id":
            yield str(value)
