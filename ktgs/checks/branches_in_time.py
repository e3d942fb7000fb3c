"""A branch exists on the day on which a file speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._existence import branch_missing
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.schedule import Schedule
from ktgs.repository.index import Repository
from ktgs.source.codes import about

CODE = Code(
    "M102",
    "Chi đoàn không hoạt động vào ngày đó",
    about=about(
        "Chi đoàn chỉ được nhắc đến cho những ngày từ “từ” đến hết “đến” của nó trong tệp của đơn vị.",
        "chi đoàn: chi-doan-2   # đến 31/03/2020\nngày: 10/04/2020",
        cure="Sửa mã chi đoàn hoặc ngày.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error wherever a branch is named for a day on which its unit exists and it does not."""
    repository = facts.repository
    for schedule in repository.schedules.values():
        yield from _schedule(repository, schedule)
    for held in repository.engagements:
        on = held.engagement.session_on
        for index, branch in enumerate(held.engagement.sampled_branches):
            if on:
                place = held.engagement.where("sampled_branches", index)
                yield from branch_missing(CODE, repository, place, held.engagement.unit, branch, on)
    for visit in repository.visits:
        if visit.meeting is None:
            yield from branch_missing(
                CODE, repository, visit.report.where("branch"), visit.unit, visit.branch, visit.on
            )


def _schedule(repository: Repository, schedule: Schedule) -> Iterator[Diagnostic]:
    for meeting in schedule.meetings:
        place = meeting.where("branch")
        yield from branch_missing(CODE, repository, place, schedule.unit, meeting.branch, meeting.announced.on)
    unit, month = repository.units.get(schedule.unit), schedule.month
    for row in schedule.no_meeting:
        branch = unit.branch(row.branch) if unit else None
        if branch and not (branch.covers(month.first) or branch.covers(month.last)):
            day = month.first if branch.valid_to and branch.valid_to < month.first else month.last
            yield from branch_missing(CODE, repository, row.where("branch"), schedule.unit, row.branch, day)
