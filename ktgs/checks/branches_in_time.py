"""A sub-unit exists on the day on which a file speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._existence import branch_missing
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.schedule import Schedule
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

CODE = Code(
    "M102",
    "Đơn vị trực thuộc không hoạt động vào ngày đó",
    about=about(
        "Chi đoàn (đơn vị trực thuộc) chỉ được nhắc đến cho những ngày từ “từ” đến hết “đến” của nó trong tệp của"
        " đơn vị.",
        "chi đoàn: chi-doan-2   # đến 31/03/2020\nngày: 10/04/2020",
        "chi đoàn: chi-doan-2   # đến 31/03/2020\nngày: 25/03/2020",
        cure="Sửa mã chi đoàn hoặc ngày.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error wherever a sub-unit is named for a day on which its unit exists and it does not."""
    repository = facts.repository
    for schedule in repository.schedules.values():
        yield from _schedule(repository, schedule)
    for engaged in repository.engagements.values():
        engagement = engaged.engagement
        for index, branch in enumerate(engagement.sampled_branches):
            if engagement.session_on:
                day, field = engagement.session_on, "sampled_branches"
                yield from branch_missing(CODE, repository, engagement, branch, day, field=field, item=index)
    for visit in repository.visits:
        if visit.meeting is None:
            yield from branch_missing(CODE, repository, visit.report, visit.branch, visit.on)


def _schedule(repository: Repository, schedule: Schedule) -> Iterator[Diagnostic]:
    for meeting in schedule.meetings:
        yield from branch_missing(CODE, repository, meeting, meeting.branch, meeting.announced.on)
    month = schedule.month
    for row in schedule.no_meeting:
        unit = repository.units.get(row.branch.unit)
        branch = unit.branch(row.branch.branch) if unit else None
        if branch and not (branch.covers(month.first) or branch.covers(month.last)):
            day = month.first if branch.valid_to and branch.valid_to < month.first else month.last
            yield from branch_missing(CODE, repository, row, row.branch, day)
