"""Ids that can be no file's name, and values of one line that have several."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from ktgs.language.diagnostics import Place
from ktgs.records.ids import read_id, read_reference
from ktgs.records.lines import TOLD_IN_SENTENCES, broken_lines
from ktgs.records.names import LONGEST, why_no_name
from ktgs.source.reader import read_yaml
from ktgs.source.tree import PLACES, Places

DEVICES = ["con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt1", "lpt9"]


@pytest.mark.parametrize("name", DEVICES)
def test_devices_of_windows(name: str) -> None:
    assert why_no_name(name) == f"“{name}” là tên dành cho một thiết bị của Windows."


def test_the_list_beside_the_pages() -> None:
    assert why_no_name("index") == "“index” là tên dành cho trang danh mục."


@pytest.mark.parametrize("name", ["con-1", "icon", "com", "com10", "lpt", "index-1", "a" * LONGEST, "doan-so-a"])
def test_other_names(name: str) -> None:
    assert why_no_name(name) == ""
    assert read_id(name) == name


def test_a_name_may_not_be_too_long() -> None:
    assert why_no_name("a" * 101) == f"“{'a' * 59}…” dài 101 ký tự, quá 100."


@pytest.mark.parametrize("name", [*DEVICES, "index", "a" * 101])
def test_an_items_own_id_is_held_to_the_same(name: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        read_id(name)
    assert raised.value.type == "S209"
    assert read_reference(name) == name  # it leads nowhere, and that is told


def breaks(text: str) -> list[tuple[str, Place]]:
    """Return key and place of each value that may not have several lines."""
    tree, problems = read_yaml(text.encode(), "a")
    assert tree is not None and problems == ()
    places = tree[PLACES]
    assert isinstance(places, Places)
    return [(item.message, item.place) for item in broken_lines(places, ())]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("họ tên: >\n  Nguyễn\n  Văn A\n", 1, 9),
        ("họ tên: |\n  Nguyễn Văn A\n", 1, 9),
        ("a: b\nHọ tên: Nguyễn\n\n  Văn A\n", 2, 9),
        ('họ tên: "Nguyễn\\nVăn A"\n', 1, 9),
    ],
)
def test_a_value_of_several_lines(text: str, line: int, column: int) -> None:
    assert breaks(text) == [("“họ tên” phải nằm trên một dòng.", Place("a", line, column))]


def test_an_item_of_a_list_and_a_key_inside() -> None:
    assert breaks("nơi nhận:\n  - a\n  - |\n    b\n") == [("“nơi nhận” phải nằm trên một dòng.", Place("a", 3, 5))]
    assert breaks("buổi:\n  - địa điểm: |\n      b\n") == [("“địa điểm” phải nằm trên một dòng.", Place("a", 2, 15))]


def test_one_line_in_the_file_or_in_effect() -> None:
    assert breaks("họ tên: Nguyễn\n  Văn A\nnơi nhận:\n  - >-\n    Đoàn\n    Khối\n") == []


@pytest.mark.parametrize("key", sorted(TOLD_IN_SENTENCES))
def test_what_is_told_in_sentences_may_have_several_lines(key: str) -> None:
    assert breaks(f"{key}: |\n  một\n  hai\n") == []
