"""How each duty stands: on time of what was due, in the whole plan and by month, and its oldest debt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ktgs.facts.facts import Facts
from ktgs.figures.trend import ENOUGH, worst_first
from ktgs.language.months import Month
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tally import Tally, tally
from ktgs.obligations.targets import Subject, ToPeriods
from ktgs.pages._bars import Stretch, stretches
from ktgs.pages._obligations import due_key


@dataclass(frozen=True, slots=True)
class Compared:
    """What was due in all, in the last whole month and in the month before that; `None`: nothing was due."""

    whole: int | None
    on_time: int
    due: int
    last: int | None
    last_due: int
    before: int | None
    before_due: int

    @property
    def change(self) -> int | None:
        """By how many points the last month's rate differs from the one before; None where few were due in either."""
        if self.last is None or self.before is None or min(self.last_due, self.before_due) < ENOUGH:
            return None
        return self.last - self.before


@dataclass(frozen=True, slots=True)
class Standing:
    """One duty of a plan; `oldest` is the debt of the longest standing that can still be settled.

    `bar`: what of all that was due was on time, and the rest.
    """

    subject: Subject
    compared: Compared
    bar: tuple[Stretch, ...]
    oldest: Obligation | None


def last_month(today: date) -> Month:
    """Return the last month that is over."""
    return Month.of(today.replace(day=1) - timedelta(days=1))


def standings(facts: Facts) -> tuple[Standing, ...]:
    """Return every duty of the current plans of which something was due, the worst rate first, those of few last."""
    found = sorted(_standings(facts), key=lambda pair: (worst_first(pair[0]), pair[1].subject.name))
    return tuple(standing for _, standing in found)


def _standings(facts: Facts) -> Iterator[tuple[Tally, Standing]]:
    names_plan = len(facts.current_plans) > 1
    for plan in facts.current_plans:
        for (plan_id, slug), owed in facts.by_duty.items():
            items = [item for item in owed if not item.parts]
            if plan_id != plan.id or not items:
                continue
            name = first_upper(items[0].duty.name) + (f", kế hoạch {plan.label}" if names_plan else "")
            whole, subject = tally(items, facts.today), Subject(name, ToPeriods(plan.id, slug))
            if whole.due:
                bar = stretches((("on_time", whole.on_time), ("rule", whole.due - whole.on_time)), whole.due)
                yield whole, Standing(subject, compare(items, facts.today), bar, oldest(items))


def compare(items: Iterable[Obligation], today: date) -> Compared:
    """Return how obligations compare with their last month."""
    listed = list(items)
    last = last_month(today)
    whole, now, before = (
        tally(of, today) for of in (listed, _due_in(listed, last), _due_in(listed, last_month(last.first)))
    )
    return Compared(whole.percent, whole.on_time, whole.due, now.percent, now.due, before.percent, before.due)


def oldest(items: Iterable[Obligation]) -> Obligation | None:
    """Return the debt that can still be settled with the earliest due date, None where there is none."""
    debts = [item for item in items if item.is_to_do and item.state is State.overdue]
    return min(debts, key=due_key, default=None)


def _due_in(items: Iterable[Obligation], month: Month) -> list[Obligation]:
    return [item for item in items if item.due_on and Month.of(item.due_on) == month]
