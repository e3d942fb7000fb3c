"""Attendance of those assigned, by month: totals of the body, no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.language.months import Month
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.obligations.targets import Subject, ToMonth
from ktgs.repository.attendance import ABSENT, Attendance, attendance
from ktgs.repository.repository import Repository

ABOUT = """Mỗi lượt phân công (một người, một buổi) chỉ đếm vào một cột. Chưa có báo cáo thì là *chưa báo cáo*, không
bao giờ là vắng. Đây là số tổng của toàn tổ chức theo tháng của buổi sinh hoạt; không nêu tên ai.

Trang công khai không nêu số vắng, số có người dự thay của từng tháng, vì số nhỏ cho biết đó là ai: những lượt ấy được
đếm như chưa có gì được ghi. Số của cả kế hoạch ở số liệu *vắng, dự thay*."""

_PRIVATE = ABSENT | {Attendance.replaced}  # the public half of the data holds none of these


@dataclass(frozen=True, slots=True)
class AttendanceTotals:
    """How many assignments are in each state, by plan and month."""

    by_plan: Mapping[str, Mapping[Month, Counter[Attendance]]]


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> AttendanceTotals:
    """Return the totals of the plans that somebody was assigned under."""
    plans: dict[str, dict[Month, Counter[Attendance]]] = {}
    for assigned in repository.assigned:
        if assigned.key.plan in repository.plans:
            months = plans.setdefault(assigned.key.plan, {})
            months.setdefault(assigned.key.month, Counter())[attendance(repository, assigned)] += 1
    return AttendanceTotals({plan: plans[plan] for plan in repository.plans if plan in plans})


def tables(repository: Repository, totals: AttendanceTotals) -> Iterator[Table]:
    """Yield one table a plan, a row a month. Absence and replacement have columns only where some are known."""
    for plan, months in totals.by_plan.items():
        whole: Counter[Attendance] = sum(months.values(), Counter())
        states = tuple(state for state in Attendance if state not in _PRIVATE or any(map(whole.get, _PRIVATE)))
        rows = [_row(Subject(month.label, ToMonth(month)), months[month], states) for month in sorted(months)]
        rows.append(_row(Subject("Cả kế hoạch"), whole, states))
        columns = ("Số lượt", *map(str, states))
        title = f"Tham dự của người được phân công, kế hoạch {repository.plans[plan].label}"
        yield Table(title, of="Tháng", columns=columns, rows=tuple(rows))


def _row(subject: Subject, counts: Counter[Attendance], states: tuple[Attendance, ...]) -> Row:
    return Row(subject, (Cell(counts.total()), *(Cell(counts[state]) for state in states)))


FIGURE = Figure("tham dự sinh hoạt", compute, tables, ABOUT)
