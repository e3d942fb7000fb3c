"""A schedule speaks of each branch: it meets, or it is said not to, and not both."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.records.schedule import Schedule
from ktgs.records.unit import Branch, Unit
from ktgs.source.codes import about

NEITHER = Code(
    "M401",
    "Lịch không nhắc đến một chi đoàn",
    Severity.warning,
    about=about(
        "Lịch có buổi sinh hoạt nhưng một chi đoàn của đơn vị không có trong “buổi” lẫn “không sinh hoạt”, nên"
        " không biết chi đoàn nghỉ hay bị sót. Lịch vẫn được tính là đã gửi.",
        "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    …",
        "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    …\nkhông sinh hoạt:\n  - chi đoàn: chi-doan-2",
        cure="Hỏi lại đơn vị, rồi thêm buổi hoặc thêm vào “không sinh hoạt”.",
    ),
)
BOTH = Code(
    "M402",
    "Chi đoàn vừa có buổi vừa không sinh hoạt",
    about=about(
        "Một chi đoàn không thể có trong cả “buổi” và “không sinh hoạt” của cùng một tháng.",
        "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    …\nkhông sinh hoạt:\n  - chi đoàn: chi-doan-1",
        cure="Xóa một trong hai; buổi bị hủy thì giữ trong “buổi” với `trạng thái: hủy`.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each branch in neither list and an error for each in both.

    A schedule without any meeting says that nothing is held in the month, so it leaves no branch out.
    """
    for schedule in facts.repository.schedules.values():
        meeting = {item.branch: item for item in schedule.meetings}
        for row in schedule.no_meeting:
            if row.branch in meeting:
                yield BOTH.at(
                    row.where("branch"),
                    f"Chi đoàn “{row.branch}” cũng có buổi “{meeting[row.branch].id}” trong lịch này.",
                    cure="Xóa một trong hai; buổi bị hủy thì giữ trong “buổi” với “trạng thái: hủy”.",
                    related=[Related(meeting[row.branch].where("branch"), "buổi của chi đoàn")],
                )
        unit = facts.repository.units.get(schedule.unit)
        named = {*meeting, *(row.branch for row in schedule.no_meeting)}
        if unit and schedule.meetings and all(branch is None or unit.branch(branch) for branch in named):
            yield from _left_out(schedule, unit, named)  # a branch misspelt is told as such, and only once


def _left_out(schedule: Schedule, unit: Unit, named: set[str | None]) -> Iterator[Diagnostic]:
    for branch in unit.branches:
        if branch.id not in named and _lives_in(branch, unit, schedule):
            yield NEITHER.at(
                schedule.where("meetings"),
                f"Chi đoàn “{branch.id}” ({branch.name}) không có trong “buổi” lẫn “không sinh hoạt”.",
                cure="Thêm buổi của chi đoàn, hoặc thêm chi đoàn vào “không sinh hoạt”.",
                related=[Related(branch.where("id"), "chi đoàn của đơn vị")],
            )


def _lives_in(branch: Branch, unit: Unit, schedule: Schedule) -> bool:
    """Return whether the branch exists on every day of the month: on fewer it may well hold no meeting."""
    days = (schedule.month.first, schedule.month.last)
    return all(branch.covers(day) and unit.exists_on(day) for day in days)
