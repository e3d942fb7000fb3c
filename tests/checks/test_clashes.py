"""M301 and M302: nobody is to be at two units at the same time."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import ASSIGNMENT_4, ASSIGNMENT_5, PLANS, SCHEDULE_A5, SCHEDULE_B4, TEAM, Change, fires, silent

# On 08/04/2020 at 7:30 nguyen-van-a is at doan-so-a; so is the first meeting of doan-so-b, once it is on that day too.
PERSON = ("cán bộ: tran-thi-b", "cán bộ: ▸nguyen-van-a")
A, B = "“doan-so-a” lúc 07:30", "“doan-so-b” lúc {} ngày 08/04/2020"
MESSAGE = f"“nguyen-van-a” (Nguyễn Văn A) phải có mặt ở {A} và {B}"


def _at(clock: str) -> dict[str, Change]:
    return {SCHEDULE_B4: ("09/04/2020\n    giờ: 8h00", f"08/04/2020\n    giờ: {clock}")}


def test_the_same_hour(tmp_path: Path) -> None:
    (found,) = fires(tmp_path, {ASSIGNMENT_4: PERSON, **_at("7h30")}, "M301", MESSAGE.format("07:30") + ".")
    assert found.severity is Severity.error and not found.is_internal
    assert [item.place for item in found.related] == [Place(ASSIGNMENT_4, 6, 13)]


def test_less_than_90_minutes_apart(tmp_path: Path) -> None:
    message = MESSAGE.format("08:59") + ", chỉ cách nhau 89 phút."
    (found,) = fires(tmp_path, {ASSIGNMENT_4: PERSON, **_at("8:59")}, "M302", message)
    assert found.severity is Severity.warning


def test_90_minutes_apart(tmp_path: Path) -> None:
    silent(tmp_path, {ASSIGNMENT_4: ("tran-thi-b", "nguyen-van-a"), **_at("9:00")}, "M301", "M302")


MOVED = "  - mã: b1\n    dời:\n      - sang ngày: {}\n        giờ: {}"


@pytest.mark.parametrize("words", ["dời:\n      - sang ngày: 15/04/2020", "trạng thái: hủy", "trạng thái: hoãn"])
def test_a_meeting_moved_or_called_off(tmp_path: Path, words: str) -> None:
    schedule = {SCHEDULE_B4: [("09/04/2020\n    giờ: 8h00", f"08/04/2020\n    giờ: 7:30\n    {words}")]}
    silent(tmp_path, {ASSIGNMENT_4: ("tran-thi-b", "nguyen-van-a"), **schedule}, "M301", "M302")


def test_a_meeting_moved_into_a_clash(tmp_path: Path) -> None:
    moved = ("  - mã: b1", MOVED.format("08/04/2020", "7:30"))
    fires(tmp_path, {ASSIGNMENT_4: PERSON, SCHEDULE_B4: moved}, "M301", MESSAGE.format("07:30") + ".")


def test_somebody_replaced(tmp_path: Path) -> None:
    replaced = ("cán bộ: tran-thi-b", "cán bộ: nguyen-van-a\n    dự thay: le-van-c")
    silent(tmp_path, {ASSIGNMENT_4: replaced, **_at("7h30")}, "M301")


def test_a_replacement_that_clashes_is_internal(tmp_path: Path) -> None:
    replaced = ("cán bộ: tran-thi-b", "cán bộ: tran-thi-b\n    dự thay: ▸nguyen-van-a")
    (found,) = fires(tmp_path, {ASSIGNMENT_4: replaced, **_at("7h30")}, "M301", MESSAGE.format("07:30") + ".")
    assert found.is_internal


SESSION = "“doan-so-b” lúc 14:00 và “doan-so-a” lúc 15:00 ngày 14/05/2020, chỉ cách nhau 60 phút."


def test_a_meeting_and_a_session(tmp_path: Path) -> None:
    assigned = {ASSIGNMENT_5: ("cán bộ: le-van-c", "cán bộ: ▸nguyen-van-a")}
    session = {
        TEAM: (
            "ngày: 18/05/2020\n    giờ: 14 giờ\n    địa điểm: Hội trường Sở B\n    ngày tiến hành: 18/05/2020",
            "ngày: 14/05/2020\n    giờ: 14 giờ",
        )
    }
    message = f"“nguyen-van-a” (Nguyễn Văn A) phải có mặt ở {SESSION}"
    (found,) = fires(tmp_path, {**assigned, **session}, "M302", message)
    assert [item.place for item in found.related] == [Place(TEAM, 49, 10)]


def test_the_whole_team_is_told_once(tmp_path: Path) -> None:
    change = (
        "ngày: 18/05/2020\n    giờ: 14 giờ\n    địa điểm: Hội trường Sở B\n    ngày tiến hành: 18",
        "ngày: 14/05/2020\n    giờ: ▸8:30\n    ngày tiến hành: 14",
    )
    people = "“nguyen-van-a” (Nguyễn Văn A), “pham-thi-d” (Phạm Thị D) và “vo-thi-g” (Võ Thị G)"
    message = "phải có mặt ở “doan-so-a” lúc 08:00 và “doan-so-b” lúc 08:30 ngày 14/05/2020, chỉ cách nhau 30 phút."
    fires(tmp_path, {TEAM: change}, "M302", f"{people} {message}")


def test_one_unit_all_day(tmp_path: Path) -> None:
    assigned = {ASSIGNMENT_5: ("cán bộ: le-van-c", "cán bộ: nguyen-van-a")}
    silent(tmp_path, {**assigned, SCHEDULE_A5: ("giờ: 15:00", "giờ: 8:00")}, "M301", "M302")


def test_units_that_come_to_one_place(tmp_path: Path) -> None:
    team = f"{PLANS}/teams/dot-2-doan-1.yml"
    text = """
        hoạt động: dot-2
        tên: Đoàn kiểm tra số 1, đợt 2
        quyết định:
          - số ký hiệu: 41-QĐ/ĐTN
            ngày ban hành: 01/10/2020
        thành viên:
          - cán bộ: nguyen-van-a
            vai trò: trưởng đoàn
        cuộc:
          - mã: c1
            đơn vị: doan-so-y
            hình thức: tập trung
            ngày: 12/11/2020
            giờ: 8:00
          - mã: c2
            đơn vị: doan-truong-c
            hình thức: tập trung
            ngày: 12/11/2020
            giờ: 8:00
        """
    silent(tmp_path, {team: text}, "M301", "M302")
