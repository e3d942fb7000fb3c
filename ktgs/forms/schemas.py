"""One JSON Schema a record kind, by which editors complete and explain lines; derived from the declarations.

A schema knows the lines and words as they are written in full; `ktgs check` reads other spellings, too, and more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ktgs.forms.templates import example_of, own_word
from ktgs.language.text import first_upper, slug
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.base import FileRecord, MarkdownRecord, Record
from ktgs.records.loading import record_kinds
from ktgs.records.schema import Field, schema

FOLDER = "schemas"
Ids = Mapping[str, Sequence[str]]  # ids to suggest, by the kind of what is referred to
_DRAFT = "http://json-schema.org/draft-07/schema#"
_ANY_SCALAR = ["string", "number", "boolean"]  # an editor takes 2020 for a number, where we read text


def schema_name(kind: type[FileRecord]) -> str:
    """Return the name of the file that holds the schema of a kind."""
    return f"{slug(kind.record_title)}.schema.json"


def schema_files(sub_units: Sequence[str], ids: Ids | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the schema of every kind; `ids` are suggested beside what is allowed."""
    for kind in record_kinds():
        text = json.dumps(schema_of(kind, sub_units, ids or {}), ensure_ascii=False, indent=2)
        yield schema_name(kind), f"{text}\n".encode()


def editor_settings() -> bytes:
    """Return `.vscode/settings.json`, which tells VS Code which schema each YAML file has; Markdown has none there."""
    globs = {
        f"{FOLDER}/{schema_name(kind)}": re.sub(r"\{\w+\}", "*", f"data/{kind.path}")
        for kind in record_kinds()
        if not issubclass(kind, MarkdownRecord)
    }
    return f"{json.dumps({'yaml.schemas': globs}, ensure_ascii=False, indent=2)}\n".encode()


def schema_of(kind: type[FileRecord], sub_units: Sequence[str], ids: Ids) -> dict[str, Any]:
    """Return the schema of a kind. `sub_units` are the words by which the organization calls sub-units."""
    return {"$schema": _DRAFT, "title": kind.record_title, **_Made(kind, tuple(sub_units), ids).mapping(kind)}


class _Made:
    """Makes the schema of one kind."""

    def __init__(self, root: type[FileRecord], sub_units: Sequence[str], ids: Ids) -> None:
        self._root, self._sub_units, self._ids = root, sub_units, ids

    def mapping(self, kind: type[Record]) -> dict[str, Any]:
        fields = [field for field in schema(kind).fields.values() if field.key]
        by_name = {field.name: field for field in fields}
        made: dict[str, Any] = {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: self._field(kind, field) for field in fields for key in self._keys(field)},
        }
        if required := [field.key for field in fields if field.is_required and SUB_UNIT not in field.key]:
            made["required"] = required
        choices = [
            [[key] for key in self._keys(field)] for field in fields if field.is_required and SUB_UNIT in field.key
        ]
        if kind.alternatives:
            choices.append([[by_name[name].key for name in names] for names in kind.alternatives])
        if choices:
            made["allOf"] = [{"anyOf": [{"required": keys} for keys in of]} for of in choices]
        return made

    def _keys(self, field: Field) -> Iterable[str]:
        """Return the keys under which a file may give a field: one for each word for sub-units."""
        return [field.key.replace(SUB_UNIT, word) for word in self._sub_units] if SUB_UNIT in field.key else [field.key]

    def _field(self, kind: type[Record], field: Field) -> dict[str, Any]:
        told = {"title": first_upper(self._title(field)), "description": first_upper(field.about)}
        one = self.mapping(field.child) if field.child else self._value(kind, field)
        if not field.is_many:
            return {**told, **one}
        many: dict[str, Any] = {"type": "array", "items": one}
        if field.one_or_many is None:
            return {**told, **many}
        word = [{"enum": [field.one_or_many.word]}] if field.one_or_many.word else []
        return {**told, "anyOf": [*word, one, many]}

    def _title(self, field: Field) -> str:
        return field.key.replace(SUB_UNIT, " hoặc ".join(self._sub_units))

    def _value(self, kind: type[Record], field: Field) -> dict[str, Any]:
        form = field.form
        if words := [own] if (own := own_word(self._root, kind, field)) else list(form.words):
            return {"enum": words}
        if form.pattern:
            may_be_number = re.search(form.pattern, "1") is not None
            made: dict[str, Any] = {
                "type": ["string", "integer"] if may_be_number else "string",
                "pattern": form.pattern,
            }
        else:
            made = {"type": _ANY_SCALAR}
        suggested = self._ids.get(field.refers_to.kind, ()) if field.refers_to else ()
        if examples := [*suggested] or [text for text in (example_of(field, self._root), form.also) if text]:
            made["examples"] = examples
        return made
