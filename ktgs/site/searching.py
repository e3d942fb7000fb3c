"""The index that the search in the browser reads: scripts of bounded size, so that they load from disk as well.

`tim-kiem/muc-luc.js` names the pieces; a piece holds rows of title, address and text of one kind of document. What is
found is decided by `assets/search.js`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from ktgs.addresses.documents import DocumentKind, SearchDocument, documents
from ktgs.language.text import nfc, slug
from ktgs.repository.linked import grouped
from ktgs.site.links import HANDBOOK
from ktgs.site.site import Site

FOLDER = "tim-kiem"
CONTENTS = f"{FOLDER}/muc-luc.js"
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
MOST_BYTES = 64_000  # of a piece
MOST_LETTERS = 8_000  # of a row's text; a longer one goes on in a row of its own


class IndexRow(NamedTuple):
    """A document as the browser reads it."""

    title: str
    address: str
    text: str


def search_index(site: Site, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each piece and of the contents, for the documents that the site has pages of.

    `folder`: where the handbook's pages lie already.
    """
    found = ((document.kind, row) for document in documents(site.facts) for row in _rows(site, document))
    told = ((DocumentKind.handbook, row) for row in handbook_rows(folder))
    yield from index_of((*found, *told))


def index_of(rows: Iterable[tuple[DocumentKind, IndexRow]]) -> Iterator[tuple[str, bytes]]:
    """Yield the pieces of these rows, kind by kind, and the contents."""
    by_kind = grouped(rows)
    names = []
    for kind in DocumentKind:
        for number, piece in enumerate(_pieces(by_kind.get(kind, ())), 1):
            path = f"{FOLDER}/{slug(kind.value)}-{number}.js"
            names.append(path)
            yield path, f"ktgsPiece({_json(kind.value)}, [{','.join(piece)}]);\n".encode()
    yield CONTENTS, f"ktgsPieces({_json(names)});\n".encode()


def _rows(site: Site, document: SearchDocument) -> Iterator[IndexRow]:
    address = site.links.find(document.target)
    if address is None or not site.has(address):
        return
    yield from _cut(document.title, address, document.text)


def _cut(title: str, address: str, text: str) -> Iterator[IndexRow]:
    """Yield the rows of one document: more than one where its text is long."""
    title, rest = _plain(title), _plain(text)
    while len(rest) > MOST_LETTERS:
        end = rest.rfind(" ", 0, MOST_LETTERS) if " " in rest[:MOST_LETTERS] else MOST_LETTERS
        yield IndexRow(title, address, rest[:end])
        rest = rest[end:].lstrip()
    yield IndexRow(title, address, rest)


def _plain(text: str) -> str:
    return " ".join(nfc(text).split())


def _pieces(rows: Iterable[IndexRow]) -> Iterator[list[str]]:
    """Yield the rows as they are written, in lists that stay below the bound."""
    piece, size = list[str](), 0
    for row in map(_json, rows):
        weight = len(row.encode()) + 1
        if piece and size + weight > MOST_BYTES - 200:  # the call around the rows
            yield piece
            piece, size = [], 0
        piece.append(row)
        size += weight
    if piece:
        yield piece


def handbook_rows(folder: Path) -> Iterator[IndexRow]:
    """Yield a row for each heading of the handbook's pages, with what stands below it."""
    for file in sorted((folder / HANDBOOK).parent.glob("*.html")):
        reader = _Sections()
        reader.feed(file.read_text(encoding="utf-8"))
        address = file.relative_to(folder).as_posix()
        for section in reader.sections:
            anchor = f"#{section.anchor}" if section.anchor else ""
            title = section.title if section is reader.sections[0] else f"{section.title} ({reader.sections[0].title})"
            yield from _cut(title, address + anchor, " ".join(section.words))


class _Section:
    def __init__(self, anchor: str) -> None:
        self.anchor, self.title, self.words = anchor, "", list[str]()


class _Sections(HTMLParser):
    """Reads the article of a handbook page: its headings down to h3 with the text below each."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[_Section] = []
        self._within = self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within |= tag == "article"
        if self._within and tag in ("h1", "h2", "h3"):
            anchor = dict(attrs).get("id") or "" if tag != "h1" else ""
            self.sections.append(_Section(anchor))
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        self._within &= tag != "article"
        self._in_heading &= tag not in ("h1", "h2", "h3")

    def handle_data(self, data: str) -> None:
        if not self._within or not self.sections:
            return
        if self._in_heading:
            self.sections[-1].title += data
        else:
            self.sections[-1].words.append(data)
