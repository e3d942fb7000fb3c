"""The party committee is invited: each state through files, and what it means that nothing is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.duties.asking import scope
from tests.duties.round_files import TEAM_2, Case, Told, adjusted, covers, team, waiver
from tests.repo import by_id, facts, lay

UNIT = "moi-cap-uy/dot-2/doan-so-a"
WORKING = "12/11/2020 sau 0: ; "
DUE = ("2020-11-12", "2020-11-12")
TEAM = "teams/dot-2-doan-1.yml"


def invitation(text: str, more: str = "ngày: 12/11/2020, giờ: 8:00") -> dict[str, str]:
    """Return the team with one session and what is recorded of the party committee."""
    party = f", cấp ủy: {{{text}}}" if text else ""
    return {TEAM_2: team("dot-2", f"mã: c1, đơn vị: doan-so-a, {more}{party}")}


CASES = [
    Case(
        "invited on the day of the session",
        UNIT,
        "2020-11-20",
        Told(State.on_time, "Hoàn thành đúng hạn", *DUE, "2020-11-12", f"{TEAM}:8:90", WORKING),
        invitation("mời: có, ngày mời: 12/11/2020"),
    ),
    Case(
        "invited after the session",
        UNIT,
        "2020-11-20",
        Told(State.late, "Hoàn thành trễ hạn 1 ngày", *DUE, "2020-11-13", f"{TEAM}:8:90", WORKING),
        invitation("mời: có, ngày mời: 13/11/2020"),
        faulty=True,  # inviting after the session makes no sense, which a check reports
    ),
    Case(
        "not invited, the day after",
        UNIT,
        "2020-11-13",
        Told(State.missed, "Không thực hiện: có thể làm đến hết ngày 12/11/2020", *DUE, None, None, WORKING),
        invitation("mời: không"),
    ),
    Case(
        "not invited yet, on the day",
        UNIT,
        "2020-11-12",
        Told(State.due_soon, "Chưa hoàn thành, hôm nay là hạn", *DUE, None, None, WORKING),
        invitation("mời: không"),
    ),
    Case(
        "nothing recorded, on the day",
        UNIT,
        "2020-11-12",
        Told(State.due_soon, "Chưa hoàn thành, hôm nay là hạn", *DUE, None, None, WORKING),
        invitation(""),
    ),
    Case(
        "nothing recorded, long before",
        UNIT,
        "2020-11-04",
        Told(State.upcoming, "Chưa hoàn thành, còn trong hạn", *DUE, None, None, WORKING),
        invitation(""),
    ),
    Case(
        "nothing recorded, the day after",
        UNIT,
        "2020-11-13",
        Told(State.unknown, "Chưa rõ: chưa ghi nhận", *DUE, None, f"{TEAM}:8:22", WORKING),
        invitation(""),
    ),
    Case(
        "invited on a day that nobody knows",
        UNIT,
        "2020-11-13",
        Told(State.unknown, "Chưa rõ ngày mời", *DUE, None, f"{TEAM}:8:76", WORKING),
        invitation("mời: có"),
    ),
    Case(
        "the session has no day",
        UNIT,
        "2020-11-04",
        Told(State.unknown, "Chưa rõ: chưa ấn định ngày", None, None, None, None, "chưa ấn định ngày"),
        invitation("", more="giờ: 8:00"),
    ),
    Case(
        "the session is postponed to no day yet",
        UNIT,
        "2020-11-20",
        Told(
            State.unknown,
            "Chưa rõ: buổi làm việc hoãn, chưa có ngày mới",
            None,
            None,
            None,
            None,
            "buổi làm việc hoãn, chưa có ngày mới",
        ),
        invitation("", more="ngày: 12/11/2020, trạng thái: hoãn"),
    ),
    Case(
        "waived",
        UNIT,
        "2020-11-20",
        Told(State.waived, "Được miễn, theo quyết định ngày 01/09/2020", *DUE, None, f"{TEAM}:8:22", WORKING),
        invitation("") | waiver("dot-2", "mời cấp ủy"),
    ),
    Case(
        "units come to one place",
        UNIT,
        "2020-11-20",
        Told(
            State.not_applicable,
            "Không phát sinh nghĩa vụ: chỉ mời khi đoàn làm việc trực tiếp tại đơn vị",
            *DUE,
            None,
            f"{TEAM}:8:22",
            WORKING,
        ),
        invitation("", more="hình thức: tập trung, ngày: 12/11/2020"),
    ),
    Case(
        "the session is cancelled",
        UNIT,
        "2020-11-20",
        Told(
            State.not_applicable, "Không phát sinh nghĩa vụ: cuộc làm việc đã hủy", *DUE, None, f"{TEAM}:8:22", WORKING
        ),
        invitation("", more="ngày: 12/11/2020, trạng thái: hủy"),
    ),
    Case(
        "the session is on a Sunday: the safe day is the Friday",
        UNIT,
        "2020-10-15",
        Told(
            State.upcoming,
            "Chưa hoàn thành, còn trong hạn",
            "2020-11-15",
            "2020-11-13",
            None,
            None,
            "15/11/2020 sau 0: ; ",
        ),
        invitation("", more="ngày: 15/11/2020"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_state(case: Case, tmp_path: Path) -> None:
    assert case.seen(tmp_path) == case.told


def test_every_state_is_shown_or_explained() -> None:
    covers(CASES, {State.overdue: "after the session it can be done no longer"})


def test_the_unit_owes_it(tmp_path: Path) -> None:
    found = by_id(facts(lay(tmp_path, invitation("")), "2020-11-04"))[f"46-kh-dtn/{UNIT}"]
    assert (found.who.kind.name, found.who.id, found.about_unit, found.clause) == (
        "unit",
        "doan-so-a",
        "doan-so-a",
        "III",
    )


def test_an_extension_keeps_it_open(tmp_path: Path) -> None:
    lines = ("việc: mời cấp ủy", *scope("mời cấp ủy", "[dot-2]"), "hạn mới: 16/11/2020")
    longer = adjusted("dot-2", *lines, kind="gia hạn", decided="03/11/2020")
    found = by_id(facts(lay(tmp_path, invitation("mời: không") | longer), "2020-11-14"))[f"46-kh-dtn/{UNIT}"]
    assert (found.state, found.reason) == (State.due_soon, "Chưa hoàn thành, còn 2 ngày")
    assert str(found.lapses_on) == "2020-11-16"  # never before the day in force
    found = by_id(facts(lay(tmp_path, invitation("")), "2020-11-14"))[f"46-kh-dtn/{UNIT}"]
    assert (found.state, found.reason) == (State.unknown, "Chưa rõ: chưa ghi nhận")  # after the session


def test_a_second_session_at_a_unit_is_a_second_obligation(tmp_path: Path) -> None:
    sessions = ("mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020", "mã: c2, đơn vị: doan-so-a, ngày: 11/11/2020")
    found = facts(lay(tmp_path, {TEAM_2: team("dot-2", *sessions)}), "2020-11-04")
    due = {item.id: str(item.due_on) for item in found.obligations if item.id.startswith(f"46-kh-dtn/{UNIT}")}
    assert due == {f"46-kh-dtn/{UNIT}": "2020-11-12", f"46-kh-dtn/{UNIT}/dot-2-doan-1-c2": "2020-11-11"}
    sessions = (sessions[0] + ", trạng thái: hủy", sessions[1])
    found = facts(lay(tmp_path, {TEAM_2: team("dot-2", *sessions)}), "2020-11-04")
    due = {item.id: str(item.due_on) for item in found.obligations if item.id.startswith(f"46-kh-dtn/{UNIT}")}
    assert due == {f"46-kh-dtn/{UNIT}": "2020-11-11"}
