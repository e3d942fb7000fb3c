"""M102: a branch exists on the day on which a file speaks of it."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import SCHEDULE_A4, SCHEDULE_A5, SCHEDULE_B4, TEAM, fires, silent
from tests.repo import facts, lay, only

UNIT_A = "data/units/doan-so-a.yml"
UNIT_B = "data/units/doan-so-b.yml"
VISIT = "data/reports/2020/du-sinh-hoat/2020-05-02-doan-so-a.md"
ENDED = {UNIT_A: ("số đoàn viên: 18", "số đoàn viên: 18\n    đến: 31/03/2020")}
MESSAGE = "Chi đoàn “chi-doan-2” của “doan-so-a” không còn hoạt động từ 01/04/2020, mà ở đây là ngày {}."


def test_meetings_of_a_branch_that_ended(tmp_path: Path) -> None:
    marks = {path: ("chi-doan-2", "▸chi-doan-2") for path in (SCHEDULE_A4, SCHEDULE_A5)}
    messages = (MESSAGE.format("10/04/2020"), MESSAGE.format("14/05/2020"))
    found = fires(tmp_path, {**ENDED, **marks}, "M102", *messages)
    assert [item.place for item in found[0].related] == [Place(UNIT_A, 17, 10)]


def test_sampled_before_its_start(tmp_path: Path) -> None:
    started = {UNIT_A: ("số đoàn viên: 22", "số đoàn viên: 22\n    từ: 01/06/2020")}
    mark = {TEAM: ("      - chi-doan-1", "      - ▸chi-doan-1")}
    marks = {path: ("chi-doan-1", "▸chi-doan-1") for path in (SCHEDULE_A4, SCHEDULE_A5)}
    words = "Chi đoàn “chi-doan-1” của “doan-so-a” chỉ hoạt động từ 01/06/2020, mà ở đây là ngày {}."
    days = ("08/04/2020", "06/05/2020", "14/05/2020")
    fires(tmp_path, {**started, **marks, **mark}, "M102", *(words.format(day) for day in days))


def test_an_unscheduled_visit(tmp_path: Path) -> None:
    visit = """
        ---
        loại: dự sinh hoạt
        đơn vị: doan-so-y
        chi đoàn: ▸chi-doan-1
        ngày: 02/05/2020
        người lập: tran-thi-b
        người dự:
          - tran-thi-b
        số có mặt: 12
        tổng số đoàn viên: 17
        thành phần: Đoàn viên
        nội dung: Sinh hoạt
        ---
        """
    ended = {"data/units/doan-so-y.yml": ("viên: 33\ntừ", "viên: 33\n    đến: 31/03/2020\ntừ")}
    message = "Chi đoàn “chi-doan-1” của “doan-so-y” không còn hoạt động từ 01/04/2020, mà ở đây là ngày 02/05/2020."
    fires(tmp_path, {**ended, VISIT: visit}, "M102", message)


def test_said_not_to_meet_after_its_end(tmp_path: Path) -> None:
    ended = {UNIT_B: ("số đoàn viên: 13", "số đoàn viên: 13\n    đến: 31/03/2020")}
    may = SCHEDULE_A5.replace("doan-so-a", "doan-so-b")
    marks = {path: ("chi-doan-2", "▸chi-doan-2") for path in (SCHEDULE_B4, may)}
    words = "Chi đoàn “chi-doan-2” của “doan-so-b” không còn hoạt động từ 01/04/2020, mà ở đây là ngày {}."
    fires(tmp_path, {**ended, **marks}, "M102", words.format("01/04/2020"), words.format("01/05/2020"))


def test_until_the_day_itself(tmp_path: Path) -> None:
    silent(tmp_path, {UNIT_A: ("số đoàn viên: 18", "số đoàn viên: 18\n    đến: 14/05/2020")}, "M102")


SCHOOL = Path(__file__).parent.parent / "school"
SCHOOL_UNIT = "data/units/truong-b.yml"


def test_sub_units_are_called_by_the_word_of_their_unit(tmp_path: Path) -> None:
    text = (SCHOOL / SCHOOL_UNIT).read_text(encoding="utf-8")
    ended = text.replace("tên: Tổ Toán", "tên: Tổ Toán\n    đến: 30/04/2024")
    (found,) = only(facts(lay(tmp_path, {SCHOOL_UNIT: ended}, base=SCHOOL)), "M102")
    what = "Phòng ban “to-toan” của “truong-b”"
    assert found.message == f"{what} không còn hoạt động từ 01/05/2024, mà ở đây là ngày 07/05/2024."
    assert found.cure == f"Kiểm tra lại ngày, mã phòng ban, hoặc “từ”, “đến” trong {SCHOOL_UNIT}."
