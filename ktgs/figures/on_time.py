"""On-time rates, by duty and by month of the due date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.language.months import Month
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Duty, Obligation, State
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.obligations.tally import Tally, tally
from ktgs.obligations.targets import Subject, ToDuty, ToMonth, ToPeriods, ToStateOfDuty
from ktgs.records.plan import Plan
from ktgs.repository.linked import grouped
from ktgs.repository.repository import Repository

ABOUT = """Mỗi việc phải làm được đếm một lần; việc có nhiều phần (nhiều đơn vị, nhiều đoàn) thì đếm từng phần.
*Tỷ lệ đúng hạn* là số việc đúng hạn chia cho số việc đã đến hạn tính đến ngày của trang (đúng hạn, trễ hạn, quá
hạn, không thực hiện); việc chưa đến hạn, chưa rõ, được miễn hay không phát sinh không vào tỷ lệ. Tháng là tháng của
hạn. Trang công khai chỉ đếm những việc được liệt kê công khai: báo cáo dự sinh hoạt chỉ được liệt kê khi đã gửi."""


@dataclass(frozen=True, slots=True)
class OnTime:
    """The tallies of one plan."""

    total: Tally
    by_duty: Mapping[Duty, Tally]
    by_month: Mapping[Month, Tally]


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[str, OnTime]:
    """Return the tallies of each plan; parts are counted instead of their whole."""
    counted = grouped((item.plan.id, item) for item in obligations if not item.parts)
    return {plan: _of_plan(counted.get(plan, ()), repository.today) for plan in repository.plans}


def _of_plan(items: Collection[Obligation], today: date) -> OnTime:
    duties: dict[str, list[Obligation]] = {}
    months: dict[Month, list[Obligation]] = {}
    for item in items:
        duties.setdefault(item.duty.slug, []).append(item)
        if item.due_on:
            months.setdefault(Month.of(item.due_on), []).append(item)
    return OnTime(
        tally(items, today),
        {owed[0].duty: tally(owed, today) for owed in duties.values()},
        {month: tally(months[month], today) for month in sorted(months)},
    )


COLUMNS = ("Tổng số", *(str(state) for state in State), "Tỷ lệ đúng hạn")


def tables(repository: Repository, plans: Mapping[str, OnTime]) -> Iterator[Table]:
    """Yield, for each plan, the states by duty and by month of the due date."""
    for plan_id, numbers in plans.items():
        yield from plan_tables(repository.plans[plan_id], numbers)


def plan_tables(plan: Plan, numbers: OnTime) -> tuple[Table, Table]:
    """Return a plan's table by duty and that by month."""
    by_duty = tuple(duty_row(plan.id, duty, numbers_of) for duty, numbers_of in numbers.by_duty.items())
    by_month = tuple(month_row(month, numbers_of) for month, numbers_of in numbers.by_month.items())
    return (
        Table(f"Theo việc, kế hoạch {plan.label}", of="Việc", columns=COLUMNS, rows=by_duty),
        Table(f"Theo tháng của hạn, kế hoạch {plan.label}", of="Tháng", columns=COLUMNS, rows=by_month),
    )


def duty_row(plan: str, duty: Duty, numbers: Tally) -> Row:
    """Return a duty's row; each number leads to the list of those in the state, the total to all of them by period."""
    listed = {state: Subject(str(state), ToStateOfDuty(state, duty.slug)) for state in State}
    every = Subject(duty.name, ToPeriods(plan, duty.slug))
    return _row(Subject(first_upper(duty.name), ToDuty(duty.slug)), numbers, listed, every)


def month_row(month: Month, numbers: Tally) -> Row:
    """Return a month's row; its numbers lead to the month's calendar, where all that is due is listed by day."""
    subject = Subject(month.label, ToMonth(month))
    return _row(subject, numbers, dict.fromkeys(State, subject), subject)


def _row(subject: Subject, numbers: Tally, listed: Mapping[State, Subject], every: Subject) -> Row:
    counts = ((state, numbers.states[state]) for state in State)
    cells = (Cell(count, (listed[state],) if count else ()) for state, count in counts)
    return Row(subject, (Cell(numbers.total, (every,)), *cells, Cell(numbers.rate)))


FIGURE = Figure("tỷ lệ đúng hạn", compute, tables, ABOUT)
