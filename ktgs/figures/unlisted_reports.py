"""Visit reports that no public list names: those still owed, those of substitutes. Totals of the body, of all data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ktgs.obligations.obligation import OPEN, Obligation, State
from ktgs.obligations.tables import LEAST, Cell, Figure, Row, Table, tellable
from ktgs.obligations.targets import Subject
from ktgs.records.keys import MeetingKey
from ktgs.repository.repository import Repository

ABOUT = f"""Số báo cáo dự sinh hoạt mà người được phân công, người dự thay còn phải gửi, của cả tổ chức trong cả kế
hoạch. Trang công khai chỉ liệt kê báo cáo đã gửi, vì trước đó danh sách có thể cho biết ai vắng; số dưới {LEAST} cũng
không nêu."""


@dataclass(frozen=True, slots=True)
class UnlistedReports:
    """A plan's reports: how many are still owed, by state; how many somebody sent who attended for another."""

    open: Counter[State]
    by_substitutes: int


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[str, UnlistedReports]:
    """Return what public lists leave out, by plan."""
    plans = {plan: Counter[State]() for plan in repository.plans}
    substitutes = Counter[str]()
    for item in obligations:
        if item.duty.private_until_done and item.state in OPEN and not item.done_on:
            plans[item.plan.id][item.state] += 1
        if item.duty.private_until_done and item.done_on and not _is_assigned(repository, item):
            substitutes[item.plan.id] += 1
    return {plan: UnlistedReports(states, substitutes[plan]) for plan, states in plans.items()}


def _is_assigned(repository: Repository, item: Obligation) -> bool:
    occasion = item.key.occasion
    assigned = repository.assigned_by_meeting.get(occasion, ()) if isinstance(occasion, MeetingKey) else ()
    return any(other.item.person == item.who.id for other in assigned)


def tables(
    repository: Repository, plans: Mapping[str, UnlistedReports], told: Callable[[int], int | str] = tellable
) -> Iterator[Table]:
    """Yield one table: a row a plan, the open states as columns. `told`: how a count is shown.

    To the public what is under 3 looks the same as nothing.
    """
    subjects = {plan: Subject(f"Kế hoạch {repository.plans[plan].label}") for plan in plans}
    rows = tuple(
        Row(subjects[plan], tuple(Cell(told(reports.open[state])) for state in OPEN)) for plan, reports in plans.items()
    )
    if rows:
        yield Table("Báo cáo dự sinh hoạt chưa gửi", of="Kế hoạch", columns=tuple(map(str, OPEN)), rows=rows)


FIGURE = Figure("báo cáo chưa gửi", compute, tables, ABOUT, of_body=True, internal_tables=partial(tables, told=int))
