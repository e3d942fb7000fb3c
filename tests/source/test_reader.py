"""Trees and places: text stays text, empty means absent, and every key and value knows where it stands."""

from __future__ import annotations

from typing import cast

import pytest

from ktgs.language.diagnostics import Place
from ktgs.source.reader import read_yaml
from ktgs.source.tree import PLACES, Entry, Node, Places, Tree


def tree_of(text: str) -> Tree:
    tree, diagnostics = read_yaml(text.encode(), "data/a.yml")
    assert diagnostics == ()
    assert tree is not None
    return tree


def places_of(tree: Node) -> Places:
    assert isinstance(tree, dict)
    return cast(Places, tree[PLACES])


def bare(node: Node) -> object:
    """Return the node without its places."""
    if isinstance(node, dict):
        return {key: bare(value) for key, value in node.items() if key != PLACES}
    return [bare(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize(
    "value",
    [
        "0123",
        "0292123456",
        "8:30",
        "13:45",
        "no",
        "yes",
        "on",
        "1.10",
        "~",
        "null",
        "1e3",
        "0x1F",
        "2020-03-01",
        "=",
        "12:30:45",
    ],
)
def test_text_stays_text(value: str) -> None:
    assert bare(tree_of(f"on: {value}\n")) == {"on": value}


def test_lists_mappings_and_texts_nest() -> None:
    text = (
        "đơn vị: doan-so-a\nbuổi:\n  - mã: b1\n    giờ: 8:30\n  - mã: b2\nchủ đề: [cd-1, {mã: x}]\ncặp: [[a], [b, c]]\n"
    )
    assert bare(tree_of(text)) == {
        "đơn vị": "doan-so-a",
        "buổi": [{"mã": "b1", "giờ": "8:30"}, {"mã": "b2"}],
        "chủ đề": ["cd-1", {"mã": "x"}],
        "cặp": [["a"], ["b", "c"]],
    }


def test_keys_are_folded_and_values_are_composed() -> None:
    text = "Nga\u0300y  NHẬN: \u0111o\u00e0n ho\u0300a\nhoà giải: hoà giải\n"
    assert bare(tree_of(text)) == {"ngày nhận": "đoàn hòa", "hòa giải": "hoà giải"}


def test_an_escape_composes_with_the_letter_before_it() -> None:
    assert bare(tree_of('a: "e\\u0301"\n"e\\u0301": b\n')) == {"a": "é", "é": "b"}


def test_inner_blanks_and_line_breaks_are_kept() -> None:
    text = "a: 'x  y '\nb: |\n  một\n    hai\n\n  ba\nc: >\n  một\n  hai\nd: một\n  hai\n"
    assert bare(tree_of(text)) == {"a": "x  y ", "b": "một\n  hai\n\nba\n", "c": "một hai\n", "d": "một hai"}


@pytest.mark.parametrize("empty", ["", " ", " # ghi chú", ' ""', " ''", " '  '", " |", " >\n\n"])
def test_an_empty_value_is_absent_but_keeps_its_place(empty: str) -> None:
    tree = tree_of(f"cụm:{empty}\ntên: A\n")
    assert bare(tree) == {"tên": "A"}
    places = places_of(tree)
    assert places.empty == {"cụm"}
    assert places.key("cụm") == Place("data/a.yml", 1, 1)
    assert places.value("cụm").line == 1


def test_an_empty_list_and_an_empty_mapping_are_values() -> None:
    assert bare(tree_of("buổi: []\nmời: {}\n")) == {"buổi": [], "mời": {}}


def test_places_count_code_points_from_one() -> None:
    tree = tree_of("đơn vị: 𝄞 A\nbuổi:\n  - mã: b1\n    giờ:   8:30\n  - {mã: b2, giờ: '9:00'}\nchủ đề: [a, b]\n")
    assert places_of(tree).entries == {
        "đơn vị": Entry(1, 1, 1, 9),
        "buổi": Entry(2, 1, 3, 3, ((3, 5), (5, 5))),
        "chủ đề": Entry(6, 1, 6, 9, ((6, 10), (6, 13))),
    }
    first, second = cast(list[Tree], tree["buổi"])
    assert places_of(first).entries == {"mã": Entry(3, 5, 3, 9), "giờ": Entry(4, 5, 4, 12)}
    assert places_of(second).entries == {"mã": Entry(5, 6, 5, 10), "giờ": Entry(5, 14, 5, 19)}
    assert places_of(second).key() == Place("data/a.yml", 5, 5)
    assert places_of(tree).value("chủ đề", 1) == Place("data/a.yml", 6, 13)


def test_columns_are_those_of_the_file_as_stored() -> None:
    tree = tree_of("nga\u0300y: 1\n")  # decomposed: five code points before the colon
    assert places_of(tree).entries == {"ngày": Entry(1, 1, 1, 8)}


def test_a_bom_and_crlf_change_neither_tree_nor_places() -> None:
    text = "tên: A\nbuổi:\n  - mã: b1\nnội dung: |\n  một\n  hai\n"
    plain, stored = tree_of(text), tree_of("\ufeff" + text.replace("\n", "\r\n"))
    assert bare(stored) == bare(plain)
    assert places_of(stored).entries == places_of(plain).entries


def test_mappings_that_stand_alike_share_a_layout() -> None:
    first, second = (places_of(tree_of(text)) for text in ("a: b\nc: d\ne:\n", "a: x\nc: y\ne:\n"))
    assert first.layout is second.layout
    for other in ("a: b\nc: d\n", "a: b\nc: d\ne: f\n", "a: b\nc:  d\ne:\n", "a: b\n\nc: d\ne:\n", "c: b\na: d\ne:\n"):
        assert places_of(tree_of(other)).layout is not first.layout


def test_places_take_no_part_in_equality() -> None:
    assert tree_of("a: b\n") == tree_of("\n\n  a:   b\n")


def test_one_document_may_be_announced_and_ended() -> None:
    assert bare(tree_of("---\na: b\n...\n")) == {"a": "b"}


def test_twenty_levels_are_read() -> None:
    assert read_yaml(("a: " + "[" * 19 + "b" + "]" * 19).encode(), "a")[1] == ()


def test_an_odd_blank_inside_text_is_kept() -> None:
    assert bare(tree_of("a: b\u00a0c\nd\u00a0e: f\n")) == {"a": "b\u00a0c", "d e": "f"}


def test_marks_inside_text_are_text() -> None:
    text = "a: b & c, d * e! f % g @ h\ni: \"x \\\\ y\"\nj: 'k: l'\n"
    assert bare(tree_of(text)) == {"a": "b & c, d * e! f % g @ h", "i": "x \\ y", "j": "k: l"}
