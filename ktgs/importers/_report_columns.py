"""The columns of a sheet of reports of those who attended meetings."""

from __future__ import annotations

from ktgs.importers._schedule_columns import unit_columns
from ktgs.language.vocabulary import choices
from ktgs.records.finding import PetitionAddressee
from ktgs.repository.repository import Repository
from ktgs.tables.columns import CellForm, Column


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns in the order of the sheet that is sent out."""
    several = "mỗi dòng một ý"
    return (
        *unit_columns(repository),
        Column("on", "ngày", ("ngày sinh hoạt", "ngày dự"), form=CellForm.day, about="ngày của buổi như trong lịch"),
        Column("at", "giờ", ("giờ sinh hoạt",), form=CellForm.clock, about="giờ của buổi"),
        Column("held_on", "ngày tiến hành", form=CellForm.day, about="ngày diễn ra, nếu khác ngày đã báo"),
        Column(
            "attendees",
            "người dự",
            ("cán bộ", "cán bộ dự", "họ tên"),
            about="cán bộ đã dự; nhiều người thì cách nhau dấu ;",
        ),
        Column("author", "người lập", ("người báo cáo",), about="người lập báo cáo; để trống là người dự đầu tiên"),
        Column(
            "present", "số có mặt", ("có mặt", "số đoàn viên có mặt"), form=CellForm.count, about="số đoàn viên có mặt"
        ),
        Column(
            "total", "tổng số đoàn viên", ("tổng số", "số đoàn viên"), form=CellForm.count, about="tổng số đoàn viên"
        ),
        Column("composition", "thành phần", ("thành phần dự",), about="thành phần dự"),
        Column("content", "nội dung", ("nội dung sinh hoạt",), about="nội dung sinh hoạt"),
        Column("strengths", "ưu điểm", about=several),
        Column("good_practices", "mô hình hay", ("mô hình hay, cách làm hay",), about=several),
        Column("difficulties", "khó khăn", ("khó khăn, vướng mắc",), about=several),
        Column("shortcomings", "tồn tại, hạn chế", ("tồn tại", "hạn chế"), about=several),
        Column("petitions", "kiến nghị, đề xuất", ("đề xuất", "kiến nghị"), about=f"của cơ sở; {several}"),
        Column(
            "addressee",
            "gửi kiến nghị đến",
            ("gửi đề xuất đến",),
            form=CellForm.choice,
            words=choices(PetitionAddressee),
            about="kiến nghị, đề xuất gửi đến ai",
        ),
        Column("sent", "ngày gửi", form=CellForm.day, about="ngày gửi báo cáo"),
        Column("body", "ghi chép", ("diễn biến", "ghi chép thêm"), about="diễn biến buổi sinh hoạt, nếu cần kể thêm"),
        Column("month", "tháng", carries=True, is_sent=False),
        Column("contact", "số liên hệ", ("số điện thoại", "điện thoại", "sđt", "email"), is_sent=False),
    )
