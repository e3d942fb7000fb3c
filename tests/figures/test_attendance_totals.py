"""Attendance by month: each assignment in exactly one state, no name; absences by month on the internal site alone."""

from pathlib import Path

from ktgs.figures.attendance_totals import FIGURE
from ktgs.repository.attendance import Attendance
from tests.figures.asking import PLAN, figure, values
from tests.repo import facts

MAY = f"{PLAN}/assignments/2020-05.yml"
HEAD = "tháng: 05/2020\nsố ký hiệu: 16-PC/ĐTN\nngày ban hành: 05/05/2020\nphân công:\n"
STATES = (
    "Số lượt",
    "đã phân công",
    "đã dự",
    "buổi bị hoãn",
    "buổi đã dời",
    "buổi bị hủy",
    "chưa báo cáo",
)


def test_sample(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-10-15")
    assert table.columns == STATES
    assert values(table) == {
        "04/2020": [3, 0, 2, 0, 0, 0, 1],
        "05/2020": [2, 0, 1, 0, 0, 0, 1],
        "Cả kế hoạch": [5, 0, 3, 0, 0, 0, 2],
    }
    assert [item for row in table.rows for cell in row.cells for item in cell.counts] == []


def test_a_missing_report_makes_nobody_absent(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-05-06")  # the day of the meeting itself
    assert values(table)["05/2020"] == [2, 2, 0, 0, 0, 0, 0]
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-05-07")
    assert values(table)["05/2020"] == [2, 1, 0, 0, 0, 0, 1]


def test_absence_and_replacement_by_month_are_told_to_those_alone_who_may_read_the_data(tmp_path: Path) -> None:
    items = (
        "  - {buổi: doan-so-a/b1, cán bộ: tran-thi-b, dự thay: pham-thi-d}\n"
        "  - {buổi: doan-so-a/b2, cán bộ: nguyen-van-a, vắng: không lý do}\n"
    )
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-10-15", {MAY: HEAD + items})
    assert (table.columns, values(table)["05/2020"]) == (STATES, [2, 0, 0, 0, 0, 0, 2])
    (table,) = facts(tmp_path, "2020-10-15").tables(FIGURE)
    told = dict(zip(table.columns, values(table)["05/2020"], strict=True))
    assert [told[str(state)] for state in (Attendance.replaced, Attendance.unexcused, Attendance.not_reported)] == [
        1,
        1,
        0,
    ]


def test_a_whole_plan_s_absences_are_told_from_three_up(tmp_path: Path) -> None:
    people = ("nguyen-van-a", "tran-thi-b", "le-van-c", "pham-thi-d")
    for count, expected in ((2, "dưới 3"), (3, 3), (4, 4)):
        items = "".join(
            f"  - {{buổi: doan-so-a/b1, cán bộ: {person}, vắng: không lý do}}\n" for person in people[:count]
        )
        (table,) = figure(tmp_path, "vang-du-thay", "2020-10-15", {MAY: HEAD + items})
        assert values(table) == {"Kế hoạch 46-KH/ĐTN": ["dưới 3", "dưới 3", expected]}


def test_moved_postponed_cancelled(tmp_path: Path) -> None:
    schedule = f"{PLAN}/schedules/2020-05/doan-so-a.yml"
    head = "đơn vị: doan-so-a\ntháng: 05/2020\nngày nhận: 17/04/2020\nbuổi:\n"
    place = "giờ: 7:30, địa điểm: Sở A"
    meetings = (
        f"  - {{mã: b1, ngày: 06/05/2020, {place}, trạng thái: hủy, ngày báo: 05/05/2020}}\n"
        f"  - {{mã: b2, ngày: 14/05/2020, {place}, dời: [{{sang ngày: 28/05/2020, ngày báo: 06/05/2020}}]}}\n"
        f"  - {{mã: b3, ngày: 07/05/2020, {place}, trạng thái: hoãn, ngày báo: 06/05/2020}}\n"
    )
    items = "".join(f"  - {{buổi: doan-so-a/b{number}, cán bộ: tran-thi-b}}\n" for number in (1, 2, 3))
    files = {MAY: HEAD + items, schedule: head + meetings}
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-05-15", files)
    assert values(table)["05/2020"] == [3, 0, 0, 1, 1, 1, 0]
