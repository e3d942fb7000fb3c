"""The dictionary of fields: every kind of file with its template, every key with what belongs there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.forms.templates import PATH_WORDS, SUB_UNITS, example_of, own_word, template
from ktgs.language.text import first_upper, slug
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.base import FileRecord, Record
from ktgs.records.loading import record_kinds
from ktgs.records.schema import Field, schema

ADDRESS = "tu-dien.html"
MENU = MenuEntry("Từ điển các dòng", 45, MenuGroup.data)


@dataclass(frozen=True, slots=True)
class KeyTold:
    """A key of a mapping. `need`: có, không, tùy (one of several is needed); `words`: those that alone will do."""

    key: str
    need: str
    about: str
    words: tuple[str, ...]
    example: str
    also: str
    is_internal: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """The keys of a file, or of what stands below one of its keys. `path`: the keys that lead there."""

    path: tuple[str, ...]
    is_item: bool
    keys: tuple[KeyTold, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its anchor, where its files lie, its template, its keys."""

    anchor: str
    title: str
    path: str
    template: str
    mappings: tuple[Mapping, ...]


@dataclass(frozen=True, slots=True)
class FieldsPage:
    """The one page."""

    url: str
    title: str
    kinds: tuple[Kind, ...]


def pages(facts: Facts) -> Iterator[FieldsPage]:
    """Yield the one page, with the words that the organization has for sub-units."""
    words = facts.repository.organization.sub_unit_words or (SUB_UNITS,)
    kinds = (_kind(kind, words) for kind in record_kinds())
    yield FieldsPage(ADDRESS, "Từ điển các dòng", tuple(sorted(kinds, key=lambda kind: kind.anchor)))


def _kind(kind: type[FileRecord], words: tuple[str, ...]) -> Kind:
    named = {part: f"<{word}>" for part, word in PATH_WORDS.items()}
    return Kind(
        anchor=slug(kind.record_title),
        title=kind.record_title,
        path=f"data/{kind.path.format(**named)}",
        template=template(kind, words[0]),
        mappings=tuple(_mappings(kind, kind, " hoặc ".join(words))),
    )


def _mappings(
    root: type[FileRecord], holder: type[Record], sub_units: str, path: tuple[str, ...] = (), *, is_item: bool = False
) -> Iterator[Mapping]:
    """Yield the mapping, then all below it."""
    fields = [field for field in schema(holder).fields.values() if field.key]
    yield Mapping(path, is_item, tuple(_key(root, holder, field, sub_units) for field in fields))
    for field in fields:
        if field.child:
            below = (*path, field.key.replace(SUB_UNIT, sub_units))
            yield from _mappings(root, field.child, sub_units, below, is_item=field.is_many)


def _key(root: type[FileRecord], holder: type[Record], field: Field, sub_units: str) -> KeyTold:
    own = own_word(root, holder, field)
    is_one_of_several = any(field.name in names for names in holder.alternatives)
    return KeyTold(
        key=field.key.replace(SUB_UNIT, sub_units),
        need="có" if field.is_required else "tùy" if is_one_of_several else "không",
        about=first_upper(field.about.replace(SUB_UNIT, sub_units)),
        words=(own,) if own else field.form.words,
        example=example_of(field, root),
        also=field.form.also,
        is_internal=not field.is_public,
    )
