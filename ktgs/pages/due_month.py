"""What of a plan was or is due in a month, by duty: which was on time, and one by one what was not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tally import Tally, tally
from ktgs.obligations.targets import Subject, ToDueMonth, ToDueOfDuty, ToDuty, ToMonth, ToPeriod
from ktgs.pages._obligations import Line, StateCount, due_key, line, state_counts
from ktgs.pages._parts import MOST_LINES, PartLink, part_title, parts_of_groups, starts_of_groups
from ktgs.pages._subjects import plan_subject
from ktgs.pages._unlisted import LISTED, leaves_out
from ktgs.repository.linked import grouped
from ktgs.repository.naming import period_name

_TOLD_APART = (State.overdue, State.missed, State.late, State.unknown)


def address(_: Facts, target: ToDueMonth) -> str:
    """Return the address of a plan's month."""
    return f"thuc-hien/{target.plan}/{target.month}.html"


def _duty_address(facts: Facts, target: ToDueOfDuty) -> str | None:
    duties = _due(facts).get((target.plan, target.month), {})
    starts = starts_of_groups(address(facts, ToDueMonth(target.plan, target.month)), _rows(duties), MOST_LINES)
    return next((f"{s}#{duty}" for duty, s in zip(duties, starts, strict=True) if duty == target.duty), None)


ADDRESSES = {ToDueMonth: address, ToDueOfDuty: _duty_address}
DueOf = Mapping[str, tuple[Obligation, ...]]  # by duty


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """A period with what of it is due in the month, by state."""

    subject: Subject
    counts: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class DueOfDuty:
    """A duty: what is due in the month, by period; one by one what was not done in time or is not known.

    `note`: what is not counted. `is_continued`: it began in the part before, where its periods stand.
    """

    target: ToDueOfDuty
    rule: Subject
    tally: Tally
    periods: tuple[PeriodCounts, ...]
    lines: tuple[Line, ...]
    note: str
    is_continued: bool


@dataclass(frozen=True, slots=True)
class DueMonthPage:
    """A month of a plan, or a part of it: the duties that stand on it.

    `every` leads to all duties, `others` to the plan's other months.
    """

    url: str
    title: str
    plan: Subject
    calendar: ToMonth
    tally: Tally
    every: tuple[Subject, ...]
    duties: tuple[DueOfDuty, ...]
    parts: tuple[PartLink, ...]
    others: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[DueMonthPage]:
    """Yield a page for each month of a plan in which something is due, in parts where much of it is told one by one."""
    for (plan, month), duties in _due(facts).items():
        whole = address(facts, ToDueMonth(plan, month))
        items = [item for of_duty in duties.values() for item in of_duty]
        months = [of for of_plan, of in _due(facts) if of_plan == plan]
        for part in parts_of_groups(whole, _rows(duties), MOST_LINES):
            yield DueMonthPage(
                url=part.address,
                title=part_title(f"Đến hạn trong tháng {month.label}", part.address, whole),
                plan=plan_subject(facts.repository.plans[plan]),
                calendar=ToMonth(month),
                tally=tally(items, facts.today),
                every=tuple(
                    Subject(first_upper(of[0].duty.name), ToDueOfDuty(plan, month, duty)) for duty, of in duties.items()
                ),
                duties=tuple(_duty(facts, ToDueOfDuty(plan, month, d), duties[d], rows) for d, rows in part.rows),
                parts=part.links,
                others=tuple(Subject(of.label, ToDueMonth(plan, of)) for of in months if of != month),
            )


@lru_cache(maxsize=1)
def _due(facts: Facts) -> Mapping[tuple[str, Month], DueOf]:
    """Return what is due by plan and month; worked out once for all pages and addresses of a site."""
    dated = [(item.due_on, item) for item in sorted(facts.counted, key=due_key) if item.due_on]
    found: dict[tuple[str, Month], DueOf] = {}
    for plan in facts.repository.plans.values():
        months = grouped((Month.of(day), item) for day, item in dated if item.plan is plan)
        for month, items in months.items():
            by_duty = grouped((item.duty.slug, item) for item in items)
            found[plan.id, month] = {duty: by_duty[duty] for duty in sorted(by_duty)}
    return found


def _rows(duties: DueOf) -> tuple[tuple[str, tuple[Obligation | None, ...]], ...]:
    """Return what a page lists of each duty: its head, which is None, then what is told one by one."""
    return tuple((duty, (None, *(i for i in items if i.state in _TOLD_APART))) for duty, items in duties.items())


def _duty(
    facts: Facts, target: ToDueOfDuty, items: tuple[Obligation, ...], rows: tuple[Obligation | None, ...]
) -> DueOfDuty:
    """Return a duty with those of its rows that stand on a part."""
    duty, is_continued = items[0].duty, rows[0] is not None
    return DueOfDuty(
        target=target,
        rule=Subject(first_upper(duty.name), ToDuty(duty.slug)),
        tally=tally(items, facts.today),
        periods=() if is_continued else _periods(items),
        lines=tuple(line(facts.repository, item) for item in rows if item),
        note=LISTED if leaves_out(facts, duty) and not is_continued else "",
        is_continued=is_continued,
    )


def _periods(items: tuple[Obligation, ...]) -> tuple[PeriodCounts, ...]:
    periods = grouped((ToPeriod(item.plan.id, item.duty.slug, item.period), item) for item in items)
    return tuple(
        PeriodCounts(Subject(first_upper(period_name(of[0].plan, of[0].period)), target), state_counts(of))
        for target, of in periods.items()
    )
