"""Meetings by month: announced, moved, cancelled, attended; branches that hold none."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.figures._counting import number, of_meeting, of_unit, plain
from ktgs.language.months import Month
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Subject, Table
from ktgs.records.plan import Plan
from ktgs.repository.attendance import is_cancelled, is_postponed
from ktgs.repository.index import Repository

ABOUT = """Theo lịch sinh hoạt các đơn vị đã gửi, mỗi tháng một dòng. Buổi đã dự là buổi có ít nhất một báo cáo
dự sinh hoạt. Chi đoàn không sinh hoạt trong tháng là một số liệu, không phải việc chậm của đơn vị; con số dẫn
về đơn vị của các chi đoàn ấy."""

SENDING = "gui-lich-sinh-hoat"  # the slug of the duty that schedules meet
COLUMNS = ("Đơn vị đã gửi lịch", "Buổi sinh hoạt", "Đã dời", "Hoãn", "Hủy", "Đã dự", "Chi đoàn không sinh hoạt")


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield one table a plan."""
    for plan in repository.plans.values():
        months = sorted({month for owner, month, _ in repository.schedules if owner == plan.id})
        rows = tuple(_row(repository, plan, month) for month in months)
        if rows:
            yield Table(f"Sinh hoạt theo tháng, kế hoạch {plan.label}", "Tháng", COLUMNS, rows)


def _row(repository: Repository, plan: Plan, month: Month) -> Row:
    """Return the row of a month; what is in the thousands leads to the page that lists it instead of being listed."""
    schedules = [found for (owner, of, _), found in repository.schedules.items() if (owner, of) == (plan.id, month)]
    meetings = repository.meetings_by_month.get((plan.id, month), ())
    idle = [schedule.unit for schedule in schedules for _ in schedule.no_meeting]
    groups = (
        [found for found in meetings if found.meeting.moves],
        [found for found in meetings if is_postponed(found.meeting)],
        [found for found in meetings if is_cancelled(found.meeting)],
        [found for found in meetings if found.key in repository.visits_by_meeting],
    )
    return Row(
        plain(month.label),
        (
            Cell(len(schedules), (Subject("period", f"{plan.id}/{SENDING}/{month}", f"lịch tháng {month.label}"),)),
            Cell(len(meetings), (Subject("month", str(month), f"tháng {month.label}"),)),
            *(number(of_meeting(repository, found) for found in group) for group in groups),
            number(of_unit(repository, unit) for unit in idle),
        ),
    )


FIGURE = Figure("sinh hoạt theo tháng", compute, ABOUT)
