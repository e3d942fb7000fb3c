"""What holds for any bytes: nothing raises, every place exists, marks and texts survive."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from ktgs.language.diagnostics import Diagnostic, Severity
from ktgs.language.text import nfc
from ktgs.source.front_matter import read_markdown
from ktgs.source.reader import read_yaml
from ktgs.source.tree import PLACES

SNIPPETS = ["a", "đơn vị: ", "b: ", "c:", "- ", "é", "8:30", "𝄞", " ", "~", "null", ","]
MARKS = [
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ", ",
    "? ",
    ": ",
    "#",
    " #",
    ">",
    "&x ",
    "*x ",
    "!t ",
    "%",
    "@",
    "`",
    "\\",
    "<<: ",
    "!<",
]
BREAKS = ["\n", "\n  ", "\n    ", "\n ", "|", "|2", "---\n", "...\n", "\t", "e\u0301", "\r\n", "\r"]
UNSEEN = ["\u200b", "\u202e", "\xa0", "\u2028", "\x85", "\0", "\ufeff"]

texts = st.lists(st.sampled_from(SNIPPETS + MARKS + BREAKS), max_size=30).map("".join)
odd_texts = st.lists(st.sampled_from(SNIPPETS + MARKS + BREAKS + UNSEEN), max_size=30).map("".join)
files = st.one_of(
    st.binary(max_size=200), st.text(max_size=200).map(str.encode), texts.map(str.encode), odd_texts.map(str.encode)
)


def exists(diagnostic: Diagnostic, data: bytes) -> bool:
    """Return whether the diagnostic's place is a character of the file or just behind a line's last."""
    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    _, line, column = diagnostic.place
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


def is_refused(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Return whether there is an error, not only a doubt."""
    return any(diagnostic.severity is Severity.error for diagnostic in diagnostics)


@settings(max_examples=1000, deadline=None)
@given(files)
def test_yaml_of_any_bytes_never_raises_and_every_place_exists(data: bytes) -> None:
    tree, diagnostics = read_yaml(data, "data/a.yml")
    assert (tree is None) == is_refused(diagnostics)
    assert all(exists(diagnostic, data) for diagnostic in diagnostics)
    assert all(diagnostic.message.isprintable() and diagnostic.cure.isprintable() for diagnostic in diagnostics)
    told = [(diagnostic.code.id, diagnostic.place) for diagnostic in diagnostics]
    assert len(set(told)) == len(told)


@settings(max_examples=500, deadline=None)
@given(files)
def test_markdown_of_any_bytes_never_raises_and_every_place_exists(rest: bytes) -> None:
    for data in (rest, b"---\n" + rest, b"---\na: b\n---\n" + rest, b"---\n" + rest + b"\n---\n"):
        read, diagnostics = read_markdown(data, "data/a.md")
        assert (read is None) == is_refused(diagnostics)
        assert all(exists(diagnostic, data) for diagnostic in diagnostics)


KEYS = st.sampled_from(["tên", "cụm", "ngày nhận", "địa điểm", "on", "no", "0123"])
LETTERS = "0-9A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if "LATIN" in unicodedata.name(c, ""))
VALUES = st.from_regex(rf"[{LETTERS}]([{LETTERS} ,.:/&*!%@'\"()-]{{0,20}}[{LETTERS}])?", fullmatch=True)


@given(st.dictionaries(KEYS, VALUES.filter(lambda value: ": " not in value), min_size=1))
def test_plain_text_is_read_as_written(record: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in record.items())
    tree, diagnostics = read_yaml(text.encode(), "data/a.yml")
    assert not is_refused(diagnostics)
    assert tree is not None
    assert {key: value for key, value in tree.items() if key != PLACES} == {key: nfc(record[key]) for key in record}
