"""Changes at one spot: what is written where, and that nothing else moves."""

from __future__ import annotations

import random
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ktgs.records.loading import record_kinds
from ktgs.source.reader import read_text
from ktgs.source.tree import PLACES
from ktgs.writing.editing import Append, Change, Delete, Put, edit
from tests.writing.damage import damaged
from tests.writing.shipped import shipped

KINDS = {kind.record_kind: kind for kind in record_kinds()}
SCHEDULE, REPORT = KINDS["schedule"], KINDS["visit_report"]
WRITTEN = """\
# Lịch tháng 4
đơn vị:   'doan-so-a'   # qua Zalo
tháng: 2020-04
buổi:
# buổi một
- giờ: 8h30  # sửa
  mã: b1
    # dưới mã
- mã: b2
  dời: [{sang ngày: 2020-04-08}]  # một lần
không sinh hoạt: []
# hết"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Put(("đơn vị",), "doan-so-b"), "'doan-so-a'   # qua", "doan-so-b   # qua"),
        (Put(("buổi", 0, "giờ"), time(9)), "8h30", "09:00"),
        (Put(("buổi", 0, "nội dung"), "Họp: bầu"), "# sửa\n", '# sửa\n  nội dung: "Họp: bầu"\n'),
        (Put(("ngày nhận",), date(2020, 3, 19)), "2020-04\n", "2020-04\nngày nhận: 19/03/2020\n"),
        (
            Append(("buổi",), [{"mã": "b3", "giờ": "7g5 phút"}]),
            "# một lần\n",
            "# một lần\n- mã: b3\n  giờ: 07:05\n",
        ),
        (
            Append(("không sinh hoạt",), [{"chi đoàn": "c1", "lý do": "nghỉ"}]),
            " []",
            "\n  - chi đoàn: c1\n    lý do: nghỉ",
        ),
        (
            Append(("bổ sung",), [{"ngày nhận": date(2020, 4, 1), "đủ": True}]),
            "2020-04\n",
            "2020-04\nbổ sung:\n  - ngày nhận: 01/04/2020\n    đủ: có\n",
        ),
        (
            Append(("buổi", 1, "dời"), [{"sang ngày": date(2020, 4, 9)}]),
            "dời: [{sang ngày: 2020-04-08}]  # một lần\n",
            "dời:\n    - sang ngày: 2020-04-08  # một lần\n    - sang ngày: 09/04/2020\n",
        ),
        (
            Put(("buổi", 1, "dời", 0, "lý do"), "bận"),
            "dời: [{sang ngày: 2020-04-08}]  # một lần\n",
            "dời:\n    - sang ngày: 2020-04-08  # một lần\n      lý do: bận\n",
        ),
        (Delete(("buổi", 0, "giờ")), "giờ: 8h30  # sửa\n  mã", "mã"),
        (Delete(("buổi", 1, "dời", 0)), "  dời: [{sang ngày: 2020-04-08}]  # một lần\n", ""),
        (Delete(("buổi", 1)), "- mã: b2\n  dời: [{sang ngày: 2020-04-08}]  # một lần\n", ""),
        (Delete(("không sinh hoạt",)), "không sinh hoạt: []\n", ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_one_change(change: Change, old: str, new: str, end: str, mark: str) -> None:
    assert WRITTEN.count(old) == 1
    expected = mark + WRITTEN.replace(old, new).replace("\n", end)
    assert edit(SCHEDULE, mark + WRITTEN.replace("\n", end), [change]) == expected


def test_what_is_already_so_is_not_written() -> None:
    assert edit(SCHEDULE, WRITTEN, [Put(("đơn vị",), "doan-so-a"), Delete(("tháng",))]) == WRITTEN.replace(
        "tháng: 2020-04\n", ""
    )


def test_the_last_line_gets_its_end() -> None:
    assert edit(SCHEDULE, "đơn vị: a", [Put(("tháng",), "2020-04")]) == "đơn vị: a\ntháng: 04/2020\n"


def test_an_empty_key_is_filled_and_its_comment_stays() -> None:
    changed = edit(SCHEDULE, "đơn vị: a\nngày nhận:  # hỏi lại\n", [Put(("ngày nhận",), date(2020, 3, 9))])
    assert changed == "đơn vị: a\nngày nhận: 09/03/2020  # hỏi lại\n"


def test_front_matter_changes_and_the_text_stays() -> None:
    text = "---\nloại: dự sinh hoạt\nngười dự: a\n---\nngười dự: b\n"
    changed = edit(REPORT, text, [Append(("người dự",), ["c"]), Put(("số có mặt",), 5)])
    assert changed == "---\nloại: dự sinh hoạt\nngười dự:\n  - a\n  - c\nsố có mặt: 5\n---\nngười dự: b\n"


@pytest.mark.parametrize(
    "change",
    [
        Put(("buổi", 7, "giờ"), "8:30"),
        Put(("buổi", 7), {"mã": "b8"}),
        Put(("tháng", "giờ"), "8:30"),
        Put(("giờ",), "8:30"),
        Put(("buổi", 0, "lý do"), "bận"),
        Put(("ngày nhận",), ""),
        Append(("bổ sung",), []),
        Append(("bổ sung",), [{"lạ": "x"}]),
        Delete(("ngày nhận",)),
    ],
)
def test_a_change_that_cannot_be_made_is_refused(change: Change) -> None:
    with pytest.raises(ValueError):
        edit(SCHEDULE, WRITTEN, [change], ("chi đoàn",))


def plain(yaml: str) -> Any:
    """Return what the reader reads, without places; what is empty is left out."""
    tree, problems = read_text(yaml, "x")
    assert tree is not None, problems
    return bare(tree)


def bare(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: bare(item) for key, item in node.items() if key != PLACES and item != []}
    return [bare(item) for item in node] if isinstance(node, list) else node


SCHEDULES = [item for item in shipped() if item.kind is SCHEDULE and "buổi:" in item.text]


@settings(max_examples=250, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_a_change_in_any_layout_changes_just_what_it_says(seed: int) -> None:
    chance = random.Random(seed)
    text = damaged(SCHEDULE, chance.choice(SCHEDULES).text, seed).replace("\r\n", "\n")
    before = plain(text)
    meeting = chance.randrange(len(before["buổi"]))
    value = chance.choice(["Phòng B", "Phòng C: tầng 2", "# 5", 'x "y"'])
    new = {"mã": "b99", "địa điểm": value}
    drawn: list[tuple[Change, int]] = [
        (Put(("buổi", meeting, "địa điểm"), value), 2),
        (Put(("buổi", meeting, "nội dung"), value), 2),
        (Append(("buổi",), [new]), 2),
        (Append(("buổi", meeting, "dời"), [{"địa điểm": value}]), 3),
        (Delete(("buổi", meeting, "mã")), 3),
    ]
    change, lines = chance.choice(drawn)
    expected = plain(text)
    at: Any = expected["buổi"][meeting]
    if isinstance(change, Delete):
        del at["mã"]
    elif change.path[-1] == "buổi":
        expected["buổi"].append(new)
    elif change.path[-1] == "dời":
        at.setdefault("dời", []).append({"địa điểm": value})
    else:
        at[change.path[-1]] = value
    changed = edit(SCHEDULE, text, [change])
    assert plain(changed) == expected
    assert moved_lines(text, changed) <= lines


def moved_lines(first: str, second: str) -> int:
    """Return how many lines stand between what two texts begin and end with alike."""
    one, two = first.split("\n"), second.split("\n")
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    return max(len(one), len(two))
