"""A file's or folder's name can be an address, on every system; an activity's id is not that of another page."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.ids import why_no_name
from ktgs.records.values import month_in
from ktgs.repository.links import file_records
from ktgs.source.codes import about

CODE = Code(
    "F210",
    "Tên không dùng được làm địa chỉ",
    about=about(
        "Mã của tệp thành địa chỉ của trang và tên tệp trên mọi máy. `index` là địa chỉ của trang danh mục; `con`,"
        " `prn`, `aux`, `nul`, `com1`, `lpt1` … là thiết bị của Windows nên ở đó không lấy được tệp về; tên quá dài thì"
        " nhiều hệ thống không nhận. Mã hoạt động không được là `chung` hay một tháng, vì đó là trang của việc không"
        " thuộc đợt nào và của tháng.",
        "# data/units/con.yml\ntên: Đoàn cơ sở Sở C",
        "# data/units/doan-so-c.yml\ntên: Đoàn cơ sở Sở C",
        cure="Đổi tên tệp, rồi sửa các chỗ nhắc đến mã cũ.",
    ),
)
_NAMED = ("id", "plan")  # the parts of a path that people choose; year and month have a check of their own
_COMMON = "chung"  # the page of obligations of no period


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each name of a file, a plan's folder or an activity that cannot be an address."""
    for record in file_records(facts.repository):
        for part in _NAMED:
            if why := why_no_name(record.parts.get(part, "")):
                cure = "Đổi tên tệp hoặc thư mục, rồi sửa các chỗ nhắc đến mã cũ."
                yield CODE.at(record.where(), f"Tên {why}", cure=cure)
    for plan in facts.repository.plans.values():
        for activity in plan.activities:
            if activity.id == _COMMON or month_in(activity.id):
                found = f"Mã hoạt động “{activity.id}” là địa chỉ của trang khác."
                yield CODE.at(activity.where("mã"), found, cure="Đặt mã khác, ví dụ dot-1.")
