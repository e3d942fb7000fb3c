"""When an activity takes place: as the plan says, or as the latest adjustment says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ktgs.records.adjustment import Adjustment, AdjustmentKind
from ktgs.records.plan import Activity, Plan
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.repository import Repository


@dataclass(frozen=True, slots=True)
class Period:
    """The days of an activity; both None while no time is set. `month_only`: no more than a month is known."""

    starts_on: date | None
    ends_on: date | None
    month_only: bool = False
    adjustment: Adjustment | None = None

    def covers(self, day: date) -> bool:
        """Return whether `day` lies within; never where no time is set."""
        return self.starts_on is not None and self.ends_on is not None and self.starts_on <= day <= self.ends_on


def planned_period(plan: Plan, activity: Activity) -> Period:
    """Return the period that the plan itself gives: its days, its month, or the whole plan where it gives neither."""
    if activity.starts_on and activity.ends_on:
        return Period(activity.starts_on, activity.ends_on)
    if activity.month:
        return Period(activity.month.first, activity.month.last, month_only=True)
    return Period(activity.starts_on or plan.starts_on, activity.ends_on or plan.ends_on)


def moves_of(repository: Repository, plan: Plan, activity: Activity) -> tuple[Adjustment, ...]:
    """Return the adjustments that move the activity, the earliest decided first."""
    return tuple(
        adjustment
        for adjustment in repository.adjustments_of(plan)
        if adjustment.kind is AdjustmentKind.adjustment and adjustment.activity == activity.key_in(plan)
    )


def period(repository: Repository, plan: Plan, activity: Activity) -> Period:
    """Return the effective period: the latest adjustment's, else the plan's."""
    return periods(repository, plan, activity)[-1]


def periods(repository: Repository, plan: Plan, activity: Activity) -> tuple[Period, ...]:
    """Return the plan's period, then the one that each adjustment gave, the earliest decided first."""
    spans = [planned_period(plan, activity)]
    for move in moves_of(repository, plan, activity):
        spans.append(_moved(spans[-1], move))
    return tuple(spans)


def expected_on(repository: Repository, engaged: TeamEngagement) -> date | None:
    """Return the day of an engagement's session, else the first of its activity there; None while neither is known."""
    starts_on = period(repository, engaged.plan, engaged.activity).starts_on
    return engaged.engagement.session_on or starts_on


def _moved(before: Period, move: Adjustment) -> Period:
    if move.undated:
        return Period(None, None, adjustment=move)
    if move.new_month:
        return Period(move.new_month.first, move.new_month.last, month_only=True, adjustment=move)
    return Period(move.new_start or before.starts_on, move.new_end or before.ends_on, adjustment=move)
