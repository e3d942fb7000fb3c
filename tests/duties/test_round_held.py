"""Rounds are held: each state through files, the quota, sessions outside the period, adjustments, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.duties.asking import closed
from tests.duties.round_files import BROKEN, TEAM_2, TEAM_9, Case, Told, adjusted, covers, team, waiver
from tests.repo import by_id, facts, lay

UNITS = ("doan-so-a", "doan-so-b", "doan-truong-c", "chi-doan-so-d", "doan-so-y")
DAYS = ("14/09/2020", "15/09/2020", "16/09/2020", "17/09/2020")
END_OF_SEPTEMBER = "30/09/2020 sau 0: ; "
THEMATIC = "tien-hanh-dot/gs-thang-9"
INSPECTION = "tien-hanh-dot/dot-2"

CANNOT = {State.not_applicable: "a round of the plan always has to be held"}


def sessions(*days: str) -> str:
    """Return the team of September with a session held at one unit on each day."""
    decided = "{số ký hiệu: 40-QĐ/ĐTN, ngày ban hành: 01/09/2020}"
    held = (f"mã: c{i}, đơn vị: {u}, ngày tiến hành: {d}" for i, (u, d) in enumerate(zip(UNITS, days, strict=False)))
    return team("gs-thang-9", *held, decided=decided)


CASES = [
    Case(
        "the fifth of five on the last day",
        THEMATIC,
        "2020-10-15",
        Told(
            State.on_time,
            "Hoàn thành đúng hạn (đã tiến hành 5/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            "2020-09-30",
            "teams/gs-thang-9-doan-1.yml:12:49",
            END_OF_SEPTEMBER,
        ),
        {TEAM_9: sessions(*DAYS, "30/09/2020")},
    ),
    Case(
        "the fifth of five two days later, outside the month",
        THEMATIC,
        "2020-10-15",
        Told(
            State.late,
            "Hoàn thành trễ hạn 2 ngày (đã tiến hành 5/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            "2020-10-02",
            "teams/gs-thang-9-doan-1.yml:12:49",
            END_OF_SEPTEMBER,
        ),
        {TEAM_9: sessions(*DAYS, "02/10/2020")},
    ),
    Case(
        "four of five, the day after",
        THEMATIC,
        "2020-10-01",
        Told(
            State.overdue,
            "Chưa hoàn thành, quá hạn 1 ngày (đã tiến hành 4/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            None,
            None,
            END_OF_SEPTEMBER,
        ),
        {TEAM_9: sessions(*DAYS)},
    ),
    Case(
        "four of five, and the year is closed",
        THEMATIC,
        "2020-10-01",
        Told(
            State.missed,
            "Không thực hiện: có thể làm đến hết ngày 30/09/2020 (đã tiến hành 4/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            None,
            None,
            END_OF_SEPTEMBER,
        ),
        {TEAM_9: sessions(*DAYS)} | closed("01/10/2020"),
    ),
    Case(
        "four of five, on the last day",
        THEMATIC,
        "2020-09-30",
        Told(
            State.due_soon,
            "Chưa hoàn thành, hôm nay là hạn (đã tiến hành 4/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            None,
            None,
            END_OF_SEPTEMBER,
        ),
        {TEAM_9: sessions(*DAYS)},
    ),
    Case(
        "nothing yet, long before",
        THEMATIC,
        "2020-09-10",
        Told(
            State.upcoming,
            "Chưa hoàn thành, còn trong hạn (đã tiến hành 0/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            None,
            None,
            END_OF_SEPTEMBER,
        ),
    ),
    Case(
        "the fifth on a day that nobody knows",
        THEMATIC,
        "2020-10-15",
        Told(
            State.unknown,
            "Chưa rõ ngày tiến hành (đã tiến hành 5/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            None,
            "teams/gs-thang-9-doan-1.yml:12:49",
            END_OF_SEPTEMBER,
        ),
        {TEAM_9: sessions(*DAYS, "chưa rõ")},
    ),
    Case(
        "the team's file is broken",
        THEMATIC,
        "2020-10-15",
        Told(
            State.unknown,
            "Chưa rõ: tệp data/plans/2020/46-kh-dtn/teams/gs-thang-9-doan-1.yml có lỗi (đã tiến hành 0/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            None,
            "teams/gs-thang-9-doan-1.yml",
            END_OF_SEPTEMBER,
        ),
        {TEAM_9: BROKEN},
        faulty=True,
    ),
    Case(
        "no new time is set",
        THEMATIC,
        "2020-10-15",
        Told(
            State.unknown,
            "Chưa rõ: chưa ấn định ngày (đã tiến hành 0/5 cuộc)",
            None,
            None,
            None,
            None,
            "chưa ấn định ngày",
            "adjusted",
        ),
        adjusted("gs-thang-9", "hoạt động: gs-thang-9", "chưa ấn định: có", decided="14/09/2020"),
    ),
    Case(
        "waived",
        THEMATIC,
        "2020-10-15",
        Told(
            State.waived,
            "Được miễn, theo quyết định ngày 01/09/2020 (đã tiến hành 0/5 cuộc)",
            "2020-09-30",
            "2020-09-30",
            None,
            None,
            END_OF_SEPTEMBER,
        ),
        waiver("gs-thang-9", "tiến hành đợt"),
    ),
    Case(
        "moved to a month that ends on a Saturday: the safe day is the Friday",
        THEMATIC,
        "2020-10-15",
        Told(
            State.upcoming,
            "Chưa hoàn thành, còn trong hạn (đã tiến hành 0/5 cuộc)",
            "2020-10-31",
            "2020-10-30",
            None,
            None,
            "31/10/2020 sau 0: ; ",
            "adjusted",
        ),
        adjusted("gs-thang-9", "hoạt động: gs-thang-9", "sang tháng: 10/2020", decided="14/09/2020"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_state(case: Case, tmp_path: Path) -> None:
    assert case.seen(tmp_path) == case.told


def test_every_state_is_shown_or_explained() -> None:
    covers(CASES, CANNOT)


def test_without_quota_all_chosen_sessions_that_stand_must_be_held(tmp_path: Path) -> None:
    held = "mã: c1, đơn vị: doan-so-a, ngày tiến hành: 12/11/2020"
    files = {TEAM_2: team("dot-2", held, "mã: c2, đơn vị: doan-so-b, ngày: 13/11/2020")}
    assert by_id(facts(lay(tmp_path, files), "2020-11-26"))[f"46-kh-dtn/{INSPECTION}"].reason == (
        "Chưa hoàn thành, quá hạn 1 ngày (đã tiến hành 1/2 cuộc)"
    )
    files = {TEAM_2: team("dot-2", held, "mã: c2, đơn vị: doan-so-b, ngày: 13/11/2020, trạng thái: hủy")}
    assert by_id(facts(lay(tmp_path, files), "2020-11-26"))[f"46-kh-dtn/{INSPECTION}"].reason == (
        "Hoàn thành đúng hạn (đã tiến hành 1/1 cuộc)"
    )
    files = {TEAM_2: team("dot-2", held, "mã: c2, đơn vị: doan-so-b, ngày: 13/11/2020, trạng thái: hoãn")}
    assert by_id(facts(lay(tmp_path, files), "2020-11-26"))[f"46-kh-dtn/{INSPECTION}"].state is State.overdue


def test_a_broken_team_leaves_a_quota_met_by_others(tmp_path: Path) -> None:
    files = {TEAM_9: sessions(*DAYS, "30/09/2020"), TEAM_9.replace("doan-1", "doan-2"): BROKEN, TEAM_2: BROKEN}
    found = facts(lay(tmp_path, files), "2020-12-01")
    assert by_id(found)[f"46-kh-dtn/{THEMATIC}"].state is State.on_time
    assert by_id(found)[f"46-kh-dtn/{INSPECTION}"].state is State.unknown
    assert by_id(found)["46-kh-dtn/tien-hanh-dot/dot-1"].state is State.on_time
