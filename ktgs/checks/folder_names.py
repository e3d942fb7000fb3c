"""Folder names say what the record says: the month of a schedule, the year of a plan or a report."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.source.codes import about

CODE = Code(
    "F203",
    "Tên thư mục không khớp nội dung",
    about=about(
        "Thư mục của lịch là tháng của các buổi (2020-04), thư mục của kế hoạch là năm bắt đầu (“từ”),"
        " thư mục của báo cáo là năm ở đầu tên tệp.",
        "# …/schedules/2020-03/doan-so-a.yml\ntháng: 04/2020",
        "# …/schedules/2020-04/doan-so-a.yml\ntháng: 04/2020",
        cure="Chuyển tệp sang đúng thư mục, hoặc sửa nội dung.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each folder that does not fit the record in it."""
    repository = facts.repository
    for schedule in repository.schedules.values():
        yield from _told(schedule.where("month"), schedule.parts["month"], str(schedule.month), "tháng")
    for plan in repository.plans.values():
        if plan.starts_on <= plan.ends_on:  # else the days are told
            yield from _told(plan.where("starts_on"), plan.parts["year"], str(plan.starts_on.year), "từ")
    for report in repository.reports.values():
        if report.id[:4].isdecimal():  # else its name is told
            yield from _told(report.where(), report.parts["year"], report.id[:4], "ngày ở đầu tên tệp")


def _told(place: Place, folder: str, wanted: str, source: str) -> Iterator[Diagnostic]:
    """Yield an error unless the folder has the wanted name; `source` says what that comes from."""
    if folder != wanted:
        found = f"Thư mục mang tên “{folder}” nhưng phải là “{wanted}” (theo {source})."
        yield CODE.at(place, found, cure="Chuyển tệp sang đúng thư mục, hoặc sửa nội dung.")
