"""A schedule speaks of each sub-unit: it meets, or it is said not to, and not both."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._words import sub_unit
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import first_upper
from ktgs.records.keys import BranchKey
from ktgs.records.schedule import Meeting, NoMeeting, Schedule
from ktgs.records.unit import Branch, Unit
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

NEITHER = Code(
    "M401",
    "Lịch không nhắc đến một đơn vị trực thuộc",
    Severity.warning,
    about=about(
        "Lịch có buổi sinh hoạt nhưng một chi đoàn (đơn vị trực thuộc) của đơn vị không có trong “buổi” lẫn “không"
        " sinh hoạt”, nên không biết chi đoàn nghỉ hay bị sót. Lịch vẫn được tính là đã gửi.",
        "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    …",
        "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    …\nkhông sinh hoạt:\n  - chi đoàn: chi-doan-2",
        cure="Hỏi lại đơn vị, rồi thêm buổi hoặc thêm vào “không sinh hoạt”.",
    ),
)
BOTH = Code(
    "M402",
    "Đơn vị trực thuộc vừa có buổi vừa không sinh hoạt",
    about=about(
        "Một chi đoàn (đơn vị trực thuộc) không thể có trong cả “buổi” và “không sinh hoạt” của cùng một tháng.",
        "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    …\nkhông sinh hoạt:\n  - chi đoàn: chi-doan-1",
        "buổi:\n  - mã: b1\n    chi đoàn: chi-doan-1\n    …\nkhông sinh hoạt:\n  - chi đoàn: chi-doan-2",
        cure="Xóa một trong hai; buổi bị hủy thì giữ trong “buổi” với `trạng thái: hủy`.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each sub-unit in neither list and an error for each in both.

    A schedule without any meeting says that nothing is held in the month, so it leaves no sub-unit out.
    """
    repository = facts.repository
    for schedule in repository.schedules.values():
        meetings = {meeting.branch: meeting for meeting in schedule.meetings}
        for row in schedule.no_meeting:
            if meeting := meetings.get(row.branch):
                yield _in_both(repository, row, meeting)
        if meetings and (unit := repository.units.get(schedule.unit)) and schedule.unit == schedule.key.unit:
            yield from _left_out(repository, schedule, unit, {*meetings, *(row.branch for row in schedule.no_meeting)})


def _in_both(repository: Repository, row: NoMeeting, meeting: Meeting) -> Diagnostic:
    word = sub_unit(repository, row.branch.unit)
    return BOTH.at(
        row.where("branch"),
        f"{first_upper(word)} “{row.branch.own}” cũng có buổi “{meeting.id}” trong lịch này.",
        cure="Xóa một trong hai; buổi bị hủy thì giữ trong “buổi” với “trạng thái: hủy”.",
        related=[Related(meeting.where("branch"), f"buổi của {word}")],
    )


def _left_out(
    repository: Repository, schedule: Schedule, unit: Unit, named: set[BranchKey | None]
) -> Iterator[Diagnostic]:
    word = sub_unit(repository, unit.id)
    for branch in unit.branches:
        if branch.key_in(unit) not in named and _lives_in(branch, unit, schedule):
            yield NEITHER.at(
                schedule.where("meetings"),
                f"{first_upper(word)} “{branch.id}” ({branch.name}) không có trong “buổi” lẫn “không sinh hoạt”.",
                cure=f"Thêm buổi của {word}, hoặc thêm {word} vào “không sinh hoạt”.",
                related=[Related(branch.where("id"), f"{word} của đơn vị")],
            )


def _lives_in(branch: Branch, unit: Unit, schedule: Schedule) -> bool:
    """Return whether the sub-unit exists on every day of the month: on fewer it may well hold no meeting."""
    days = (schedule.month.first, schedule.month.last)
    return all(branch.covers(day) and unit.exists_on(day) for day in days)
