"""The pieces of the index that the search in the browser reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

from ktgs.addresses.documents import DocumentKind
from ktgs.examining.publishing import publish
from ktgs.site.searching import CONTENTS, MOST_BYTES, MOST_LETTERS, IndexRow, handbook_rows, index_of, search_index
from ktgs.site.site import Site
from tests.repo import SAMPLE, facts


def called(content: bytes) -> list[object]:
    """Return what a piece gives to the function that it calls."""
    found = re.fullmatch(r"\w+\((.*)\);\n", content.decode())
    assert found
    given: list[object] = json.loads(f"[{found[1]}]")
    return given


def test_the_contents_name_the_pieces_kind_by_kind() -> None:
    rows = [(DocumentKind.code, IndexRow("Y001", "c.html", "")), (DocumentKind.unit, IndexRow("Sở A", "a.html", "x"))]
    *pieces, (contents, names) = index_of(rows)
    assert contents == CONTENTS
    assert called(names) == [["tim-kiem/don-vi-1.js", "tim-kiem/thong-bao-loi-1.js"]]
    assert [path for path, _ in pieces] == called(names)[0]
    assert called(pieces[0][1]) == ["Đơn vị", [["Sở A", "a.html", "x"]]]


def test_a_piece_stays_below_the_bound_and_no_row_is_lost() -> None:
    rows = [IndexRow(f"Chi đoàn {number}", f"{number}.html", "ặ" * 1000) for number in range(100)]
    *pieces, _ = index_of((DocumentKind.unit, row) for row in rows)
    assert len(pieces) > 1
    assert max(len(content) for _, content in pieces) <= MOST_BYTES
    read = [IndexRow(*row) for _, content in pieces for row in called(content)[1]]  # type: ignore[attr-defined]
    assert read == rows


def test_only_documents_that_the_site_has_a_page_of_are_found(tmp_path: Path) -> None:
    site = Site("Thử", publish(facts(SAMPLE)), frozenset({"don-vi/doan-so-a.html"}))
    *pieces, _ = search_index(site, tmp_path)
    rows = [row for _, content in pieces for row in called(content)[1]]  # type: ignore[attr-defined]
    assert {row[1] for row in rows} == {"don-vi/doan-so-a.html"}


def test_a_long_chapter_goes_on_in_rows_of_its_own(tmp_path: Path) -> None:
    words = " ".join(["chữ"] * MOST_LETTERS)
    (tmp_path / "huong-dan").mkdir()
    page = f"<h1>Ngoài</h1><article><h1>Trang</h1>mở đầu<h2 id='a'>Phần</h2>{words}</article>sau"
    (tmp_path / "huong-dan/index.html").write_text(page, encoding="utf-8")
    first, *others = handbook_rows(tmp_path)
    assert first == IndexRow("Trang", "huong-dan/index.html", "mở đầu")
    assert {(row.title, row.address) for row in others} == {("Phần (Trang)", "huong-dan/index.html#a")}
    assert " ".join(row.text for row in others) == words
    assert max(len(row.text) for row in others) <= MOST_LETTERS
