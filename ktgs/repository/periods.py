"""When an activity takes place: as the plan says, or as the latest adjustment says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ktgs.records.adjustment import Adjustment, AdjustmentKind
from ktgs.records.plan import Activity, Plan
from ktgs.repository.index import Repository


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
        if adjustment.kind is AdjustmentKind.adjustment and adjustment.activity == activity.id
    )


def period(repository: Repository, plan: Plan, activity: Activity) -> Period:
    """Return the effective period: the latest adjustment's, else the plan's."""
    moves = moves_of(repository, plan, activity)
    if not moves:
        return planned_period(plan, activity)
    latest = moves[-1]
    if latest.undated:
        return Period(None, None, adjustment=latest)
    if latest.new_month:
        return Period(latest.new_month.first, latest.new_month.last, month_only=True, adjustment=latest)
    before = planned_period(plan, activity)
    return Period(latest.new_start or before.starts_on, latest.new_end or before.ends_on, adjustment=latest)
