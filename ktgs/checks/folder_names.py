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
        "Thư mục của lịch là tháng của các buổi (2020-04), thư mục của kế hoạch là năm ban hành hoặc năm bắt đầu,"
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
        wanted = {str(schedule.month): "tháng"}
        yield from _told(schedule.where("month"), schedule.parts["month"], wanted)
    for plan in repository.plans.values():
        years = {str(plan.issued_on.year): "ngày ban hành", str(plan.starts_on.year): "từ"}
        yield from _told(plan.where("issued_on"), plan.parts["year"], years)
    for report in repository.reports.values():
        if report.id[:4].isdecimal():  # else its name is told
            yield from _told(report.where(), report.parts["year"], {report.id[:4]: "ngày ở đầu tên tệp"})


def _told(place: Place, folder: str, wanted: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield an error unless the folder has one of the wanted names, each given with what it comes from."""
    if folder not in wanted:
        names = " hoặc ".join(f"“{name}” (theo {key})" for name, key in wanted.items())
        cure = "Chuyển tệp sang đúng thư mục, hoặc sửa nội dung."
        yield CODE.at(place, f"Thư mục mang tên “{folder}” nhưng phải là {names}.", cure=cure)
