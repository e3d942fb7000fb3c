"""Result reports: each state through files, the three steps, rounds of a month, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.duties.asking import closed, scope
from tests.duties.round_files import (
    BROKEN,
    REPORT_2,
    TEAM_2,
    TEAM_9,
    Case,
    Files,
    Told,
    adjusted,
    covers,
    result_report,
    team,
    told,
    waiver,
)
from tests.repo import by_id, facts, lay

WHOLE = "bao-cao-ket-qua/dot-2"
TEAM = f"{WHOLE}/dot-2-doan-1"
WORKING = "25/11/2020 sau 7: 26/11 27/11 30/11 01/12 02/12 03/12 04/12; 28/11 Thứ Bảy, 29/11 Chủ nhật"
DUE = ("2020-12-04", "2020-12-04")
PLACE = "reports/2020/ket-qua/2020-12-01-dot-2-doan-1.md"
HELD = {TEAM_2: team("dot-2", "mã: c1, đơn vị: doan-so-a, ngày tiến hành: 12/11/2020")}


def report(compiled: str = "", confirmed: str = "", sent: str = "", number: str = "02-BC/ĐKT") -> Files:
    """Return the team and its report with the days of its steps; one not given is left out."""
    days = {"số ký hiệu": number, "ngày tổng hợp": compiled, "ngày xác nhận": confirmed, "ngày gửi": sent}
    lines = [f"{key}: {day}" for key, day in days.items() if day]
    return HELD | {REPORT_2: result_report(*lines, *(["người xác nhận: nguyen-van-a"] if confirmed else []))}


CASES = [
    Case(
        "all three steps by the last day",
        TEAM,
        "2020-12-10",
        Told(State.on_time, "Hoàn thành đúng hạn", *DUE, "2020-12-04", f"{PLACE}:8:11", WORKING),
        report("01/12/2020", "02/12/2020", "04/12/2020"),
    ),
    Case(
        "confirmed after it was sent: done when confirmed",
        TEAM,
        "2020-12-10",
        Told(
            State.late,
            "Hoàn thành trễ hạn 2 ngày (bước chưa xong khi đến hạn: xác nhận)",
            *DUE,
            "2020-12-06",
            f"{PLACE}:7:16",
            WORKING,
        ),
        report("01/12/2020", "06/12/2020", "02/12/2020"),
        faulty=True,  # the days are out of order, which a check reports
    ),
    Case(
        "sent late",
        TEAM,
        "2020-12-10",
        Told(
            State.late,
            "Hoàn thành trễ hạn 3 ngày (bước chưa xong khi đến hạn: gửi)",
            *DUE,
            "2020-12-07",
            f"{PLACE}:8:11",
            WORKING,
        ),
        report("01/12/2020", "02/12/2020", "07/12/2020"),
    ),
    Case(
        "late from the first step",
        TEAM,
        "2020-12-10",
        Told(
            State.late,
            "Hoàn thành trễ hạn 3 ngày (bước chưa xong khi đến hạn: tổng hợp)",
            *DUE,
            "2020-12-07",
            f"{PLACE}:6:16",
            WORKING,
        ),
        report("07/12/2020", "07/12/2020", "07/12/2020"),
    ),
    Case(
        "no report",
        TEAM,
        "2020-12-05",
        Told(
            State.overdue,
            "Chưa hoàn thành, quá hạn 1 ngày (thiếu tổng hợp của thư ký)",
            *DUE,
            None,
            None,
            WORKING,
        ),
        HELD,
    ),
    Case(
        "no report, and the year is closed",
        TEAM,
        "2020-12-05",
        Told(
            State.missed,
            "Không thực hiện: có thể làm đến hết ngày 04/12/2020 (thiếu tổng hợp của thư ký)",
            *DUE,
            None,
            None,
            WORKING,
        ),
        HELD | closed("05/12/2020"),
    ),
    Case(
        "sent without the lead's confirmation",
        TEAM,
        "2020-12-05",
        Told(
            State.overdue,
            "Chưa hoàn thành, quá hạn 1 ngày (thiếu xác nhận của Trưởng đoàn)",
            *DUE,
            None,
            None,
            WORKING,
        ),
        report("01/12/2020", "", "02/12/2020"),
    ),
    Case(
        "confirmed and not sent, on the last day",
        TEAM,
        "2020-12-04",
        Told(
            State.due_soon,
            "Chưa hoàn thành, hôm nay là hạn (chưa gửi)",
            *DUE,
            None,
            None,
            WORKING,
        ),
        report("01/12/2020", "02/12/2020", "07/12/2020"),
    ),
    Case(
        "no team yet",
        WHOLE,
        "2020-10-15",
        Told(State.upcoming, "Chưa hoàn thành, còn trong hạn", *DUE, None, None, WORKING),
    ),
    Case(
        "confirmed on a day that nobody knows",
        TEAM,
        "2020-12-10",
        Told(State.unknown, "Chưa rõ ngày xác nhận", *DUE, None, f"{PLACE}:7:16", WORKING),
        report("01/12/2020", "chưa rõ", "04/12/2020"),
    ),
    Case(
        "the report's file is broken",
        TEAM,
        "2020-12-10",
        Told(State.unknown, f"Chưa rõ: tệp {REPORT_2} có lỗi", *DUE, None, f"{PLACE}", WORKING),
        HELD | {REPORT_2: BROKEN},
        faulty=True,
    ),
    Case(
        "the team's file is broken",
        TEAM,
        "2020-12-10",
        Told(State.unknown, f"Chưa rõ: tệp {TEAM_2} có lỗi (thiếu tổng hợp của thư ký)", *DUE, None, None, WORKING),
        {TEAM_2: BROKEN},
        faulty=True,
    ),
    Case(
        "waived",
        WHOLE,
        "2020-12-10",
        Told(State.waived, "Được miễn, theo quyết định ngày 01/09/2020", *DUE, None, None, WORKING),
        waiver("dot-2", "báo cáo kết quả"),
    ),
    Case(
        "every session of the team is cancelled",
        TEAM,
        "2020-12-10",
        Told(
            State.not_applicable,
            "Không phát sinh nghĩa vụ: mọi cuộc làm việc của đoàn đã hủy",
            *DUE,
            None,
            None,
            WORKING,
        ),
        {TEAM_2: team("dot-2", "mã: c1, đơn vị: doan-so-a, trạng thái: hủy")},
    ),
    Case(
        "sent without a number",
        TEAM,
        "2020-12-10",
        Told(State.on_time, "Hoàn thành đúng hạn", *DUE, "2020-12-04", f"{PLACE}:7:11", WORKING, "no_number"),
        report("01/12/2020", "02/12/2020", "04/12/2020", number=""),
    ),
    Case(
        "counted over the holiday of September",
        "bao-cao-ket-qua/dot-2",
        "2020-08-20",
        Told(
            State.upcoming,
            "Chưa hoàn thành, còn trong hạn",
            "2020-09-10",
            "2020-09-10",
            None,
            None,
            "31/08/2020 sau 7: 01/09 03/09 04/09 07/09 08/09 09/09 10/09; "
            "02/09 Quốc khánh, 05/09 Thứ Bảy, 06/09 Chủ nhật",
            "adjusted",
        ),
        adjusted("dot-2", "hoạt động: dot-2", "sang từ: 24/08/2020", "sang đến: 31/08/2020", decided="10/08/2020"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_state(case: Case, tmp_path: Path) -> None:
    assert case.seen(tmp_path) == case.told


def test_every_state_is_shown_or_explained() -> None:
    covers(CASES, {})


def test_the_team_owes_and_the_whole_waits_for_the_last(tmp_path: Path) -> None:
    files = {**report("01/12/2020", "02/12/2020", "04/12/2020"), TEAM_2.replace("doan-1", "doan-2"): HELD[TEAM_2]}
    found = facts(lay(tmp_path, files), "2020-12-05")
    whole, part = by_id(found)[f"46-kh-dtn/{WHOLE}"], by_id(found)[f"46-kh-dtn/{TEAM}"]
    assert (part.who.kind.name, part.who.id, part.clause) == ("team", "dot-2-doan-1", "III")
    assert tuple(map(str, whole.parts)) == (part.id, part.id.replace("doan-1", "doan-2"))
    assert (whole.state, part.state) == (State.overdue, State.on_time)


def test_an_extension_decides_which_step_was_late(tmp_path: Path) -> None:
    lines = ("việc: báo cáo kết quả", *scope("báo cáo kết quả", "[dot-2]"), "hạn mới: 07/12/2020")
    longer = adjusted("dot-2", *lines, kind="gia hạn", decided="03/12/2020")
    files = {**report("01/12/2020", "05/12/2020", "07/12/2020"), **longer}
    found = by_id(facts(lay(tmp_path, files), "2020-12-10"))[f"46-kh-dtn/{TEAM}"]
    assert (found.state, found.reason) == (State.on_time, "Hoàn thành đúng hạn")
    assert (str(found.original_due_on), [flag.name for flag in found.flags]) == ("2020-12-04", ["extended"])


UNITS = ("doan-so-a", "doan-so-b", "doan-truong-c", "chi-doan-so-d", "doan-so-y")


@pytest.mark.parametrize(
    ("last", "due"), [("18/09/2020", "2020-09-29"), ("chưa rõ", None), ("", "2020-10-09")], ids=["held", "?", "four"]
)
def test_a_month_counts_from_the_last_session_once_the_quota_is_met(last: str, due: str | None, tmp_path: Path) -> None:
    days = ("15/09/2020", "16/09/2020", "14/09/2020", "17/09/2020", last)
    sessions = (
        f"mã: c{i}, đơn vị: {unit}" + (f", ngày tiến hành: {day}" if day else "")
        for i, (unit, day) in enumerate(zip(UNITS, days, strict=True))
    )
    found = facts(lay(tmp_path, {TEAM_9: team("gs-thang-9", *sessions)}), "2020-10-15")
    assert told(by_id(found)["46-kh-dtn/bao-cao-ket-qua/gs-thang-9"]).due_on == due
    assert told(by_id(found)["46-kh-dtn/bao-cao-ket-qua/gs-thang-9/gs-thang-9-doan-1"]).due_on == due


def test_a_broken_report_that_names_no_team_could_be_anyones(tmp_path: Path) -> None:
    files = {**HELD, "data/reports/2020/ket-qua/2020-12-01-doan-kiem-tra.md": BROKEN}
    found = facts(lay(tmp_path, files), "2020-12-10")
    assert by_id(found)[f"46-kh-dtn/{TEAM}"].state is State.unknown
    assert by_id(found)["46-kh-dtn/bao-cao-ket-qua/dot-1/dot-1-doan-1"].state is State.on_time


def test_a_report_met_stays_when_its_team_breaks(tmp_path: Path) -> None:
    files = {**report("01/12/2020", "02/12/2020", "04/12/2020"), TEAM_2: BROKEN}
    found = facts(lay(tmp_path, files), "2020-12-10")
    assert [by_id(found)[f"46-kh-dtn/{path}"].state for path in (WHOLE, TEAM)] == [State.on_time, State.on_time]
