"""Every field of every kind of file: what one mistake in it says, and exactly where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import pytest

from ktgs.language.diagnostics import Diagnostic
from ktgs.language.text import fold
from ktgs.language.vocabulary import declared
from ktgs.records.base import FileRecord, MarkdownRecord
from ktgs.records.loading import Broken, load_one, record_kinds
from ktgs.source.discovery import SourceFile
from tests.records.shapes import (
    WORDS,
    Empty,
    Pairs,
    Spot,
    Text,
    address,
    changed,
    key_of,
    leaf,
    own_fields,
    spots,
    write,
)

SPOTS = tuple(spots())


class Mistake(NamedTuple):
    """One way to get a field wrong: what is written instead of its line, and what is to be said where."""

    name: str
    written: list[tuple[str, Any]]
    code: str
    place: Callable[[Text], tuple[int, int]]


def read(
    folder: FilePath, kind: type[FileRecord], content: bytes
) -> tuple[FileRecord | Broken, tuple[Diagnostic, ...]]:
    """Return what loading makes of the only file, and its diagnostics."""
    path = folder / "file"
    path.write_bytes(content)
    found, problems = load_one(SourceFile(address(kind), path), WORDS)
    assert found is not None
    return found, problems


def is_alone(spot: Spot) -> bool:
    """Return whether the field is all that its file has: a file without any key has a message of its own."""
    return not spot.chain and len(spot.tree()) == 1


def mistakes(spot: Spot) -> Iterator[Mistake]:
    """Yield every way to get the field wrong."""
    own, mapping, what = (*spot.path, spot.key), spot.path, leaf(spot.info)
    item, strange = (*own, 0), Pairs([("khóa lạ", "x1")])
    alone = is_alone(spot)
    if spot.is_required:
        yield Mistake("missing", [], "Y008" if alone else "S101", lambda text: text.mapping_at(mapping))
        yield Mistake("empty", [(spot.key, Empty)], "S102", lambda text: text.values[own])
    misspelt = f"{spot.key}{spot.key[-1]}"
    yield Mistake("misspelt", [(misspelt, spot.value)], "S103", lambda text: text.keys[(*mapping, misspelt)])
    yield Mistake("twice", [(spot.key, spot.value)] * 2, "Y017", lambda text: text.keys[own])
    if what.is_read:
        wrong, code = ("lạ", "S203") if issubclass(what.type, Enum) else what.values[1:]
        value, place = ([wrong], item) if what.is_list else (wrong, own)
        yield Mistake("wrong", [(spot.key, value)], code, lambda text: text.values[place])
    if what.record and not what.is_list:
        yield Mistake("a map", [(spot.key, strange)], "S103", lambda text: text.keys[(*own, "khóa lạ")])
    else:
        yield Mistake("a map", [(spot.key, strange)], "S104", lambda text: text.values[own])
    if what.is_list:
        yield Mistake("a list", [(spot.key, [["x1"]])], "S104", lambda text: text.values[item])
        strange_item = "x1" if what.record else strange
        yield Mistake("another item", [(spot.key, [strange_item])], "S104", lambda text: text.values[item])
    else:
        yield Mistake("a list", [(spot.key, ["x1", "x1"])], "S104", lambda text: text.values[own])
    if (what.is_list and not what.is_list_or_text) or (what.record and not what.is_list):
        yield Mistake("a text", [(spot.key, "x1")], "S104", lambda text: text.values[own])


CASES = [(spot, mistake) for spot in SPOTS for mistake in mistakes(spot)]


def named(cases: list[tuple[Spot, Mistake]]) -> list[Any]:
    """Return cases as parameters with a name."""
    return [pytest.param(spot, wrong, id=f"{spot.name} {wrong.name}".replace(" ", "_")) for spot, wrong in cases]


@pytest.mark.parametrize("spot", [pytest.param(spot, id=spot.name.replace(" ", "_")) for spot in SPOTS])
def test_field_is_read(spot: Spot, tmp_path: FilePath) -> None:
    content, _ = write(spot.root, spot.tree())
    found, problems = read(tmp_path, spot.root, content)
    assert problems == ()
    assert type(found) is spot.root


OPTIONAL = [spot for spot in SPOTS if not spot.is_required and not is_alone(spot)]


@pytest.mark.parametrize("spot", [pytest.param(spot, id=spot.name.replace(" ", "_")) for spot in OPTIONAL])
def test_optional_field_left_empty_is_as_if_it_were_not_there(spot: Spot, tmp_path: FilePath) -> None:
    without = changed(spot.tree(), spot.path, spot.key, [])
    emptied = changed(spot.tree(), spot.path, spot.key, [(spot.key, Empty)])
    found, problems = read(tmp_path, spot.root, write(spot.root, emptied)[0])
    assert problems == ()
    other, _ = read(tmp_path, spot.root, write(spot.root, without)[0])
    assert isinstance(found, FileRecord)
    assert found.replace(**({"body_line": other.body_line} if isinstance(other, MarkdownRecord) else {})) == other


@pytest.mark.parametrize(("spot", "mistake"), named(CASES))
def test_one_mistake_is_one_message_at_its_place(spot: Spot, mistake: Mistake, tmp_path: FilePath) -> None:
    content, text = write(spot.root, changed(spot.tree(), spot.path, spot.key, mistake.written))
    found, problems = read(tmp_path, spot.root, content)
    assert [(*item.place[1:], item.code.id) for item in problems] == [(*mistake.place(text), mistake.code)]
    assert isinstance(found, Broken)
    assert (found.record_kind, found.file) == (spot.root.record_kind, address(spot.root))
    is_public = all(declared(info).public for info in (*spot.chain, spot.info))
    if problems[0].code.id.startswith("S"):
        assert problems[0].is_internal is not is_public  # what is wrong with a private field stays off the site


def test_every_kind_of_file_and_every_field_is_tried() -> None:
    assert {spot.root for spot in SPOTS} == set(record_kinds())
    assert len(SPOTS) == len({spot.name for spot in SPOTS})
    tried = {(spot.kind, spot.key) for spot in SPOTS}
    assert tried == {(spot.kind, key_of(info)) for spot in SPOTS for info in own_fields(spot.kind).values()}


def test_keys_are_declared_as_they_are_compared() -> None:
    assert [spot.key for spot in SPOTS if fold(spot.key) != spot.key] == []
