"""How often somebody assigned was absent or replaced: totals of the body for a whole plan, taken from all data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import LEAST, Cell, Figure, Row, Table, tellable
from ktgs.obligations.targets import Subject
from ktgs.repository.attendance import Attendance, attendance
from ktgs.repository.repository import Repository

ABOUT = f"""Số lượt phân công mà người được phân công vắng hoặc có người dự thay, của toàn tổ chức trong cả kế hoạch;
không nêu tên ai. Trang công khai không nêu số dưới {LEAST}, vì số nhỏ cho biết đó là ai."""

_STATES = (Attendance.replaced, Attendance.excused, Attendance.unexcused)


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[str, Counter[Attendance]]:
    """Return how many assignments are in each of these states, by plan."""
    plans: dict[str, Counter[Attendance]] = {plan: Counter() for plan in repository.plans}
    for assigned in repository.assigned:
        if assigned.key.plan in plans:
            plans[assigned.key.plan][attendance(repository, assigned)] += 1
    return plans


def tables(
    repository: Repository, plans: Mapping[str, Counter[Attendance]], told: Callable[[int], int | str] = tellable
) -> Iterator[Table]:
    """Yield one table: a row a plan. `told`: how a count is shown.

    To the public what is under three looks the same as nothing.
    """
    rows = tuple(
        Row(Subject(f"Kế hoạch {repository.plans[plan].label}"), tuple(Cell(told(counts[s])) for s in _STATES))
        for plan, counts in plans.items()
    )
    if rows:
        yield Table("Vắng, dự thay", of="Kế hoạch", columns=tuple(map(str, _STATES)), rows=rows)


FIGURE = Figure("vắng, dự thay", compute, tables, ABOUT, of_body=True, internal_tables=partial(tables, told=int))
