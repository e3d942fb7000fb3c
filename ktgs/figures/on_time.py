"""On-time rates, by duty and by month of the due date: totals of the body, taken from all data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ktgs.language.months import Month
from ktgs.language.text import vi_number
from ktgs.obligations.obligation import Duty, Obligation, State
from ktgs.obligations.tables import Cell, Figure, Row, Subject, Table
from ktgs.records.plan import Plan
from ktgs.repository.index import Repository

ABOUT = """Mỗi việc phải làm được đếm một lần; việc có nhiều phần (nhiều đơn vị, nhiều đoàn) thì đếm từng phần.
*Tỷ lệ đúng hạn* là số đúng hạn chia cho số đúng hạn, trễ hạn và quá hạn cộng lại; việc chưa đến hạn, chưa rõ,
được miễn hay không phát sinh không vào tỷ lệ. Tháng là tháng của hạn. Đây là số tổng của toàn tổ chức, tính từ
mọi dữ liệu kể cả phần nội bộ, nên có thể lớn hơn số việc được liệt kê công khai: báo cáo dự sinh hoạt chỉ được
liệt kê khi đã gửi."""

COLUMNS = ("Tổng số", *(str(state) for state in State), "Tỷ lệ đúng hạn")


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield, for each plan, the states by duty and by month of the due date."""
    counted = [item for item in obligations if not item.parts]
    for plan in repository.plans.values():
        mine = [item for item in counted if item.plan.id == plan.id]
        duties = {item.duty.slug: item.duty for item in mine}
        by_duty = (_of_duty(plan, duty, [item for item in mine if item.duty is duty]) for duty in duties.values())
        yield Table(f"Theo việc, kế hoạch {plan.label}", "Việc", COLUMNS, tuple(by_duty))
        months: dict[Month, list[Obligation]] = {}
        for item in mine:
            if item.due_on:
                months.setdefault(Month.of(item.due_on), []).append(item)
        by_month = (_of_month(month, months[month]) for month in sorted(months))
        yield Table(f"Theo tháng của hạn, kế hoạch {plan.label}", "Tháng", COLUMNS, tuple(by_month))


def _of_duty(plan: Plan, duty: Duty, items: list[Obligation]) -> Row:
    """Return a duty's row; each number leads to the list of those in the state, the total to all of them by period."""
    listed = {state: Subject("state", f"{state.name}/{duty.slug}", str(state)) for state in State}
    every = () if duty.private_until_done else (Subject("periods", f"{plan.id}/{duty.slug}", duty.name),)
    return _row(Subject("duty", duty.slug, duty.name), items, listed, every)


def _of_month(month: Month, items: list[Obligation]) -> Row:
    """Return a month's row; its numbers lead to the month's calendar, where all that is due is listed by day."""
    subject = Subject("month", str(month), month.label)
    return _row(subject, items, dict.fromkeys(State, subject), (subject,))


def _row(subject: Subject, items: list[Obligation], listed: Mapping[State, Subject], every: tuple[Subject, ...]) -> Row:
    states = [item.state for item in items]
    counts = (states.count(state) for state in State)
    cells = (Cell(count, (listed[state],) if count else ()) for state, count in zip(State, counts, strict=True))
    return Row(subject, (Cell(len(items), every), *cells, Cell(rate(items))))


def rate(items: Iterable[Obligation]) -> str:
    """Return the share of those on time among those done or overdue, as a percentage; a dash where there are none."""
    states = [item.state for item in items]
    on_time = states.count(State.on_time)
    of = on_time + states.count(State.late) + states.count(State.overdue)
    return f"{vi_number(round(100 * on_time / of, 1))}%" if of else "–"


FIGURE = Figure("tỷ lệ đúng hạn", compute, ABOUT, of_body=True)
