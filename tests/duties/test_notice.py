"""Units are told of a round: each state through files, first sendings, late additions, months, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.duties.round_files import (
    BROKEN,
    NOTICE_2,
    TEAM_2,
    TEAM_9,
    Case,
    Told,
    adjusted,
    covers,
    notice,
    team,
    told,
    waiver,
)
from tests.repo import by_id, facts, lay

WHOLE = "thong-bao/dot-2"
UNIT = "thong-bao/dot-2/doan-so-a"
WORKING = "10/11/2020 trước 5: 03/11 04/11 05/11 06/11 09/11; 07/11 Thứ Bảy, 08/11 Chủ nhật"
DUE = ("2020-11-03", "2020-11-02")
CHOSEN = {TEAM_2: team("dot-2", "mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020")}
PLACE = "notices/dot-2-1.yml:5:35"


def sent(day: str) -> dict[str, str]:
    """Return the team with its unit, and the notice sent to the unit on a day."""
    return CHOSEN | {NOTICE_2: notice(f"đơn vị: doan-so-a, ngày gửi: {day}")}


ON_TIME = Told(State.on_time, "Hoàn thành đúng hạn", *DUE, "2020-11-03", PLACE, WORKING)
OVERDUE = Told(State.overdue, "Chưa hoàn thành, quá hạn 1 ngày", *DUE, None, None, WORKING)

CASES = [
    Case("sent on the last day", UNIT, "2020-11-10", ON_TIME, sent("03/11/2020")),
    Case(
        "sent a day late",
        UNIT,
        "2020-11-10",
        Told(State.late, "Hoàn thành trễ hạn 1 ngày", *DUE, "2020-11-04", PLACE, WORKING),
        sent("04/11/2020"),
    ),
    Case("not sent, the day after", UNIT, "2020-11-04", OVERDUE, CHOSEN),
    Case(
        "not sent, after the session",
        UNIT,
        "2020-11-13",
        Told(State.missed, "Không thực hiện: có thể làm đến hết ngày 12/11/2020", *DUE, None, None, WORKING),
        {TEAM_2: team("dot-2", "mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020")},
    ),
    Case("sent later than the day that is asked for", UNIT, "2020-11-04", OVERDUE, sent("05/11/2020")),
    Case(
        "not sent, on the last day",
        UNIT,
        "2020-11-03",
        Told(State.due_soon, "Chưa hoàn thành, hôm nay là hạn", *DUE, None, None, WORKING),
        CHOSEN,
    ),
    Case(
        "not sent, eight days before",
        UNIT,
        "2020-10-26",
        Told(State.upcoming, "Chưa hoàn thành, còn trong hạn", *DUE, None, None, WORKING),
        CHOSEN,
    ),
    Case(
        "sent on a day that nobody knows",
        UNIT,
        "2020-11-10",
        Told(State.unknown, "Chưa rõ ngày gửi", *DUE, None, PLACE, WORKING),
        sent("chưa rõ"),
    ),
    Case(
        "the notice's file is broken",
        UNIT,
        "2020-11-10",
        Told(
            State.unknown,
            "Chưa rõ: tệp data/plans/2020/46-kh-dtn/notices/dot-2-1.yml có lỗi",
            *DUE,
            None,
            "notices/dot-2-1.yml",
            WORKING,
        ),
        CHOSEN | {NOTICE_2: BROKEN},
        faulty=True,
    ),
    Case(
        "a month without a dated session",
        "thong-bao/gs-thang-9",
        "2020-10-15",
        Told(State.unknown, "Chưa rõ: chưa ấn định ngày", None, None, None, None, "chưa ấn định ngày"),
    ),
    Case(
        "waived",
        UNIT,
        "2020-11-10",
        Told(State.waived, "Được miễn, theo quyết định ngày 01/09/2020", *DUE, None, None, WORKING),
        CHOSEN | waiver("dot-2", "thông báo"),
    ),
    Case(
        "the session is cancelled",
        UNIT,
        "2020-11-10",
        Told(
            State.not_applicable, "Không phát sinh nghĩa vụ: cuộc làm việc đã hủy", *DUE, "2020-11-03", PLACE, WORKING
        ),
        sent("03/11/2020") | {TEAM_2: team("dot-2", "mã: c1, đơn vị: doan-so-a, trạng thái: hủy")},
    ),
    Case(
        "moved so that the holidays of April lie in the way",
        "thong-bao/dot-1/doan-so-a",
        "2020-05-22",
        Told(
            State.late,
            "Hoàn thành trễ hạn 2 ngày",
            "2020-04-27",
            "2020-04-24",
            "2020-04-29",
            "notices/dot-1-1.yml:7:15",
            "06/05/2020 trước 5: 27/04 28/04 29/04 04/05 05/05; 30/04 Ngày Chiến thắng, 01/05 Ngày Quốc tế Lao động, "
            "02/05 Thứ Bảy, 03/05 Chủ nhật",
            "adjusted",
        ),
        adjusted("dot-1", "hoạt động: dot-1", "sang từ: 06/05/2020", "sang đến: 22/05/2020", decided="20/04/2020"),
    ),
    Case(
        "sent without a number",
        UNIT,
        "2020-11-10",
        ON_TIME._replace(evidence="notices/dot-2-1.yml:5:35", flags="no_number"),
        CHOSEN | {NOTICE_2: notice("đơn vị: doan-so-a, ngày gửi: 03/11/2020", number="# chưa có số")},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_state(case: Case, tmp_path: Path) -> None:
    assert case.seen(tmp_path) == case.told


def test_every_state_is_shown_or_explained() -> None:
    covers(CASES, {})


def test_the_round_is_owed_before_any_unit_is_chosen(tmp_path: Path) -> None:
    found = by_id(facts(lay(tmp_path, {}), "2020-10-15"))[f"46-kh-dtn/{WHOLE}"]
    assert told(found) == Told(State.upcoming, "Chưa hoàn thành, còn trong hạn", *DUE, None, None, WORKING)
    assert (found.parts, found.who.id, found.clause) == ((), "van-phong", "II.1, II.2.1, III, IV.1")


def test_the_whole_is_as_bad_as_its_worst_unit_and_done_with_its_last(tmp_path: Path) -> None:
    units = ("mã: c1, đơn vị: doan-so-a", "mã: c2, đơn vị: doan-so-b")
    files = {TEAM_2: team("dot-2", *units), NOTICE_2: notice("đơn vị: doan-so-a, ngày gửi: 30/10/2020")}
    found = by_id(facts(lay(tmp_path, files), "2020-11-04"))[f"46-kh-dtn/{WHOLE}"]
    assert tuple(map(str, found.parts)) == (f"46-kh-dtn/{WHOLE}/doan-so-a", f"46-kh-dtn/{WHOLE}/doan-so-b")
    assert (found.state, found.done_on) == (State.overdue, None)
    assert found.reason == "Chưa hoàn thành, quá hạn 1 ngày (1/2 đơn vị đã xong)"
    files[NOTICE_2] = notice("đơn vị: doan-so-a, ngày gửi: 30/10/2020", "đơn vị: doan-so-b, ngày gửi: 05/11/2020")
    found = by_id(facts(lay(tmp_path, files), "2020-11-06"))[f"46-kh-dtn/{WHOLE}"]
    assert (found.state, str(found.done_on)) == (State.late, "2020-11-05")
    assert found.reason == "Hoàn thành trễ hạn 2 ngày (2/2 đơn vị đã xong)"
    assert found.evidence and found.evidence.place.line == 6


def test_the_first_sending_counts_though_it_was_replaced(tmp_path: Path) -> None:
    second = notice("đơn vị: doan-so-a, ngày gửi: 09/11/2020", number="số ký hiệu: 33-TB/ĐTN\nthay thế: dot-2-1")
    files = sent("03/11/2020") | {NOTICE_2.replace("-1.yml", "-2.yml"): second}
    found = by_id(facts(lay(tmp_path, files), "2020-11-10"))[f"46-kh-dtn/{UNIT}"]
    assert told(found) == ON_TIME


def test_a_sending_without_a_day_may_have_been_the_first(tmp_path: Path) -> None:
    second = notice("đơn vị: doan-so-a, ngày gửi: chưa rõ")
    files = sent("04/11/2020") | {NOTICE_2.replace("-1.yml", "-2.yml"): second}
    found = by_id(facts(lay(tmp_path, files), "2020-11-10"))[f"46-kh-dtn/{UNIT}"]
    assert (found.state, found.reason) == (State.unknown, "Chưa rõ ngày gửi")


LATE_ADDITION = "mã: c1, đơn vị: doan-so-a, ngày: 19/11/2020, ngày chọn: {}, căn cứ: Kết luận của Ban Thường vụ"


@pytest.mark.parametrize(
    ("engagement", "due"),
    [
        (LATE_ADDITION.format("04/11/2020"), ("2020-11-12", "2020-11-11")),
        (LATE_ADDITION.format("03/11/2020"), DUE),
        (LATE_ADDITION.format("04/11/2020").partition(", căn cứ")[0], DUE),
        ("mã: c1, đơn vị: doan-so-a, ngày chọn: 04/11/2020, căn cứ: Kết luận", None),
    ],
    ids=["after the due day, with a basis", "on the due day", "without a basis", "session without a day"],
)
def test_a_unit_added_late_counts_from_its_session(
    engagement: str, due: tuple[str, str] | None, tmp_path: Path
) -> None:
    found = by_id(facts(lay(tmp_path, {TEAM_2: team("dot-2", engagement)}), "2020-11-10"))[f"46-kh-dtn/{UNIT}"]
    assert (told(found).due_on, told(found).safe_on) == (due or (None, None))


def test_a_late_addition_counts_from_the_round_where_the_plan_says_so(tmp_path: Path) -> None:
    plan = "data/plans/2020/46-kh-dtn/plan.md"
    text = (lay(tmp_path, {}) / plan).read_text().replace("tính trước buổi làm việc", "tính từ đầu đợt")
    files = {plan: text, TEAM_2: team("dot-2", LATE_ADDITION.format("04/11/2020"))}
    found = by_id(facts(lay(tmp_path, files), "2020-11-10"))[f"46-kh-dtn/{UNIT}"]
    assert (told(found).due_on, told(found).safe_on) == DUE


def test_a_month_counts_from_its_first_dated_session(tmp_path: Path) -> None:
    units = ("mã: c1, đơn vị: doan-so-a, ngày: 24/09/2020", "mã: c2, đơn vị: doan-so-b, ngày: 17/09/2020")
    found = facts(lay(tmp_path, {TEAM_9: team("gs-thang-9", *units)}), "2020-09-01")
    for path in ("gs-thang-9", "gs-thang-9/doan-so-a", "gs-thang-9/doan-so-b"):
        assert told(by_id(found)[f"46-kh-dtn/thong-bao/{path}"]).due_on == "2020-09-10"
    postponed = units[1] + ", trạng thái: hoãn"
    found = facts(lay(tmp_path, {TEAM_9: team("gs-thang-9", units[0], postponed)}), "2020-09-01")
    assert told(by_id(found)["46-kh-dtn/thong-bao/gs-thang-9/doan-so-b"]).due_on == "2020-09-17"


def test_a_broken_team_leaves_the_whole_unknown_and_what_was_sent_in_time(tmp_path: Path) -> None:
    files = {TEAM_2: BROKEN, NOTICE_2: notice("đơn vị: doan-so-a, ngày gửi: 03/11/2020")}
    found = facts(lay(tmp_path, files), "2020-11-10")
    assert told(by_id(found)[f"46-kh-dtn/{UNIT}"]) == ON_TIME
    whole = by_id(found)[f"46-kh-dtn/{WHOLE}"]
    assert whole.state is State.unknown
    assert whole.reason == f"Chưa rõ: tệp {TEAM_2} có lỗi (1/1 đơn vị đã xong)"
    files[NOTICE_2] = notice("đơn vị: doan-so-a, ngày gửi: 05/11/2020")
    assert by_id(facts(lay(tmp_path, files), "2020-11-10"))[f"46-kh-dtn/{UNIT}"].state is State.unknown


def test_an_adjustment_of_the_round_moves_every_unit(tmp_path: Path) -> None:
    lines = ("hoạt động: dot-2", "sang từ: 01/12/2020", "sang đến: 04/12/2020")
    units = ("mã: c1, đơn vị: doan-so-a", "mã: c2, đơn vị: doan-so-b")
    files = {TEAM_2: team("dot-2", *units)} | adjusted("dot-2", *lines, decided="01/10/2020")
    found = facts(lay(tmp_path, files), "2020-11-04")
    for path in (WHOLE, UNIT, f"{WHOLE}/doan-so-b"):
        moved = by_id(found)[f"46-kh-dtn/{path}"]
        assert (str(moved.due_on), str(moved.original_due_on)) == ("2020-11-24", "2020-11-03")


@pytest.mark.parametrize(
    ("second", "lapses_on"),
    [
        ("ngày: 17/11/2020", "2020-11-17"),  # the last session at the unit
        ("ngày: 17/11/2020, trạng thái: hủy", "2020-11-12"),
        ("ngày: 17/11/2020, trạng thái: hoãn", "None"),  # one that stands has no day
        ("giờ: 8:00", "None"),
    ],
)
def test_a_unit_can_be_told_until_its_last_session(second: str, lapses_on: str, tmp_path: Path) -> None:
    units = ("mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020", f"mã: c2, đơn vị: doan-so-a, {second}")
    found = by_id(facts(lay(tmp_path, {TEAM_2: team("dot-2", *units)}), "2020-11-01"))
    assert str(found[f"46-kh-dtn/{UNIT}"].lapses_on) == lapses_on
    assert str(found[f"46-kh-dtn/{WHOLE}"].lapses_on) == lapses_on
