"""Visit reports that no public list names: those still owed, those of substitutes. Totals of the body, of all data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from ktgs.obligations.obligation import OPEN, Obligation, State
from ktgs.obligations.tables import LEAST, Cell, Figure, Row, Table
from ktgs.obligations.targets import Subject
from ktgs.records.keys import MeetingKey
from ktgs.repository.repository import Repository

ABOUT = f"""Số báo cáo dự sinh hoạt mà người được phân công, người dự thay còn phải gửi, của cả tổ chức trong cả kế
hoạch. Trang công khai chỉ liệt kê báo cáo đã gửi, vì trước đó danh sách có thể cho biết ai vắng. Số dưới {LEAST} cũng
không nêu; số mà đem so với số lượt phân công chưa có báo cáo thì biết có dưới {LEAST} lượt vắng, dự thay cũng vậy."""


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


def for_public(plans: Mapping[str, UnlistedReports], unlisted: tuple[Obligation, ...]) -> Mapping[str, UnlistedReports]:
    """Return the counts that tell of nobody: from three up, and by three less than if everybody had come.

    Anyone can count the assignments without report, `unlisted`; what is owed less tells how many were absent.
    """
    expected = Counter((item.plan.id, item.state) for item in unlisted)
    return {
        plan: UnlistedReports(
            Counter(
                {
                    state: count
                    for state, count in reports.open.items()
                    if count >= LEAST and expected[plan, state] - count >= LEAST
                }
            ),
            reports.by_substitutes,
        )
        for plan, reports in plans.items()
    }


def _told(count: int) -> int | str:
    return count or "không nêu"


def _is_assigned(repository: Repository, item: Obligation) -> bool:
    occasion = item.key.occasion
    assigned = repository.assigned_by_meeting.get(occasion, ()) if isinstance(occasion, MeetingKey) else ()
    return any(other.item.person == item.who.id for other in assigned)


def tables(
    repository: Repository, plans: Mapping[str, UnlistedReports], told: Callable[[int], int | str] = _told
) -> Iterator[Table]:
    """Yield one table: a row a plan, the open states as columns. `told`: how a count is shown."""
    subjects = {plan: Subject(f"Kế hoạch {repository.plans[plan].label}") for plan in plans}
    rows = tuple(
        Row(subjects[plan], tuple(Cell(told(reports.open[state])) for state in OPEN)) for plan, reports in plans.items()
    )
    if rows:
        yield Table("Báo cáo dự sinh hoạt chưa gửi", of="Kế hoạch", columns=tuple(map(str, OPEN)), rows=rows)


FIGURE = Figure(
    "báo cáo chưa gửi",
    compute,
    tables,
    ABOUT,
    of_body=True,
    internal_tables=partial(tables, told=int),
    for_public=for_public,
)
