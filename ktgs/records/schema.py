"""What a record class declares of its fields, asked once: keys, what is public, what is dated, references, children.

Reading, linking, what is known on a day, the public half and the exports all walk records by these declarations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from ktgs.language.vocabulary import SUB_UNIT, Form, OneOrMany, Reference, Tells, declared
from ktgs.records.base import Record
from ktgs.records.values import Reader
from ktgs.source.tree import PLACES

MarkT = TypeVar("MarkT")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record class.

    `known_on` names the date field before whose day this one is not known, empty for none. `child` is the class of
    record that it holds, `is_many` whether it holds a list. `key` is its Vietnamese key, empty for what has none.
    `tells` says what a date tells that is no fact. `reader` reads its value, or each of many, None where
    any text will do; `form` tells how that is written.
    """

    name: str
    key: str
    about: str
    is_public: bool
    known_on: str
    tells: Tells | None
    refers_to: Reference | None
    child: type[Record] | None
    is_many: bool
    is_required: bool
    empty: Any
    reader: Reader | None
    form: Form
    one_or_many: OneOrMany | None

    @property
    def is_fact(self) -> bool:
        """Whether it is the date of something that happened."""
        return bool(self.known_on) and self.known_on == self.name

    def values(self, record: Record) -> tuple[Any, ...]:
        """Return what the record holds there: the items of a list, or the one value; nothing where it is empty."""
        value = getattr(record, self.name)
        return value if isinstance(value, tuple) else () if value is None else (value,)


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of a record class, and those that matter for one purpose."""

    fields: Mapping[str, Field]
    children: tuple[Field, ...]
    references: tuple[Field, ...]
    facts: tuple[Field, ...]  # days on which something happened
    known: Mapping[tuple[str, ...], tuple[Field, ...]]  # the dated fields, by the names of the days that they wait for
    planned: tuple[Field, ...]  # days and months that are to come: planned or due
    private: tuple[Field, ...]
    of_sub_units: tuple[Field, ...]  # those whose key is the word for sub-units


@cache
def schema(kind: type[Record]) -> Schema:
    """Return what the class declares."""
    fields = {name: _field(name, info) for name, info in kind.model_fields.items() if name != "places"}
    every = tuple(fields.values())
    known: dict[tuple[str, ...], tuple[Field, ...]] = {}
    for field in every:
        if field.known_on:
            days = tuple(field.known_on.split())
            known[days] = (*known.get(days, ()), field)
    return Schema(
        fields=fields,
        children=tuple(field for field in every if field.child),
        references=tuple(field for field in every if field.refers_to),
        facts=tuple(field for field in every if field.is_fact),
        known=known,
        planned=tuple(field for field in every if field.tells in (Tells.plan, Tells.due)),
        private=tuple(field for field in every if field.key and not field.is_public),
        of_sub_units=tuple(field for field in every if SUB_UNIT in field.key),
    )


def _field(name: str, info: FieldInfo) -> Field:
    known = declared(info)
    key = str(info.alias)
    return Field(
        name=name,
        key="" if key.startswith(PLACES) else key,
        about=info.description or "",
        is_public=known.public,
        known_on=known.known_on,
        tells=known.tells,
        refers_to=_marked(info, Reference),
        child=child_of(info.annotation),
        is_many="tuple" in str(info.annotation),
        is_required=info.is_required(),
        empty=None if info.is_required() else info.get_default(),
        reader=(reader := _marked(info, Reader)),
        form=reader.form if reader else Form(),
        one_or_many=_marked(info, OneOrMany),
    )


def child_of(annotation: Any) -> type[Record] | None:
    """Return the record class inside an annotation such as `tuple[Meeting, ...]`, None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((child for part in get_args(annotation) if (child := child_of(part))), None)


def _marked(annotation: Any, mark: type[MarkT]) -> MarkT | None:
    """Return the first mark of a class in an annotation, at any depth; None where there is none."""
    if isinstance(annotation, mark):
        return annotation
    if isinstance(annotation, FieldInfo):
        inside: tuple[Any, ...] = (*annotation.metadata, annotation.annotation)
    else:
        inside = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return next((met for part in inside if (met := _marked(part, mark))), None)


def walk(record: Record) -> Iterator[Record]:
    """Yield the record, then all that it holds, at any depth."""
    yield record
    for field in schema(type(record)).children:
        for child in field.values(record):
            yield from walk(child)
