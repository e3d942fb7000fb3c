"""Visit reports still owed, that no public list names: totals of the body, taken from all data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ktgs.obligations.obligation import OPEN, Obligation, State
from ktgs.obligations.tables import Cell, Figure, Row, Table, tellable
from ktgs.obligations.targets import Subject
from ktgs.repository.repository import Repository

ABOUT = """Báo cáo dự sinh hoạt chỉ được liệt kê công khai khi đã gửi, vì trước đó danh sách có thể cho biết ai
vắng. Số chưa gửi vì vậy chỉ có ở dạng tổng của cả tổ chức trong năm; dưới 3 thì không nêu số."""


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[str, Counter[State]]:
    """Return how many obligations that public lists leave out are in each open state, by plan."""
    plans: dict[str, Counter[State]] = {plan: Counter() for plan in repository.plans}
    for item in obligations:
        if item.duty.private_until_done and item.state in OPEN and not item.done_on:
            plans[item.plan.id][item.state] += 1
    return plans


def tables(repository: Repository, plans: Mapping[str, Counter[State]]) -> Iterator[Table]:
    """Yield one table: a row a plan, the open states as columns. What is under 3 looks the same as nothing."""
    rows = tuple(
        Row(Subject(f"Kế hoạch {repository.plans[plan].label}"), tuple(Cell(tellable(counts[state])) for state in OPEN))
        for plan, counts in plans.items()
    )
    if rows:
        yield Table("Báo cáo dự sinh hoạt chưa gửi", of="Kế hoạch", columns=tuple(map(str, OPEN)), rows=rows)


FIGURE = Figure("báo cáo chưa gửi", compute, tables, ABOUT, of_body=True)
