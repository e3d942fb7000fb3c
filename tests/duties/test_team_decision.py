"""Teams are decided on: each state through files, the notice's due day as the anchor, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.duties.asking import closed
from tests.duties.round_files import BROKEN, TEAM_2, TEAM_9, Case, Told, adjusted, covers, team, told, waiver
from tests.repo import by_id, facts, lay

WHOLE = "quyet-dinh-thanh-lap-doan/dot-2"
TEAM = f"{WHOLE}/dot-2-doan-1"
WORKING = "03/11/2020 sau 0: ; "
DUE = ("2020-11-03", "2020-11-03")
PLACE = "teams/dot-2-doan-1.yml:4:44"

CANNOT = {State.not_applicable: "a team that is there always needs its decision"}


def decided(day: str) -> dict[str, str]:
    """Return the team with a decision of a day."""
    return {TEAM_2: team("dot-2", decided=f"{{số ký hiệu: 45-QĐ/ĐTN, ngày ban hành: {day}}}")}


CASES = [
    Case(
        "decided on the day when the notice is due",
        TEAM,
        "2020-11-10",
        Told(State.on_time, "Hoàn thành đúng hạn", *DUE, "2020-11-03", PLACE, WORKING),
        decided("03/11/2020"),
    ),
    Case(
        "decided a day later",
        TEAM,
        "2020-11-10",
        Told(State.late, "Hoàn thành trễ hạn 1 ngày", *DUE, "2020-11-04", PLACE, WORKING),
        decided("04/11/2020"),
    ),
    Case(
        "decided later than the day that is asked for",
        TEAM,
        "2020-11-04",
        Told(State.overdue, "Chưa hoàn thành, quá hạn 1 ngày", *DUE, None, None, WORKING),
        decided("05/11/2020"),
    ),
    Case(
        "not decided, and the year is closed",
        TEAM,
        "2020-11-04",
        Told(State.missed, "Không thực hiện: có thể làm đến hết ngày 03/11/2020", *DUE, None, None, WORKING),
        decided("05/11/2020") | closed("04/11/2020"),
    ),
    Case(
        "on the last day",
        TEAM,
        "2020-11-03",
        Told(State.due_soon, "Chưa hoàn thành, hôm nay là hạn", *DUE, None, None, WORKING),
        decided("05/11/2020"),
    ),
    Case(
        "no team yet, long before",
        WHOLE,
        "2020-10-15",
        Told(State.upcoming, "Chưa hoàn thành, còn trong hạn", *DUE, None, None, WORKING),
    ),
    Case(
        "the team's file is broken",
        TEAM,
        "2020-11-10",
        Told(State.unknown, f"Chưa rõ: tệp {TEAM_2} có lỗi", *DUE, None, "teams/dot-2-doan-1.yml", WORKING),
        {TEAM_2: BROKEN},
        faulty=True,
    ),
    Case(
        "a month whose sessions have no day yet",
        "quyet-dinh-thanh-lap-doan/gs-thang-9",
        "2020-10-15",
        Told(State.unknown, "Chưa rõ: chưa ấn định ngày", None, None, None, None, "chưa ấn định ngày"),
    ),
    Case(
        "waived",
        WHOLE,
        "2020-11-10",
        Told(State.waived, "Được miễn, theo quyết định ngày 01/09/2020", *DUE, None, None, WORKING),
        waiver("dot-2", "quyết định thành lập đoàn"),
    ),
    Case(
        "moved so that the notice is due over the holidays",
        "quyet-dinh-thanh-lap-doan/dot-1/dot-1-doan-1",
        "2020-05-22",
        Told(
            State.on_time,
            "Hoàn thành đúng hạn",
            "2020-04-27",
            "2020-04-27",
            "2020-04-27",
            "teams/dot-1-doan-1.yml:5:20",
            "27/04/2020 sau 0: ; ",
            "adjusted",
        ),
        adjusted("dot-1", "hoạt động: dot-1", "sang từ: 06/05/2020", "sang đến: 22/05/2020", decided="20/04/2020"),
    ),
    Case(
        "decided without a number",
        TEAM,
        "2020-11-10",
        Told(
            State.on_time,
            "Hoàn thành đúng hạn",
            *DUE,
            "2020-11-03",
            "teams/dot-2-doan-1.yml:4:21",
            WORKING,
            "no_number",
        ),
        {TEAM_2: team("dot-2", decided="{ngày ban hành: 03/11/2020}")},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_state(case: Case, tmp_path: Path) -> None:
    assert case.seen(tmp_path) == case.told


def test_every_state_is_shown_or_explained() -> None:
    covers(CASES, CANNOT)


def test_the_whole_waits_for_its_last_team(tmp_path: Path) -> None:
    files = decided("30/10/2020") | {TEAM_2.replace("doan-1", "doan-2"): decided("04/11/2020")[TEAM_2]}
    whole = by_id(facts(lay(tmp_path, files), "2020-11-03"))[f"46-kh-dtn/{WHOLE}"]
    assert (whole.state, whole.done_on) == (State.due_soon, None)
    whole = by_id(facts(lay(tmp_path, files), "2020-11-04"))[f"46-kh-dtn/{WHOLE}"]
    assert (whole.state, str(whole.done_on)) == (State.late, "2020-11-04")


def test_a_later_decision_changes_the_team_and_not_the_day(tmp_path: Path) -> None:
    change = "{ngày ban hành: 03/11/2020}\n  - {ngày ban hành: 09/11/2020, thay đổi: Thay thư ký}"
    found = by_id(facts(lay(tmp_path, {TEAM_2: team("dot-2", decided=change)}), "2020-11-10"))[f"46-kh-dtn/{TEAM}"]
    assert (found.state, str(found.done_on)) == (State.on_time, "2020-11-03")


def test_a_month_counts_from_the_notice_of_its_first_session(tmp_path: Path) -> None:
    files = {TEAM_9: team("gs-thang-9", "mã: c1, đơn vị: doan-so-a, ngày: 17/09/2020")}
    found = by_id(facts(lay(tmp_path, files), "2020-09-01"))["46-kh-dtn/quyet-dinh-thanh-lap-doan/gs-thang-9"]
    assert told(found).due_on == "2020-09-10"


def test_without_a_term_for_notices_the_due_day_is_unknown(tmp_path: Path) -> None:
    plan = "data/plans/2020/46-kh-dtn/plan.md"
    text = (lay(tmp_path, {}) / plan).read_text()
    start = text.index("  - việc: thông báo")
    text = text[:start] + text[text.index("  - việc: báo cáo kết quả") :]
    found = by_id(facts(lay(tmp_path, {plan: text}), "2020-10-15"))[f"46-kh-dtn/{WHOLE}"]
    assert found.reason == "Chưa rõ: kế hoạch không có thời hạn của việc “thông báo”"
