"""File names say what the record says: unit, month, activity, day, finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related, Severity
from ktgs.records.base import FileRecord
from ktgs.records.keys import AssignmentKey, ScheduleKey
from ktgs.records.team import Team
from ktgs.repository.marks import follow_up_name
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

NAME = Code(
    "F202",
    "Tên tệp không khớp nội dung",
    about=about(
        "Tên tệp là mã, và nói trước nội dung: lịch mang mã đơn vị, phân công mang tháng, thông báo bắt đầu bằng mã"
        " hoạt động, báo cáo bắt đầu bằng ngày, theo dõi kiến nghị là `<báo cáo>-<mã>`.",
        "# …/schedules/2020-04/doan-so-b.yml\nđơn vị: doan-so-a",
        "# …/schedules/2020-04/doan-so-a.yml\nđơn vị: doan-so-a",
        cure="Đổi tên tệp, hoặc sửa nội dung.",
    ),
)
TEAM = Code(
    "F204",
    "Tên tệp đoàn kiểm tra không bắt đầu bằng mã hoạt động",
    Severity.warning,
    about=about(
        "Khi tệp của đoàn có lỗi, chỉ tên tệp cho biết nó thuộc đợt nào; tên bắt đầu bằng mã hoạt động thì chỉ đợt"
        " đó bị ảnh hưởng.",
        "# …/teams/doan-1.yml\nhoạt động: dot-1",
        "# …/teams/dot-1-doan-1.yml\nhoạt động: dot-1",
        cure="Đổi tên tệp, và sửa các chỗ nhắc đến mã cũ.",
    ),
)
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-.+")


class _Name(NamedTuple):
    """A name that does not fit, where the record says otherwise, and what the name should be."""

    code: Code
    place: Place
    name: str
    wanted: str
    other: FileRecord | None = None  # the file that has the name already


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each name that does not fit its record, a warning for a team's."""
    for rule in (_months, _notices_and_teams, _reports, _follow_ups):
        for code, place, name, wanted, other in rule(facts.repository):
            related = [Related(other.where(), "tệp đang mang tên ấy")] if other else []
            found = f"Tệp mang tên “{name}” nhưng phải {wanted}."
            yield code.at(place, found, cure="Đổi tên tệp, hoặc sửa nội dung.", related=related)


def _months(repository: Repository) -> Iterator[_Name]:
    for schedule in repository.schedules.values():
        if schedule.id != schedule.unit and schedule.unit in repository.units:
            there = repository.schedules.get(ScheduleKey(schedule.key.plan, schedule.month, schedule.unit))
            wanted = f"là “{schedule.unit}”, theo “đơn vị”"
            yield _Name(NAME, schedule.where("unit"), schedule.id, wanted, other=there)
    for assignment in repository.assignments.values():
        if assignment.id != str(assignment.month):
            named_so = repository.assignments.get(AssignmentKey(assignment.key.plan, assignment.month))
            wanted = f"là “{assignment.month}”, theo “tháng”"
            other = named_so if named_so is not assignment else None
            yield _Name(NAME, assignment.where("month"), assignment.id, wanted, other=other)


def _notices_and_teams(repository: Repository) -> Iterator[_Name]:
    for notice in repository.notices.values():
        teams = [repository.teams.get(team) for team in notice.teams]
        activities = sorted({team.activity.activity for team in teams if team and _is_known(repository, team)})
        if activities and not any(_begins(notice.id, activity) for activity in activities):
            wanted = f"bắt đầu bằng mã hoạt động “{activities[0]}”"
            yield _Name(NAME, notice.where("teams"), notice.id, wanted)
    for team in repository.teams.values():
        activity = team.activity.activity
        if _is_known(repository, team) and not _begins(team.id, activity):
            yield _Name(TEAM, team.where("activity"), team.id, f"bắt đầu bằng mã hoạt động “{activity}”")


def _is_known(repository: Repository, team: Team) -> bool:
    """Return whether the team's activity is known; the plan that has it may be broken."""
    return repository.activity(team.activity) is not None


def _begins(name: str, start: str) -> bool:
    return name == start or name.startswith(start + "-")


def _reports(repository: Repository) -> Iterator[_Name]:
    for report in repository.reports.values():
        dated = _DATED.fullmatch(report.id)
        if dated is None or not _is_day(dated[1]):
            yield _Name(NAME, report.where(), report.id, "bắt đầu bằng ngày, dạng <năm>-<tháng>-<ngày>-<nội dung>")


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _follow_ups(repository: Repository) -> Iterator[_Name]:
    for follow_up in repository.follow_ups.values():
        wanted = follow_up_name(follow_up.finding)
        if not re.fullmatch(rf"{re.escape(wanted)}(-\d+)?", follow_up.id):
            yield _Name(NAME, follow_up.where("finding"), follow_up.id, f"là “{wanted}”, theo “của”")
