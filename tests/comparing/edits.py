"""Twelve edits of the shipped data as people make them, each by the name of the text that tells it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

PLAN = "data/plans/2020/46-kh-dtn"
REPORTS = "data/reports/2020"
Edit = Callable[[Path], None]

SCHEDULE = """\
đơn vị: chi-doan-hoi-a
tháng: 11/2020
ngày nhận: 14/10/2020
buổi:
  - mã: b1
    ngày: 12/11/2020
    giờ: 17h30
    địa điểm: Phòng họp tầng 2
    nội dung: Sinh hoạt chủ đề tháng 11
"""
VISIT = """\
---
loại: dự sinh hoạt
người lập: nguyen-van-a
ngày gửi: 14/10/2020
buổi: 46-kh-dtn/2020-10/chi-doan-ban-e/b1
người dự:
  - nguyen-van-a
số có mặt: 12
tổng số đoàn viên: 15
thành phần: Đoàn viên chi đoàn
nội dung: Tập văn nghệ, chuẩn bị hội diễn của khối
---

Chi đoàn tập đủ hai tiết mục.
"""
DECIDED = "ngày quyết định: 12/10/2020\nngười quyết định: Ban Thường vụ Đoàn Khối\nlý do: Mưa bão kéo dài\n"


def change(root: Path, file: str, old: str, new: str) -> None:
    """Put one text in the place of another; refuses (AssertionError) one that does not stand there just once."""
    path = root / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (file, old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")


def write(root: Path, file: str, text: str) -> None:
    """Write a file, which must not be there."""
    assert not (root / file).exists(), file
    (root / file).write_text(text, "utf-8")


def append(root: Path, file: str, text: str) -> None:
    """Write a text at the end of a file."""
    with (root / file).open("a", encoding="utf-8") as stream:
        stream.write(text)


def _scope_forgotten(root: Path) -> None:
    text = f"loại: gia hạn\nviệc: gửi lịch sinh hoạt\nkỳ: 11/2020\nhạn mới: 27/10/2020\n{DECIDED}"
    write(root, f"{PLAN}/adjustments/2020-10-12-gia-han-lich-thang-11.yml", text)


def _extension(root: Path) -> None:
    text = "loại: gia hạn\nviệc: gửi lịch sinh hoạt\nđơn vị: [doan-so-c, doan-so-b, doan-so-a]\nkỳ: 11/2020\n"
    write(root, f"{PLAN}/adjustments/2020-10-12-gia-han-lich-thang-11.yml", f"{text}hạn mới: 27/10/2020\n{DECIDED}")


def _day_rewritten(root: Path) -> None:
    change(root, f"{PLAN}/schedules/2020-10/doan-so-b.yml", "ngày: 19/10/2020", "ngày: 21/10/2020")


def _meeting_moved(root: Path) -> None:
    moved = "    dời:\n      - sang ngày: 21/10/2020\n        ngày báo: 14/10/2020\n        lý do: Hội trường bận\n"
    file = f"{PLAN}/schedules/2020-10/doan-so-b.yml"
    change(root, file, "đăng ký hiến máu\n", f"đăng ký hiến máu\n{moved}")


def _meeting_cancelled(root: Path) -> None:
    off = "    trạng thái: hủy\n    ngày báo: 14/10/2020\n"
    file = f"{PLAN}/schedules/2020-10/doan-so-b.yml"
    change(root, file, "phổ biến nhiệm vụ\n", f"phổ biến nhiệm vụ\n{off}")


def _unit_merged(root: Path) -> None:
    append(root, "data/units/doan-so-p.yml", "đến: 30/09/2020\nsáp nhập vào: doan-so-a\n")


def _report_deleted(root: Path) -> None:
    (root / REPORTS / "du-sinh-hoat/2020-05-14-doan-so-b-chi-doan-1.md").unlink()


def _late_holiday(root: Path) -> None:
    row = "  - ngày: 16/10/2020\n    tên: Nghỉ tránh bão\n    căn cứ: Công điện\n    ngày công bố: 14/10/2020\n"
    change(root, "data/calendar/2020.yml", "  - ngày: 02/09/2020\n", f"{row}  - ngày: 02/09/2020\n")


def _member_leaves(root: Path) -> None:
    file = "data/people/vo-van-k.yml"
    member = "chức danh: Ủy viên\n    từ: 20/10/2017\n"
    change(root, file, member, f"{member}    đến: 30/09/2020\n")


def _schedule_arrives(root: Path) -> None:
    write(root, f"{PLAN}/schedules/2020-11/chi-doan-hoi-a.yml", SCHEDULE)


def _visit_reported(root: Path) -> None:
    write(root, f"{REPORTS}/du-sinh-hoat/2020-10-09-chi-doan-ban-e.md", VISIT)


def _day_taken_away(root: Path) -> None:
    row = "  - đơn vị: doan-truong-b\n"
    change(root, f"{PLAN}/notices/dot-1-1.yml", f"{row}    ngày gửi: 05/05/2020\n", row)


EDITS: dict[str, Edit] = {
    "quen-ghi-pham-vi": _scope_forgotten,
    "doi-ngay-khong-ghi-doi": _day_rewritten,
    "doi-buoi": _meeting_moved,
    "huy-buoi": _meeting_cancelled,
    "sap-nhap": _unit_merged,
    "xoa-bao-cao": _report_deleted,
    "gia-han": _extension,
    "ngay-nghi-bo-sung": _late_holiday,
    "can-bo-thoi-giu-chuc-vu": _member_leaves,
    "lich-moi": _schedule_arrives,
    "bao-cao-du-sinh-hoat": _visit_reported,
    "bo-ngay-gui": _day_taken_away,
}
