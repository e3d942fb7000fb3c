"""The columns of a table of schedules: the fields' own words, and what people call them."""

from __future__ import annotations

from ktgs.repository.repository import Repository
from ktgs.tables.columns import Column

_MEETING = {"on", "at", "when", "place", "content", "no_meeting", "took_place"}
FILLED = frozenset(_MEETING | {"moved_to", "moved_at", "moved_place", "status", "amended_on"})  # else nobody wrote
_UNITS = ("tên đơn vị", "tổ chức cơ sở đoàn", "cơ sở đoàn", "tên cơ sở đoàn", "tccsđ", "đơn vị, chi đoàn")


def unit_columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns for the unit and its sub-unit, under the words that the organization has for them."""
    words = repository.organization.sub_unit_words or ("đơn vị trực thuộc",)
    others = (*words[1:], *(f"tên {word}" for word in words), "đơn vị trực thuộc", "nơi sinh hoạt của")
    return Column("unit", "đơn vị", _UNITS, carries=True), Column("branch", words[0], others)


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns in the order of the sheet that is sent out."""
    unit, branch = unit_columns(repository)
    return (
        unit,
        branch,
        Column("id", "mã", ("mã buổi",)),
        Column("on", "ngày", ("ngày sinh hoạt", "ngày tổ chức", "ngày, tháng, năm", "ngày tháng năm", "ngày tháng")),
        Column("at", "giờ", ("giờ sinh hoạt", "giờ bắt đầu", "giờ tổ chức")),
        Column("when", "thời gian", ("ngày giờ", "ngày, giờ", "giờ, ngày", "thời gian sinh hoạt", "thời gian tổ chức")),
        Column("place", "địa điểm", ("nơi sinh hoạt", "địa điểm sinh hoạt", "địa điểm tổ chức", "nơi tổ chức")),
        Column("content", "nội dung", ("nội dung sinh hoạt", "chủ đề", "chủ đề sinh hoạt", "nội dung chính")),
        Column("no_meeting", "không sinh hoạt", ("không tổ chức sinh hoạt",)),
        Column("reason", "lý do", ("lý do không sinh hoạt",)),
        Column("moved_to", "dời sang ngày", ("sang ngày", "ngày mới")),
        Column("moved_at", "dời sang giờ", ("giờ mới",)),
        Column("moved_place", "dời sang địa điểm", ("địa điểm mới", "nơi mới")),
        Column("move_reported", "ngày báo dời"),
        Column("move_reason", "lý do dời"),
        Column("status", "trạng thái", ("hoãn hay hủy", "hoãn, hủy")),
        Column("status_reported", "ngày báo", ("ngày báo hoãn, hủy",)),
        Column("took_place", "đã diễn ra"),
        Column("received", "ngày nhận"),
        Column("incomplete", "chưa đủ"),
        Column("contact_given", "có số liên hệ"),
        Column("amended_on", "bổ sung ngày"),
        Column("amendment", "bổ sung nội dung"),
        Column("amended_fully", "bổ sung đủ"),
        Column("month", "tháng", ("lịch tháng",), carries=True),
        Column(
            "contact",
            "số liên hệ",
            ("số điện thoại", "điện thoại", "điện thoại liên hệ", "sđt", "đt", "liên hệ", "người liên hệ", "email"),
        ),
    )
