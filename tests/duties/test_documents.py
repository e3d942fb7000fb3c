"""Documents that a team asks for: each state through files, parts that arrive, terms that count from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.duties.asking import closed
from tests.duties.round_files import TEAM_2, Case, Told, covers, team, told, waiver
from tests.repo import by_id, facts, lay

DOCUMENT = "tai-lieu/dot-2/doan-so-a/so-chi-doan"
WORKING = "06/11/2020 sau 0: ; "
DUE = ("2020-11-06", "2020-11-06")
TEAM = "teams/dot-2-doan-1.yml"
PARTS = "nhận: [{ngày: 05/11/2020, nội dung: Sổ của Chi đoàn 1}]"


def asked(text: str, due: str = "hạn: 06/11/2020", more: str = "") -> dict[str, str]:
    """Return the team with one document, asked for on 30/10/2020, and what is recorded of it."""
    rest = "".join(f", {item}" for item in (due, text) if item)
    document = f"{{mã: so-chi-doan, tên: Sổ, ngày yêu cầu: 30/10/2020{rest}}}"
    return {TEAM_2: team("dot-2", f"mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020{more}, tài liệu: [{document}]")}


CASES = [
    Case(
        "all of it on the day",
        DOCUMENT,
        "2020-11-10",
        Told(State.on_time, "Hoàn thành đúng hạn", *DUE, "2020-11-06", f"{TEAM}:8:146", WORKING),
        asked("ngày nhận đủ: 06/11/2020"),
    ),
    Case(
        "all of it three days later",
        DOCUMENT,
        "2020-11-10",
        Told(State.late, "Hoàn thành trễ hạn 3 ngày", *DUE, "2020-11-09", f"{TEAM}:8:146", WORKING),
        asked("ngày nhận đủ: 09/11/2020"),
    ),
    Case(
        "a part, the day after",
        DOCUMENT,
        "2020-11-07",
        Told(State.overdue, "Chưa hoàn thành, quá hạn 1 ngày (đã nhận một phần)", *DUE, None, None, WORKING),
        asked(f"{PARTS}, ngày nhận đủ: 09/11/2020"),
    ),
    Case(
        "nothing, and the year is closed",
        DOCUMENT,
        "2020-11-07",
        Told(State.missed, "Không thực hiện: có thể làm đến hết ngày 06/11/2020", *DUE, None, None, WORKING),
        asked("") | closed("07/11/2020"),
    ),
    Case(
        "nothing, on the day",
        DOCUMENT,
        "2020-11-06",
        Told(State.due_soon, "Chưa hoàn thành, hôm nay là hạn", *DUE, None, None, WORKING),
        asked(""),
    ),
    Case(
        "eight days before",
        DOCUMENT,
        "2020-11-01",
        Told(
            State.upcoming,
            "Chưa hoàn thành, còn trong hạn",
            "2020-11-09",
            "2020-11-09",
            None,
            None,
            "09/11/2020 sau 0: ; ",
        ),
        asked("", due="hạn: 09/11/2020"),
    ),
    Case(
        "no day set by the team",
        DOCUMENT,
        "2020-11-10",
        Told(
            State.unknown,
            "Chưa rõ: đoàn kiểm tra chưa đặt hạn (đã nhận một phần)",
            None,
            None,
            None,
            None,
            "đoàn kiểm tra chưa đặt hạn",
        ),
        asked(PARTS, due=""),
    ),
    Case(
        "all of it, with no day set by the team",
        DOCUMENT,
        "2020-11-10",
        Told(
            State.unknown,
            "Chưa rõ: đã làm ngày 06/11/2020; đoàn kiểm tra chưa đặt hạn",
            None,
            None,
            "2020-11-06",
            f"{TEAM}:8:129",
            "đoàn kiểm tra chưa đặt hạn",
        ),
        asked("ngày nhận đủ: 06/11/2020", due=""),
    ),
    Case(
        "all of it on a day that nobody knows",
        DOCUMENT,
        "2020-11-10",
        Told(State.unknown, "Chưa rõ ngày nhận đủ", *DUE, None, f"{TEAM}:8:146", WORKING),
        asked("ngày nhận đủ: chưa rõ"),
    ),
    Case(
        "waived",
        DOCUMENT,
        "2020-11-10",
        Told(State.waived, "Được miễn, theo quyết định ngày 01/09/2020", *DUE, None, None, WORKING),
        asked("") | waiver("dot-2", "tài liệu"),
    ),
    Case(
        "the session is cancelled",
        DOCUMENT,
        "2020-11-10",
        Told(State.not_applicable, "Không phát sinh nghĩa vụ: cuộc làm việc đã hủy", *DUE, None, None, WORKING),
        asked("", more=", trạng thái: hủy"),
    ),
    Case(
        "due on a Sunday: the safe day is the Friday",
        DOCUMENT,
        "2020-11-01",
        Told(
            State.due_soon,
            "Chưa hoàn thành, còn 7 ngày",
            "2020-11-08",
            "2020-11-06",
            None,
            None,
            "08/11/2020 sau 0: ; ",
        ),
        asked("", due="hạn: 08/11/2020"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_state(case: Case, tmp_path: Path) -> None:
    assert case.seen(tmp_path) == case.told


def test_every_state_is_shown_or_explained() -> None:
    covers(CASES, {})


def test_it_names_the_line_of_the_request(tmp_path: Path) -> None:
    found = by_id(facts(lay(tmp_path, asked("")), "2020-11-04"))[f"46-kh-dtn/{DOCUMENT}"]
    assert (found.place.file, found.place.line) == (TEAM_2, 8)
    assert (found.who.id, found.about_unit, found.clause) == ("doan-so-a", "doan-so-a", "IV.3")


def test_a_document_asked_for_later_is_not_known_yet(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, asked("")), "2020-10-29")
    assert f"46-kh-dtn/{DOCUMENT}" not in by_id(found)


@pytest.mark.parametrize(
    ("term", "due"),
    [
        ("    mốc: buổi làm việc\n    số: 2\n    đơn vị tính: ngày làm việc\n    chiều: trước\n", "2020-11-10"),
        ("    mốc: yêu cầu của đoàn kiểm tra\n    số: 5\n    đơn vị tính: ngày làm việc\n", "2020-11-06"),
    ],
    ids=["before the session", "after the request"],
)
def test_a_plan_may_count_where_the_team_set_no_day(term: str, due: str, tmp_path: Path) -> None:
    plan = "data/plans/2020/46-kh-dtn/plan.md"
    text = (lay(tmp_path, {}) / plan).read_text().replace("    mốc: yêu cầu của đoàn kiểm tra\n", term)
    found = by_id(facts(lay(tmp_path, {plan: text} | asked("", due="")), "2020-11-04"))[f"46-kh-dtn/{DOCUMENT}"]
    assert told(found).due_on == due
    found = by_id(facts(lay(tmp_path, asked("", due="hạn: 03/11/2020")), "2020-11-04"))[f"46-kh-dtn/{DOCUMENT}"]
    assert told(found).due_on == "2020-11-03"
