"""Which records belong to which plan, and the time that a plan takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.language.months import Month
from ktgs.records.base import FileRecord
from ktgs.records.follow_up import FollowUp
from ktgs.records.plan import Plan
from ktgs.records.report import Report
from ktgs.repository.repository import Repository


def with_plans(repository: Repository) -> Iterator[tuple[Plan, FileRecord]]:
    """Yield every record that belongs to a plan with that plan: what lies in its folder, reports, what follows them."""
    for record in repository.every_record():
        if plan := repository.plans.get(plan_id(repository, record)):
            yield plan, record


def plan_id(repository: Repository, record: FileRecord) -> str:
    """Return the id of the plan that a record belongs to, empty where it belongs to none."""
    match record:
        case Plan():
            return record.id
        case Report():
            return record.plan or ""
        case FollowUp():
            reported = repository.findings.get(record.finding)
            return reported.plan if reported else ""
    return record.parts.get("plan", "")


def is_plausible(plan: Plan) -> bool:
    """Return whether the plan's own days agree, so that others can be held to them."""
    return plan.starts_on <= plan.ends_on and plan.issued_on <= plan.ends_on


def could_tell(plan: Plan | None, on: date) -> bool:
    """Return whether a day may belong to the plan; what may not is told where it stands."""
    return plan is None or plan.issued_on <= on


def month_after(plan: Plan) -> Month:
    """Return the month after the plan's end, into which something may still be put off."""
    return Month.of(plan.ends_on).next()


def could_plan(plan: Plan, on: date) -> bool:
    """Return whether something may be planned for a day under the plan; what may not is told where it stands."""
    return plan.starts_on <= on and Month.of(on) <= month_after(plan)
