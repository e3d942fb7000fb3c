"""The columns of a table of schedules: the fields' own words, and what people call them."""

from __future__ import annotations

from ktgs.language.vocabulary import choices
from ktgs.records.team import Status
from ktgs.records.values import YesNo
from ktgs.repository.repository import Repository
from ktgs.tables.columns import CellForm, Column

_MEETING = {"on", "at", "when", "place", "content", "no_meeting", "took_place"}
FILLED = frozenset(_MEETING | {"moved_to", "moved_at", "moved_place", "status", "amended_on"})  # else nobody wrote
_UNITS = ("tên đơn vị", "tổ chức cơ sở đoàn", "cơ sở đoàn", "tên cơ sở đoàn", "tccsđ", "đơn vị, chi đoàn")


def unit_columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns for the unit and its sub-unit, under the words that the organization has for them."""
    words = repository.organization.sub_unit_words or ("đơn vị trực thuộc",)
    others = (*words[1:], *(f"tên {word}" for word in words), "đơn vị trực thuộc", "nơi sinh hoạt của")
    unit = "tên đơn vị; dòng dưới để trống thì là đơn vị ở trên"
    branch = f"tên {words[0]}; để trống là cả đơn vị"
    return (
        Column("unit", "đơn vị", _UNITS, carries=True, form=CellForm.unit, about=unit),
        Column("branch", words[0], others, form=CellForm.branch, about=branch),
    )


_YES = choices(YesNo)
_DAYS = ("ngày sinh hoạt", "ngày tổ chức", "ngày, tháng, năm", "ngày tháng năm", "ngày tháng")
_TIMES = ("ngày giờ", "ngày, giờ", "giờ, ngày", "thời gian sinh hoạt", "thời gian tổ chức")
_PLACES = ("nơi sinh hoạt", "địa điểm sinh hoạt", "địa điểm tổ chức", "nơi tổ chức")
_CONTENTS = ("nội dung sinh hoạt", "chủ đề", "chủ đề sinh hoạt", "nội dung chính")
_CONTACTS = ("số điện thoại", "điện thoại", "điện thoại liên hệ", "sđt", "đt", "liên hệ", "người liên hệ", "email")


def _day(name: str, title: str, also: tuple[str, ...] = (), about: str = "") -> Column:
    return Column(name, title, also, form=CellForm.day, about=about)


def _yes(name: str, title: str, also: tuple[str, ...] = (), about: str = "") -> Column:
    return Column(name, title, also, form=CellForm.choice, words=_YES, about=about)


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns in the order of the sheet that is sent out."""
    return (
        *unit_columns(repository),
        Column("id", "mã", ("mã buổi",), about="mã buổi đã ghi; buổi mới thì để trống"),
        _day("on", "ngày", _DAYS, "ngày như báo lần đầu"),
        Column("at", "giờ", ("giờ sinh hoạt", "giờ bắt đầu", "giờ tổ chức"), form=CellForm.clock, about="giờ bắt đầu"),
        Column("place", "địa điểm", _PLACES, about="nơi sinh hoạt"),
        Column("content", "nội dung", _CONTENTS, about="nội dung sinh hoạt"),
        _yes("no_meeting", "không sinh hoạt", ("không tổ chức sinh hoạt",), "có: tháng này không sinh hoạt"),
        Column("reason", "lý do", ("lý do không sinh hoạt",), about="lý do không sinh hoạt"),
        _day("moved_to", "dời sang ngày", ("sang ngày", "ngày mới"), "ngày mới; giữ nguyên “ngày” như báo lần đầu"),
        Column("moved_at", "dời sang giờ", ("giờ mới",), form=CellForm.clock, about="giờ mới, nếu đổi"),
        Column("moved_place", "dời sang địa điểm", ("địa điểm mới", "nơi mới"), about="nơi mới, nếu đổi"),
        _day("move_reported", "ngày báo dời", (), "ngày báo dời"),
        Column("move_reason", "lý do dời", about="lý do dời"),
        Column(
            "status",
            "trạng thái",
            ("hoãn hay hủy", "hoãn, hủy"),
            form=CellForm.choice,
            words=choices(Status),
            about="chỉ ghi khi buổi hoãn hoặc hủy",
        ),
        _day("status_reported", "ngày báo", ("ngày báo hoãn, hủy",), "ngày báo hoãn, hủy"),
        _yes("took_place", "đã diễn ra", (), "buổi có diễn ra không"),
        _day("received", "ngày nhận", (), "Văn phòng ghi: ngày nhận được lịch"),
        _yes("incomplete", "chưa đủ", (), "Văn phòng ghi: lần gửi đầu chưa đủ"),
        _yes("contact_given", "có số liên hệ", (), "đơn vị có gửi số liên hệ không; chính số ấy không ghi ở đây"),
        _day("amended_on", "bổ sung ngày", (), "Văn phòng ghi: ngày nhận phần bổ sung"),
        Column("amendment", "bổ sung nội dung", about="Văn phòng ghi: bổ sung điều gì"),
        _yes("amended_fully", "bổ sung đủ", (), "Văn phòng ghi: từ lần này thì lịch đã đủ"),
        Column("when", "thời gian", _TIMES, is_sent=False),
        Column("month", "tháng", ("lịch tháng",), carries=True, is_sent=False),
        Column("contact", "số liên hệ", _CONTACTS, is_sent=False),
    )
