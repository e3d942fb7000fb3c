"""Meetings by month: announced, moved, postponed, cancelled, attended, and branches that hold none."""

from pathlib import Path

from tests.figures.asking import PLAN, counted, figure, values

MAY = f"{PLAN}/schedules/2020-05/doan-so-a.yml"
HEAD = "đơn vị: doan-so-a\ntháng: 05/2020\nngày nhận: 17/04/2020\nbuổi:\n"
MEETINGS = """\
  - {mã: b1, ngày: 06/05/2020, giờ: 7:30, địa điểm: Sở A, chi đoàn: chi-doan-1, dời: [{sang ngày: 07/05/2020}]}
  - {mã: b2, ngày: 14/05/2020, giờ: 15:00, địa điểm: Sở A, chi đoàn: chi-doan-2}
  - {mã: b3, ngày: 20/05/2020, giờ: 15:00, địa điểm: Sở A, trạng thái: hủy, ngày báo: 19/05/2020}
  - {mã: b4, ngày: 21/05/2020, giờ: 15:00, địa điểm: Sở A, trạng thái: hoãn, ngày báo: 20/05/2020}
  - {mã: b5, ngày: 22/05/2020, giờ: 15:00, địa điểm: Sở A, đã diễn ra: không}
"""


def test_sample(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "sinh-hoat-theo-thang", "2020-10-15")
    assert values(table) == {"04/2020": [3, 4, 0, 0, 0, 2, 1], "05/2020": [2, 2, 0, 0, 0, 1, 2]}
    assert counted(table, "04/2020", "Đơn vị đã gửi lịch") == ["period 46-kh-dtn/gui-lich-sinh-hoat/2020-04"]
    assert counted(table, "04/2020", "Buổi sinh hoạt") == ["month 2020-04"]
    assert counted(table, "04/2020", "Đã dự") == [
        "meeting 46-kh-dtn/2020-04/doan-so-a/b1",
        "meeting 46-kh-dtn/2020-04/doan-so-b/b1",
    ]
    assert counted(table, "04/2020", "Chi đoàn không sinh hoạt") == ["unit doan-so-b"]


def test_moved_postponed_cancelled(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "sinh-hoat-theo-thang", "2020-10-15", {MAY: HEAD + MEETINGS})
    assert values(table)["05/2020"] == [2, 5, 1, 1, 2, 1, 2]
    assert counted(table, "05/2020", "Đã dời") == ["meeting 46-kh-dtn/2020-05/doan-so-a/b1"]
    assert counted(table, "05/2020", "Hoãn") == ["meeting 46-kh-dtn/2020-05/doan-so-a/b4"]
    assert counted(table, "05/2020", "Hủy") == [
        "meeting 46-kh-dtn/2020-05/doan-so-a/b3",
        "meeting 46-kh-dtn/2020-05/doan-so-a/b5",
    ]


def test_what_is_not_told_yet_does_not_count(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "sinh-hoat-theo-thang", "2020-05-19", {MAY: HEAD + MEETINGS})
    assert values(table)["05/2020"] == [2, 5, 1, 0, 1, 0, 2]  # b5 may yet be held
    (table,) = figure(tmp_path, "sinh-hoat-theo-thang", "2020-03-18")
    assert values(table) == {"04/2020": [1, 2, 0, 0, 0, 0, 0]}
