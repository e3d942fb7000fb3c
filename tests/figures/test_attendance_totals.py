"""Attendance by month: totals of the body, each assignment in exactly one state, no name and no link to one."""

from pathlib import Path

from tests.figures.asking import PLAN, figure, values

MAY = f"{PLAN}/assignments/2020-05.yml"
HEAD = "tháng: 05/2020\nsố ký hiệu: 16-PC/ĐTN\nngày ban hành: 05/05/2020\nphân công:\n"
STATES = (
    "Số lượt",
    "đã phân công",
    "đã dự",
    "có người dự thay",
    "vắng có lý do",
    "vắng không lý do",
    "buổi bị hoãn",
    "buổi đã dời",
    "buổi bị hủy",
    "chưa báo cáo",
)


def test_sample(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-10-15")
    assert table.columns == STATES
    assert values(table) == {
        "04/2020": [3, 0, 2, 0, 1, 0, 0, 0, 0, 0],
        "05/2020": [2, 0, 1, 0, 0, 0, 0, 0, 0, 1],
        "Cả kế hoạch": [5, 0, 3, 0, 1, 0, 0, 0, 0, 1],
    }
    assert [item for row in table.rows for cell in row.cells for item in cell.counts] == []


def test_a_missing_report_makes_nobody_absent(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-05-06")  # the day of the meeting itself
    assert values(table)["05/2020"] == [2, 2, 0, 0, 0, 0, 0, 0, 0, 0]
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-05-07")
    assert values(table)["05/2020"] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1]


def test_absence_and_replacement_are_counted_though_they_are_private(tmp_path: Path) -> None:
    items = (
        "  - {buổi: doan-so-a/b1, cán bộ: tran-thi-b, dự thay: pham-thi-d}\n"
        "  - {buổi: doan-so-a/b2, cán bộ: nguyen-van-a, vắng: không lý do}\n"
    )
    (table,) = figure(tmp_path, "tham-du-sinh-hoat", "2020-10-15", {MAY: HEAD + items})
    assert values(table)["05/2020"] == [2, 0, 0, 1, 0, 1, 0, 0, 0, 0]


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
    assert values(table)["05/2020"] == [3, 0, 0, 0, 0, 0, 1, 1, 1, 0]
