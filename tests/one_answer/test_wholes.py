"""A whole is in the worst state of its parts, and tells of the part that presses most."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.duties.round_files import NOTICE_2, TEAM_2, notice, team
from tests.one_answer.asking import due
from tests.one_answer.story import extension
from tests.repo import lay

WHOLE = "46-kh-dtn/thong-bao/dot-2"  # due 03/11/2020
UNITS = ("doan-so-a", "doan-so-b")


def whole(root: Path, today: str, a: str, b: str, *, extended: str = "", unit: str = "doan-so-b") -> dict[str, Any]:
    """Return the notice of round 2 to two units, each sent on a day or not (""), `unit`'s due day extended."""
    sent = [f"đơn vị: {name}, ngày gửi: {on}" for name, on in zip(UNITS, (a, b), strict=True) if on]
    chosen = [f"mã: c{number}, đơn vị: {name}, ngày: 20/11/2020" for number, name in enumerate(UNITS, 1)]
    scope = ("việc: thông báo", f"đơn vị: [{unit}]", "kỳ: [dot-2]")
    lay(root, {TEAM_2: team("dot-2", *chosen)})
    lay(root, {NOTICE_2: notice(*sent)} if sent else {})
    lay(root, extension("2020-10-20-gia-han-thong-bao", extended, *scope) if extended else {})
    return due(root, today)[WHOLE]


@pytest.mark.parametrize(
    ("today", "a", "b", "extended", "state"),
    [
        pytest.param("2020-11-10", "", "chưa rõ", "", "overdue", id="overdue before unknown"),
        pytest.param("2020-10-30", "", "chưa rõ", "", "unknown", id="unknown before due soon"),
        pytest.param("2020-11-05", "chưa rõ", "", "13/11/2020", "unknown", id="unknown before upcoming"),
        pytest.param("2020-10-30", "", "", "13/11/2020", "due_soon", id="due soon before upcoming"),
        pytest.param("2020-11-05", "04/11/2020", "", "13/11/2020", "upcoming", id="upcoming before late"),
        pytest.param("2020-11-10", "03/11/2020", "04/11/2020", "", "late", id="late before on time"),
        pytest.param("2020-11-10", "03/11/2020", "02/11/2020", "", "on_time", id="on time"),
    ],
)
def test_the_worst_state(tmp_path: Path, today: str, a: str, b: str, extended: str, state: str) -> None:
    assert whole(tmp_path, today, a, b, extended=extended)["state"] == state


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    ("today", "sent", "reason"),
    [
        pytest.param("2020-10-30", ("", ""), "Chưa hoàn thành, còn 4 ngày", id="the nearest that is open"),
        pytest.param("2020-11-10", ("", ""), "Chưa hoàn thành, quá hạn 7 ngày", id="the longest overdue"),
    ],
)
def test_the_part_that_presses_most(tmp_path: Path, today: str, sent: tuple[str, str], reason: str, unit: str) -> None:
    """One unit is to be told by 03/11, the other by 05/11."""
    told = whole(tmp_path, today, *sent, extended="05/11/2020", unit=unit)["reason"]
    assert told.partition(" (")[0] == reason


@pytest.mark.parametrize("later", UNITS)
def test_the_latest_of_what_is_late(tmp_path: Path, later: str) -> None:
    sent = ["09/11/2020" if unit == later else "04/11/2020" for unit in UNITS]
    told = whole(tmp_path, "2020-11-10", *sent)
    assert (told["state"], told["done_on"]) == ("late", "2020-11-09")
    assert told["reason"].partition(" (")[0] == "Hoàn thành trễ hạn 6 ngày"


def test_a_whole_is_not_done_while_a_part_is_open(tmp_path: Path) -> None:
    assert whole(tmp_path, "2020-11-10", "03/11/2020", "")["done_on"] is None
