"""Wrong data as it really came, one slip a row: which message it gets, and the unusual forms that get none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import (
    ASSIGNMENT_4,
    ASSIGNMENT_5,
    MOVE,
    NOTICE,
    ORGANIZATION,
    PLAN,
    RESULT,
    SCHEDULE_A4,
    SCHEDULE_A5,
    TEAM,
    VISIT_A,
)
from tests.repo import SAMPLE, facts, lay

CALENDAR = "data/calendar/2020.yml"
UNIT_B = "data/units/doan-so-b.yml"
SUMMARY = "data/reports/2020/tong-hop/2020-05-14-thang-4.md"
HOURLY = "    nội dung: Sinh hoạt chủ điểm"
MOVED = "    dời:\n      - sang ngày: {}\n        ngày báo: 01/04/2020\n" + HOURLY
ROWS = [
    # years mistyped
    (SCHEDULE_A4, "ngày nhận: 18/03/2020", "ngày nhận: 20/03/2002", "D208 lỗi"),
    (SCHEDULE_A4, "ngày nhận: 18/03/2020", "ngày nhận: 18/03/2019", "D208 lỗi"),
    (TEAM, "ngày mời: 11/05/2020", "ngày mời: 11/05/2019", "D208 lỗi"),
    (VISIT_A, "ngày gửi: 15/04/2020", "ngày gửi: 15/04/2019", "D206 lỗi"),
    (ASSIGNMENT_4, "ngày ban hành: 06/04/2020", "ngày ban hành: 06/04/2019", "D208 lỗi"),
    (NOTICE, "ngày ban hành: 29/04/2020", "ngày ban hành: 29/04/2002", "D208 lỗi"),
    (TEAM, "ngày chọn: 22/04/2020\n    chi đoàn mẫu", "ngày chọn: 22/04/2002\n    chi đoàn mẫu", "D208 lỗi"),
    (MOVE, "sang từ: 15/06/2020", "sang từ: 15/06/2002", "D211 lỗi"),
    (RESULT, "hạn: 31/07/2020", "hạn: 31/07/2002", "D207 lỗi"),
    (PLAN, "đến: 31/12/2020\ncăn", "đến: 31/12/2052\ncăn", "D216 cảnh báo"),
    # days that cannot follow one another
    (SUMMARY, "ngày ban hành: 14/05/2020", "ngày ban hành: 14/04/2020", "D206 lỗi"),
    (TEAM, "ngày mời: 11/05/2020", "ngày mời: 20/05/2020", "D209 lỗi"),
    (NOTICE, "ngày gửi: 29/04/2020", "ngày gửi: 20/04/2020", "D202 lỗi"),
    (TEAM, "ngày: 07/05/2020", "ngày: 07/04/2020", "D204 lỗi"),
    (RESULT, "ngày xác nhận: 01/06/2020", "ngày xác nhận: 01/05/2020", "D203 lỗi"),
    # to and about units with which nobody works
    (NOTICE, "đơn vị: chi-doan-so-d", "đơn vị: doan-truong-c", "M307 lỗi"),
    (RESULT, "đơn vị: doan-so-b\n    nguyên", "đơn vị: doan-truong-c\n    nguyên", "M308 lỗi"),
    # days on which nobody works
    (TEAM, "ngày tiến hành: 18/05/2020", "ngày tiến hành: 17/05/2020", "D403 cảnh báo"),
    (TEAM, "ngày tiến hành: 20/05/2020", "ngày tiến hành: 01/05/2020", "D403 cảnh báo"),
    # meetings
    (
        SCHEDULE_A4,
        "ngày: 10/04/2020\n    giờ: 14:00\n    địa điểm: Hội trường Sở A\n    chi đoàn: chi-doan-2",
        "ngày: 08/04/2020\n    giờ: 7h30\n    địa điểm: Hội trường Sở A\n    chi đoàn: chi-doan-1",
        "M405 lỗi",
    ),
    (SCHEDULE_A4, HOURLY, MOVED.format("08/04/2021"), "D217 lỗi"),
    (SCHEDULE_A4, HOURLY, MOVED.format("08/04/2020"), "M406 lỗi"),
    (
        SCHEDULE_A4,
        HOURLY,
        "    trạng thái: hủy\n    ngày báo: 31/03/2020\n" + MOVED.format("15/04/2020"),
        "M407 lỗi",
    ),
    # numbers, names, words
    (UNIT_B, "số đoàn viên: 17", "số đoàn viên: 37", "M107 lỗi"),
    (UNIT_B, "tên: Đoàn cơ sở Sở B", "tên: Đoàn cơ sở Sở A", "M108 lỗi"),
    (UNIT_B, "tên: Đoàn cơ sở Sở B", "tên: >\n  Đoàn cơ sở\n\n  Sở B", "S220 lỗi"),
    (SCHEDULE_A5, "địa điểm: Phòng họp Sở A", "địa điểm: |\n      Phòng họp\n      Sở A", "S220 lỗi"),
    (SCHEDULE_A5, "địa điểm: Phòng họp Sở A", "địa điểm: Phòng #2", "Y052 cảnh báo"),
    (SCHEDULE_A5, "giờ: 7:30", "giờ: 24:00", "S202 lỗi"),
    (PLAN, "mục: III\n    số: 7", "mục: IX.9.9\n    số: 7", "R307 lỗi"),
    (ASSIGNMENT_5, "16-PC/ĐTN", "16-PC/ĐT", "N104 cảnh báo"),
    (ORGANIZATION, "  - vai trò: văn phòng\n    cơ quan: van-phong\n", "", "R104 lỗi"),
    (ORGANIZATION, "kho dữ liệu: nội bộ\n", "", "S101 lỗi"),
    # the calendar
    (CALENDAR, "ngày nghỉ:", "làm bù:\n  - ngày: 09/05/2020\n    thay cho: 04/05/2020\nngày nghỉ:", "D410 cảnh báo"),
    (CALENDAR, "ngày: 02/04/2020", "ngày: 03/03/2020", "D412 cảnh báo"),
]


def told(root: Path, file: str, old: str, new: str) -> set[str]:
    """Return code and severity of all that is said of the sample with one change."""
    text = (SAMPLE / file).read_text(encoding="utf-8")
    assert old in text
    return {
        f"{item.code.id} {item.severity.value}"
        for item in facts(lay(root, {file: text.replace(old, new, 1)})).diagnostics
    }


@pytest.mark.parametrize(("file", "old", "new", "expected"), ROWS)
def test_it_is_told(file: str, old: str, new: str, expected: str, tmp_path: Path) -> None:
    assert expected in told(tmp_path, file, old, new)


FORMS = [
    *(("06/05/2020", day) for day in ("2020-5-6", "2020/05/06", "06 / 5 / 2020", "Thứ Tư, 06/05/2020", "2020‑05‑06")),
    *(("7:30", hour) for hour in ("8g30", "8 giờ 5 phút", "15:00:00")),
]


@pytest.mark.parametrize(("old", "new"), FORMS)
def test_forms_that_mean_one_thing_are_read(old: str, new: str, tmp_path: Path) -> None:
    before = {f"{item.code.id} {item.severity.value}" for item in facts(SAMPLE).diagnostics}
    assert told(tmp_path, SCHEDULE_A5, old, new) == before


@pytest.mark.parametrize("number", ["16‑PC/ĐTN", "16–PC/ĐTN", "16-PC/ÐTN"])
def test_dashes_and_letters_that_look_alike_are_read_in_a_number(number: str, tmp_path: Path) -> None:
    text = (SAMPLE / ASSIGNMENT_5).read_text(encoding="utf-8").replace("16-PC/ĐTN", number)
    found = facts(lay(tmp_path, {ASSIGNMENT_5: text}))
    (assignment,) = (item for item in found.repository.assignments.values() if item.file == ASSIGNMENT_5)
    assert str(assignment.document_number) == "16-PC/ĐTN"
