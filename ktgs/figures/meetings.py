"""Meetings by month: announced, moved, cancelled, attended; sub-units that hold none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.figures._counting import meeting_subject, unit_subject
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table, number
from ktgs.obligations.targets import Subject, ToMonth, ToPeriod
from ktgs.records.keys import AssignmentKey, BranchKey
from ktgs.records.schedule import Schedule
from ktgs.repository.linked import ScheduledMeeting, grouped
from ktgs.repository.meetings import is_cancelled, is_postponed
from ktgs.repository.repository import Repository
from ktgs.repository.units import sub_unit_words

ABOUT = """Theo lịch sinh hoạt các đơn vị đã gửi, mỗi tháng một dòng. Buổi đã dự là buổi có ít nhất một báo cáo
dự sinh hoạt. Đơn vị trực thuộc không sinh hoạt trong tháng là một số liệu, không phải việc chậm của đơn vị; con số
dẫn về đơn vị của những nơi ấy."""


@dataclass(frozen=True, slots=True)
class MonthMeetings:
    """The schedules of a month and their meetings; `idle` are the sub-units that hold none."""

    schedules: int
    meetings: tuple[ScheduledMeeting, ...]
    moved: tuple[ScheduledMeeting, ...]
    postponed: tuple[ScheduledMeeting, ...]
    cancelled: tuple[ScheduledMeeting, ...]
    attended: tuple[ScheduledMeeting, ...]
    idle: tuple[BranchKey, ...]


@dataclass(frozen=True, slots=True)
class Meetings:
    """The meetings of each plan's months, in order."""

    by_month: Mapping[AssignmentKey, MonthMeetings]


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Meetings:
    """Return the months that a schedule came in for."""
    of_plans = (item for item in repository.schedules.items() if item[0].plan in repository.plans)
    by_month = grouped((AssignmentKey(key.plan, key.month), schedule) for key, schedule in of_plans)
    return Meetings({key: _of_month(repository, key, by_month[key]) for key in sorted(by_month)})


def _of_month(repository: Repository, key: AssignmentKey, schedules: tuple[Schedule, ...]) -> MonthMeetings:
    meetings = repository.meetings_by_month.get(key, ())
    return MonthMeetings(
        schedules=len(schedules),
        meetings=meetings,
        moved=tuple(meeting for meeting in meetings if meeting.meeting.moves),
        postponed=tuple(meeting for meeting in meetings if is_postponed(meeting.meeting)),
        cancelled=tuple(meeting for meeting in meetings if is_cancelled(meeting.meeting)),
        attended=tuple(meeting for meeting in meetings if meeting.key in repository.visits_by_meeting),
        idle=tuple(row.branch for schedule in schedules for row in schedule.no_meeting),
    )


def tables(repository: Repository, numbers: Meetings) -> Iterator[Table]:
    """Yield one table a plan."""
    idle = f"{sub_unit_words(repository)} không sinh hoạt".capitalize()
    columns = ("Đơn vị đã gửi lịch", "Buổi sinh hoạt", "Đã dời", "Hoãn", "Hủy", "Đã dự", idle)
    for plan in repository.plans.values():
        rows = tuple(_row(repository, key, month) for key, month in numbers.by_month.items() if key.plan == plan.id)
        if rows:
            yield Table(f"Sinh hoạt theo tháng, kế hoạch {plan.label}", of="Tháng", columns=columns, rows=rows)


def _row(repository: Repository, key: AssignmentKey, numbers: MonthMeetings) -> Row:
    """Return the row of a month; what is in the thousands leads to the page that lists it instead of being listed."""
    label = key.month.label
    sent = Subject(f"lịch tháng {label}", ToPeriod(key.plan, SCHEDULE.slug, key.month))
    groups = (numbers.moved, numbers.postponed, numbers.cancelled, numbers.attended)
    return Row(
        Subject(label),
        (
            Cell(numbers.schedules, (sent,)),
            Cell(len(numbers.meetings), (Subject(f"tháng {label}", ToMonth(key.month)),)),
            *(number(meeting_subject(repository, meeting) for meeting in group) for group in groups),
            number(unit_subject(repository, branch.unit) for branch in numbers.idle),
        ),
    )


FIGURE = Figure("sinh hoạt theo tháng", compute, tables, ABOUT)
