"""Visit reports that no public list names: totals of the body, taken from all data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.obligations.targets import Subject
from ktgs.repository.repository import Repository

ABOUT = """Báo cáo dự sinh hoạt chỉ được liệt kê công khai khi đã gửi, vì trước đó danh sách có thể cho biết ai
vắng. Số chưa gửi vì vậy chỉ có ở dạng tổng của cả tổ chức trong năm."""


LEAST = 3  # records.md, Inference


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[str, Counter[State]]:
    """Return how many obligations that public lists leave out are in each state, by plan."""
    plans: dict[str, Counter[State]] = {plan: Counter() for plan in repository.plans}
    for item in obligations:
        if item.duty.private_until_done and not item.done_on:
            plans[item.plan.id][item.state] += 1
    return plans


def tables(repository: Repository, plans: Mapping[str, Counter[State]]) -> Iterator[Table]:
    """Yield one table: a row a plan, the states that something is in as columns."""
    states = [state for state in State if any(counts[state] for counts in plans.values())]
    rows = tuple(
        Row(Subject(f"Kế hoạch {repository.plans[plan].label}"), tuple(Cell(shown(counts[state])) for state in states))
        for plan, counts in plans.items()
        if counts
    )
    if rows:
        yield Table("Báo cáo dự sinh hoạt chưa gửi", of="Kế hoạch", columns=tuple(map(str, states)), rows=rows)


def shown(count: int) -> int | str:
    """Return a count that tells of nobody: one under 3 could."""
    return count if count == 0 or count >= LEAST else f"dưới {LEAST}"


FIGURE = Figure("báo cáo chưa gửi", compute, tables, ABOUT, of_body=True)
