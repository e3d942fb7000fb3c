"""M101: a unit exists on the day on which a file speaks of it (case 26: after a merger the successor is named)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import State
from tests.checks.marked import NOTICE, OBSERVATION, PLANS, RESULT, TEAM, Change, changed, fires, silent
from tests.repo import facts, lay

UNIT_X = "data/units/doan-so-x.yml"
LATE_SCHEDULE = f"{PLANS}/schedules/2020-07/doan-so-x.yml"
VISIT_X = "data/reports/2020/du-sinh-hoat/2020-07-02-doan-so-x.md"
GONE = "Đơn vị “doan-so-x” không còn hoạt động từ 01/07/2020, mà ở đây là ngày {}."
SUCCESSOR = "Dùng mã của đơn vị nhận sáp nhập: doan-so-y."
SCHEDULE = """
    đơn vị: ▸doan-so-x
    tháng: 07/2020
    ngày nhận: 18/06/2020
    """
VISIT = """
    ---
    loại: dự sinh hoạt
    đơn vị: ▸doan-so-x
    ngày: 02/07/2020
    người lập: tran-thi-b
    ngày gửi: 03/07/2020
    người dự:
      - tran-thi-b
    số có mặt: 12
    tổng số đoàn viên: 17
    thành phần: Đoàn viên
    nội dung: Sinh hoạt
    ---
    """


def test_a_schedule_after_the_merger(tmp_path: Path) -> None:
    (found,) = fires(tmp_path, {LATE_SCHEDULE: SCHEDULE}, "M101", GONE.format("01/07/2020"))
    assert found.cure == SUCCESSOR
    assert [item.place for item in found.related] == [Place(UNIT_X, 12, 6)]


def test_a_visit_after_the_merger(tmp_path: Path) -> None:
    (found,) = fires(tmp_path, {VISIT_X: VISIT}, "M101", GONE.format("02/07/2020"))
    assert found.cure == SUCCESSOR


def test_a_unit_that_ended_without_successor(tmp_path: Path) -> None:
    ended = {UNIT_X: ("sáp nhập vào: doan-so-y\n", "")}
    (found,) = fires(tmp_path, {VISIT_X: VISIT, **ended}, "M101", GONE.format("02/07/2020"))
    assert found.cure.startswith("Kiểm tra lại ngày, mã đơn vị")


def test_each_place_that_names_a_unit_before_its_start(tmp_path: Path) -> None:
    started = {"data/units/doan-so-b.yml": ("từ: 01/01/2015", "từ: 01/06/2020")}
    marks: dict[str, Change] = {
        f"{PLANS}/schedules/2020-04/doan-so-b.yml": ("đơn vị: ", "đơn vị: ▸"),
        f"{PLANS}/schedules/2020-05/doan-so-b.yml": ("đơn vị: ", "đơn vị: ▸"),
        TEAM: ("đơn vị: doan-so-b", "đơn vị: ▸doan-so-b"),
        NOTICE: ("đơn vị: doan-so-b", "đơn vị: ▸doan-so-b"),
        RESULT: [
            ("đơn vị: doan-so-b\n    nguyên", "đơn vị: ▸doan-so-b\n    nguyên"),
            ("đơn vị: doan-so-b\n    từ", "đơn vị: ▸doan-so-b\n    từ"),
            ("đơn vị: doan-so-b\n    gửi: ban", "đơn vị: ▸doan-so-b\n    gửi: ban"),
        ],
    }
    words = "Đơn vị “doan-so-b” chỉ hoạt động từ 01/06/2020, mà ở đây là ngày {}."
    days = ["04/05/2020", "30/04/2020", "31/05/2020", "18/05/2020", "18/05/2020", "18/05/2020", "18/05/2020"]
    fires(tmp_path, {**started, **marks}, "M101", *(words.format(day) for day in days))


def test_a_meeting_after_the_last_day(tmp_path: Path) -> None:
    meeting = "buổi:\n  - mã: b1\n    ngày: 02/07/2020\n    giờ: 8:00\n    địa điểm: Phòng họp\n"
    meeting += "    dời:\n      - sang ngày: {}"
    text = "đơn vị: doan-so-x\ntháng: 06/2020\nngày nhận: 18/05/2020\n" + meeting
    path = f"{PLANS}/schedules/2020-06/doan-so-x.yml"
    fires(tmp_path / "late", {path: text.format("▸03/07/2020")}, "M101", GONE.format("03/07/2020"))
    silent(tmp_path / "good", {path: text.format("29/06/2020")}, "M101")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {
                OBSERVATION: [
                    ("doan-truong-c", "▸doan-so-x"),
                    ("ngày: 26/03/2020", "ngày: 02/07/2020"),
                    ("30/03", "30/07"),
                ]
            },
            GONE.format("02/07/2020"),
        ),
        (
            {
                "data/people/hoang-van-e.yml": [
                    ("đơn vị: doan-so-y\n    từ: 01/10/2017", "đơn vị: ▸doan-so-x\n    từ: 01/08/2020")
                ]
            },
            GONE.format("01/08/2020"),
        ),
    ],
)
def test_other_places(tmp_path: Path, changes: dict[str, Change], message: str) -> None:
    fires(tmp_path, changes, "M101", message)


def test_a_successor_and_a_workplace_before_the_unit_started(tmp_path: Path) -> None:
    started = {"data/units/doan-so-y.yml": ("từ: 01/01/2015", "từ: 01/09/2020")}
    marks = {UNIT_X: ("vào: doan", "vào: ▸doan"), "data/people/hoang-van-e.yml": ("vị: doan", "vị: ▸doan")}
    words = "Đơn vị “doan-so-y” chỉ hoạt động từ 01/09/2020, mà ở đây là ngày {}."
    fires(tmp_path, {**started, **marks}, "M101", words.format("01/10/2017"), words.format("01/07/2020"))


def test_what_came_before_the_merger_stays(tmp_path: Path) -> None:
    before = SCHEDULE.replace("▸", "").replace("07/2020", "06/2020").replace("18/06", "18/05")
    silent(tmp_path, {f"{PLANS}/schedules/2020-06/doan-so-x.yml": before}, "M101")


def test_a_later_report_names_the_unit_that_was_inspected(tmp_path: Path) -> None:
    held = {TEAM: ("đơn vị: doan-so-b", "đơn vị: doan-so-x"), NOTICE: ("doan-so-b", "doan-so-x")}
    said = [("đơn vị: doan-so-b\n    nguyên", "đơn vị: doan-so-x\n    nguyên")]
    said += [("đơn vị: doan-so-b\n    từ", "đơn vị: doan-so-x\n    từ")]
    said += [("ngày gửi: 02/06/2020", "ngày gửi: 02/07/2020")]
    silent(tmp_path, {**held, RESULT: said}, "M101")


SCHEDULE_X6 = f"{PLANS}/schedules/2020-06/doan-so-x.yml"
MEETING_X = (
    "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    ngày: 29/06/2020\n    giờ: 8:00\n    địa điểm: Phòng họp\n"
)


@pytest.mark.parametrize(
    "day",
    [
        "ngày nhận: 02/07/2020",
        "ngày nhận: 18/05/2020\nchưa đủ: có\nbổ sung:\n  - ngày nhận: 02/07/2020\n    đủ: có",
    ],
)
def test_what_a_unit_owed_may_come_after_its_end(tmp_path: Path, day: str) -> None:
    root = lay(tmp_path, {SCHEDULE_X6: f"đơn vị: doan-so-x\ntháng: 06/2020\n{day}\n{MEETING_X}"})
    found = facts(root, "2020-07-05")
    assert [str(item.place) for item in found.diagnostics if item.code.id == "M101"] == []
    sent = next(item for item in found.obligations if item.id == "46-kh-dtn/gui-lich-sinh-hoat/2020-06/doan-so-x")
    assert (sent.state, sent.done_on, sent.days) == (State.late, date(2020, 7, 2), 44)


def test_a_document_and_a_cancellation_may_be_told_of_after_the_unit_s_end(tmp_path: Path) -> None:
    cancelled = f"{MEETING_X}    trạng thái: hủy\n    ngày báo: 02/07/2020\n"
    changes: dict[str, Change] = {
        SCHEDULE_X6: f"đơn vị: doan-so-x\ntháng: 06/2020\nngày nhận: 18/05/2020\n{cancelled}",
        "data/units/doan-so-a.yml": ("từ: 01/01/2015", "từ: 01/01/2015\nđến: 14/05/2020"),
        TEAM: ("ngày nhận đủ: 12/05/2020", "ngày nhận đủ: 20/05/2020"),
    }
    found = facts(lay(tmp_path, changed(changes)[0])).diagnostics
    assert [item.message for item in found if item.code.id == "M101" and item.place.file in (TEAM, SCHEDULE_X6)] == []


def test_received_before_the_unit_started(tmp_path: Path) -> None:
    started: dict[str, Change] = {"data/units/doan-so-b.yml": ("từ: 01/01/2015", "từ: 01/04/2020")}
    marks: dict[str, Change] = {f"{PLANS}/schedules/2020-04/doan-so-b.yml": ("ngày nhận: ", "ngày nhận: ▸")}
    files, places = changed({**started, **marks})
    found = [item for item in facts(lay(tmp_path, files)).diagnostics if item.code.id == "M101"]
    assert [item.place for item in found if "2020-04/doan-so-b" in item.place.file] == places


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ngày chọn: 22/04/2020\n    cấp ủy", "ngày chọn: ▸22/04/2020\n    cấp ủy"),
        ("ngày mời: 15/05/2020", "ngày mời: ▸15/05/2020"),
    ],
)
def test_chosen_or_invited_before_the_unit_started(tmp_path: Path, old: str, new: str) -> None:
    change: list[tuple[str, str]] = [(old, new)]
    if "mời" in old:
        change.append(("ngày chọn: 22/04/2020\n    cấp ủy", "cấp ủy"))
    started = "18/05/2020"
    schedules: dict[str, Change] = {
        "data/units/doan-so-b.yml": ("từ: 01/01/2015", f"từ: {started}"),
        TEAM: change,
    }
    day = new.partition("▸")[2][:10]
    words = f"Đơn vị “doan-so-b” chỉ hoạt động từ {started}, mà ở đây là ngày {day}."
    files, marks = changed(schedules)
    found = [item for item in facts(lay(tmp_path, files)).diagnostics if item.code.id == "M101"]
    assert [(item.place, item.message) for item in found if item.place.file == TEAM] == [(marks[0], words)]
