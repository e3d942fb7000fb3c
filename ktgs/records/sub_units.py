"""What an organization calls the sub-units of its units; the word is also the key under which files give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import fold
from ktgs.language.vocabulary import SUB_UNIT
from ktgs.records.base import FileRecord, Record
from ktgs.records.organization import Organization
from ktgs.records.schema import Field, schema
from ktgs.source.codes import about
from ktgs.source.tree import MOST_SHARED, PLACES, MappingLayout, Places, Tree

TAKEN = Code(
    "R106",
    "Từ chỉ đơn vị trực thuộc trùng tên dòng khác",
    about=about(
        "Từ chỉ đơn vị trực thuộc cũng là tên dòng trong tệp của đơn vị, lịch, báo cáo và đoàn kiểm tra, nên không được"
        " trùng với một tên dòng có sẵn ở đó.",
        "loại đơn vị:\n  - tên: trường\n    đơn vị trực thuộc: nội dung",
        "loại đơn vị:\n  - tên: trường\n    đơn vị trực thuộc: phòng ban",
        cure="Chọn từ khác.",
    ),
)

Words = tuple[str, ...] | None  # None where the organization's own file could not be read: any word will do


def read_words(kind: type[Record], tree: Tree, words: Words) -> None:
    """Put the declared key in the place of each word for sub-units, in the tree and its places, at any depth."""
    if not _speaks_of_sub_units(kind):
        return
    places = tree[PLACES]
    if not isinstance(places, Places):
        return
    places.layout, written = _in_words(kind, places.layout, words)
    for word, key in written:
        if word in tree:
            tree[key] = tree.pop(word)
    for field in schema(kind).children:
        if field.child:
            for child in _mappings(tree.get(field.key)):
                read_words(field.child, child, words)


@lru_cache(maxsize=MOST_SHARED)
def _in_words(
    kind: type[Record], layout: MappingLayout, words: Words
) -> tuple[MappingLayout, tuple[tuple[str, str], ...]]:
    """Return a layout under the declared keys, and each key that stands there with the declared one."""
    entries, called = dict(layout.entries), words or layout.sub_units
    written: dict[str, str] = {}
    for field in schema(kind).of_sub_units:
        for word in _unknown_words(field, kind, entries) if words is None else words:
            key = fold(field.key.replace(SUB_UNIT, word))
            if key in entries and field.key not in entries:
                called, written[key] = (word,), field.key
                entries[field.key] = entries.pop(key)
    empty = frozenset(written.get(key, key) for key in layout.empty)
    return replace(layout, entries=entries, empty=empty, sub_units=called), tuple(written.items())


def _unknown_words(field: Field, kind: type[Record], entries: Iterable[str]) -> tuple[str, ...]:
    """Return the word that the one unknown key of a mapping may be, nothing where several could."""
    known = {declared.key for declared in schema(kind).fields.values()}
    ending = field.key.removeprefix(SUB_UNIT)
    unknown = [key for key in entries if key not in known and key.endswith(ending)]
    return (unknown[0].removesuffix(ending),) if len(unknown) == 1 else ()


def _mappings(node: object) -> Iterator[Tree]:
    for item in node if isinstance(node, list) else [node]:
        if isinstance(item, dict):
            yield item


@cache
def _speaks_of_sub_units(kind: type[Record]) -> bool:
    declared = schema(kind)
    return bool(declared.of_sub_units) or any(
        field.child is not None and _speaks_of_sub_units(field.child) for field in declared.children
    )


def taken_words(organization: Organization, kinds: Iterable[type[FileRecord]]) -> Iterator[Diagnostic]:
    """Yield an error for each word of the organization that is another key of a file that gives sub-units."""
    shapes = {shape for kind in kinds for shape in _shapes(kind)}
    taken = {
        (fold(field.key), ending)
        for shape in shapes
        for ending in (of.key.removeprefix(SUB_UNIT) for of in schema(shape).of_sub_units)
        for field in schema(shape).fields.values()
    }
    for kind in organization.unit_kinds:
        if kind.sub_unit and any(fold(kind.sub_unit + ending) == key for key, ending in taken):
            found = f"“{kind.sub_unit}” đã là tên một dòng khác trong các tệp có đơn vị trực thuộc."
            yield TAKEN.at(kind.where("sub_unit"), found, cure="Chọn từ khác để gọi đơn vị trực thuộc.")


def _shapes(kind: type[Record]) -> Iterator[type[Record]]:
    yield kind
    for field in schema(kind).children:
        if field.child:
            yield from _shapes(field.child)
