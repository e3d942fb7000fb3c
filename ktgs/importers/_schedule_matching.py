"""Which recorded meeting a row is about: by id, by sub-unit and day; else somebody is asked."""

from __future__ import annotations

from collections.abc import Sequence

from ktgs.importers._schedule_rows import RowOfSchedule
from ktgs.intake.job import Job
from ktgs.language.text import vi_date
from ktgs.records.schedule import Meeting
from ktgs.repository.meetings import days_announced
from ktgs.repository.naming import branch_name

_NEW = "new"


def matched(job: Job, lines: Sequence[RowOfSchedule], meetings: Sequence[Meeting]) -> list[Meeting | None] | None:
    """Return for each line the meeting that it is about, None for a new one; None in all where somebody must say."""
    found: list[Meeting | None] = [None] * len(lines)
    free = list(meetings)
    for sure in (_by_id, _by_day_and_time, _by_day):
        for index, line in enumerate(lines):
            if found[index] is None and (meeting := sure(line, free)):
                found[index] = meeting
                if line.on is not None:
                    free.remove(meeting)
    ids = {line.id for line in lines if line.id}
    free = [meeting for meeting in free if meeting.id not in ids]
    is_sure = True
    for index, line in enumerate(lines):
        fitting = [meeting for meeting in free if meeting.branch == line.branch]
        if found[index] is None and line.on is not None and fitting:
            answer = _ask(job, line, fitting)
            is_sure = is_sure and answer is not None
            if answer is not None and answer != _NEW:
                meant = next(meeting for meeting in fitting if meeting.id == answer)
                found[index] = meant
                free.remove(meant)
    return found if is_sure else None


def _by_id(line: RowOfSchedule, free: Sequence[Meeting]) -> Meeting | None:
    return next((meeting for meeting in free if meeting.id == line.id and meeting.branch == line.branch), None)


def _by_day_and_time(line: RowOfSchedule, free: Sequence[Meeting]) -> Meeting | None:
    found = (meeting for meeting in free if _is_on(line, meeting) and line.at in (meeting.at, meeting.announced.at))
    return next(found, None)


def _by_day(line: RowOfSchedule, free: Sequence[Meeting]) -> Meeting | None:
    return next((meeting for meeting in free if _is_on(line, meeting)), None)


def _is_on(line: RowOfSchedule, meeting: Meeting) -> bool:
    return meeting.branch == line.branch and line.on in days_announced(meeting)


def _ask(job: Job, line: RowOfSchedule, fitting: Sequence[Meeting]) -> str | None:
    who = branch_name(job.repository, line.branch) if line.branch else "Đơn vị"
    assert line.on is not None
    days = ", ".join(vi_date(meeting.announced.on) for meeting in fitting)
    question = f"{who} đã báo sinh hoạt ngày {days}; bảng ghi ngày {vi_date(line.on)}: dời hay buổi mới?"
    options = {m.id: f"dời buổi ngày {vi_date(m.announced.on)} sang {vi_date(line.on)}" for m in fitting}
    cure = "Buổi dời: ghi ngày đã báo ở “ngày”, ngày mới ở “dời sang ngày”. Buổi mới: ghi mã mới ở cột “mã”."
    return job.choose(line.spot, question, {**options, _NEW: "buổi mới"}, cure)
