"""Attendance of those assigned, by month: totals of the body, taken from all data; no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ktgs.figures._counting import plain
from ktgs.language.months import Month
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Subject, Table
from ktgs.repository.attendance import Attendance, attendance
from ktgs.repository.index import Repository

ABOUT = """Mỗi lượt phân công (một người, một buổi) ở đúng một trong các trạng thái. Chưa có báo cáo thì là
*chưa báo cáo*, không bao giờ là vắng. Đây là số tổng của toàn tổ chức theo tháng của buổi sinh hoạt; không nêu
tên ai."""


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield one table a plan, a row a month."""
    for plan in repository.plans.values():
        months: dict[Month, Counter[Attendance]] = {}
        for assigned in repository.assigned:
            if assigned.key.plan == plan.id:
                months.setdefault(assigned.key.month, Counter())[attendance(repository, assigned)] += 1
        if not months:
            continue
        rows = [_row(Subject("month", str(month), month.label), months[month]) for month in sorted(months)]
        rows.append(_row(plain("Cả kế hoạch"), sum(months.values(), Counter())))
        columns = ("Số lượt", *(str(state) for state in Attendance))
        yield Table(f"Tham dự của người được phân công, kế hoạch {plan.label}", "Tháng", columns, tuple(rows))


def _row(subject: Subject, states: Counter[Attendance]) -> Row:
    return Row(subject, (Cell(states.total()), *(Cell(states[state]) for state in Attendance)))


FIGURE = Figure("tham dự sinh hoạt", compute, ABOUT, of_body=True)
