"""Which plan comes after which."""

from __future__ import annotations

from ktgs.language.months import Month
from ktgs.records.plan import Plan
from ktgs.repository.repository import Repository


def next_plan(repository: Repository, plan: Plan) -> Plan | None:
    """Return the earliest plan that begins after a plan's end, None where there is none yet."""
    later = (other for other in repository.plans.values() if other.starts_on > plan.ends_on)
    return min(later, key=lambda other: (other.starts_on, other.id), default=None)


def plans_of_month(repository: Repository, month: Month) -> tuple[Plan, ...]:
    """Return the plans under which the month's meetings are scheduled, by id."""
    return tuple(plan for _, plan in sorted(repository.plans.items()) if month in plan.months())
