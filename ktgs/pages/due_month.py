"""What of a plan was or is due in a month, by duty: which was on time, and one by one what was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tally import Tally, tally
from ktgs.obligations.targets import Subject, ToDueMonth, ToDueOfDuty, ToDuty, ToMonth, ToPeriod
from ktgs.pages._obligations import Line, StateCount, due_key, line, state_counts
from ktgs.pages._subjects import plan_subject
from ktgs.pages._unlisted import LISTED, leaves_out
from ktgs.records.plan import Plan
from ktgs.repository.linked import grouped
from ktgs.repository.naming import period_name

_TOLD_APART = (State.overdue, State.missed, State.late, State.unknown)


def address(_: Facts, target: ToDueMonth) -> str:
    """Return the address of a plan's month."""
    return f"thuc-hien/{target.plan}/{target.month}.html"


def _duty_address(facts: Facts, target: ToDueOfDuty) -> str:
    return f"{address(facts, ToDueMonth(target.plan, target.month))}#{target.duty}"


ADDRESSES = {ToDueMonth: address, ToDueOfDuty: _duty_address}


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """A period with what of it is due in the month, by state."""

    subject: Subject
    counts: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class DueOfDuty:
    """A duty: what is due in the month, by period; one by one what was not done in time or is not known.

    `note`: what is not counted.
    """

    anchor: str
    rule: Subject
    tally: Tally
    periods: tuple[PeriodCounts, ...]
    lines: tuple[Line, ...]
    note: str


@dataclass(frozen=True, slots=True)
class DueMonthPage:
    """A month of a plan; `others` are the plan's other months."""

    url: str
    title: str
    plan: Subject
    calendar: ToMonth
    tally: Tally
    duties: tuple[DueOfDuty, ...]
    others: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[DueMonthPage]:
    """Yield a page for each month of a plan in which something is due."""
    dated = [(item.due_on, item) for item in sorted(facts.counted, key=due_key) if item.due_on]
    for plan in facts.repository.plans.values():
        months = grouped((Month.of(day), item) for day, item in dated if item.plan is plan)
        for month, items in months.items():
            by_duty = grouped((item.duty.slug, item) for item in items)
            yield DueMonthPage(
                url=address(facts, ToDueMonth(plan.id, month)),
                title=f"Đến hạn trong tháng {month.label}",
                plan=plan_subject(plan),
                calendar=ToMonth(month),
                tally=tally(items, facts.today),
                duties=tuple(_duty(facts, plan, by_duty[duty]) for duty in sorted(by_duty)),
                others=tuple(Subject(m.label, ToDueMonth(plan.id, m)) for m in months if m != month),
            )


def _duty(facts: Facts, plan: Plan, items: tuple[Obligation, ...]) -> DueOfDuty:
    duty = items[0].duty
    periods = grouped((item.period, item) for item in items)
    return DueOfDuty(
        anchor=duty.slug,
        rule=Subject(first_upper(duty.name), ToDuty(duty.slug)),
        tally=tally(items, facts.today),
        periods=tuple(
            PeriodCounts(
                Subject(first_upper(period_name(plan, period)), ToPeriod(plan.id, duty.slug, period)),
                state_counts(listed),
            )
            for period, listed in periods.items()
        ),
        lines=tuple(line(facts.repository, item) for item in items if item.state in _TOLD_APART),
        note=LISTED if leaves_out(facts, duty) else "",
    )
