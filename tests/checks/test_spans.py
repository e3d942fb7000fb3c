"""D201: what holds from a day to a day ends no earlier than it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import MOVE, PLAN, Change, fires, silent

PERSON = "data/people/le-van-c.yml"


def test_an_activity_that_ends_first(tmp_path: Path) -> None:
    change = ("đến: 22/05/2020", "đến: ▸22/04/2020")
    (found,) = fires(tmp_path, {PLAN: change}, "D201", "đến: 22/04/2020 trước “từ: 11/05/2020”.")
    assert [item.place for item in found.related] == [Place(PLAN, 119, 9)]


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (PLAN, ("đến: 31/12/2020\ncăn cứ", "đến: ▸31/12/2019\ncăn cứ"), "đến: 31/12/2019 trước “từ: 01/01/2020”."),
        (MOVE, ("sang đến: 26/06/2020", "sang đến: ▸12/06/2020"), "sang đến: 12/06/2020 trước “sang từ: 15/06/2020”."),
        (PERSON, ("đến: 15/08/2020", "đến: ▸15/07/2020"), "đến: 15/07/2020 trước “từ: 01/08/2020”."),
        (PERSON, ("chức vụ", "    đến: ▸30/09/2017\nchức vụ"), "đến: 30/09/2017 trước “từ: 01/10/2017”."),
        (
            "data/units/doan-so-x.yml",
            ("đến: 30/06/2020", "đến: ▸30/06/2010"),
            "đến: 30/06/2010 trước “từ: 01/01/2015”.",
        ),
    ],
)
def test_every_span(tmp_path: Path, file: str, change: Change, message: str) -> None:
    fires(tmp_path, {file: change}, "D201", message)


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (
            MOVE,
            ("sang từ: 15/06/2020\nsang đến: 26/06/2020", "sang đến: ▸28/02/2020"),
            "sang đến: thời gian của “gs-thang-3” sẽ từ 01/03/2020 đến 28/02/2020.",
        ),
        (
            MOVE,
            ("sang từ: 15/06/2020\nsang đến: 26/06/2020", "sang từ: ▸15/06/2020"),
            "sang từ: thời gian của “gs-thang-3” sẽ từ 15/06/2020 đến 31/03/2020.",
        ),
    ],
)
def test_one_bound_beyond_the_other_in_force(tmp_path: Path, file: str, change: Change, message: str) -> None:
    fires(tmp_path, {file: change}, "D201", message)


def test_a_single_day(tmp_path: Path) -> None:
    silent(tmp_path, {MOVE: ("sang đến: 26/06/2020", "sang đến: 15/06/2020")}, "D201")
