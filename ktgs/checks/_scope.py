"""What an adjustment names that is no reference: a duty and months, each of which its plan must have."""

from __future__ import annotations

from ktgs.facts.facts import Facts, duties
from ktgs.language.months import Month
from ktgs.language.text import fold
from ktgs.records.adjustment import Adjustment
from ktgs.records.plan import Plan
from ktgs.repository.repository import Repository


def duty_names(plan: Plan) -> list[str]:
    """Return the names of the duties that the plan has and that an extension or waiver may be about."""
    without_term = (duty.name for duty in duties() if not duty.needs_term and duty.scopes is not None)
    return [*(term.duty for term in plan.terms), *without_term]


def moved_by_follow_ups(adjustment: Adjustment) -> bool:
    """Return whether the adjustment names a duty that no adjustment extends or waives."""
    names = {fold(duty.name) for duty in duties() if duty.scopes is None}
    return fold(adjustment.duty or "") in names


def has_duty(plan: Plan, adjustment: Adjustment) -> bool:
    """Return whether the plan has the duty that the adjustment names, if it names one."""
    return adjustment.duty is None or fold(adjustment.duty) in {fold(name) for name in duty_names(plan)}


def unknown_months(facts: Facts, plan: Plan, adjustment: Adjustment) -> list[tuple[int, Month]]:
    """Return the months, with their index, that no obligation of the plan has."""
    months = [(index, period) for index, period in enumerate(adjustment.periods) if isinstance(period, Month)]
    if not months:
        return []
    known = {obligation.period for obligation in facts.obligations if obligation.plan is plan}
    return [(index, month) for index, month in months if month not in known]


def is_worked_out(repository: Repository, plan: Plan) -> bool:
    """Return whether the plan's obligations are all there: none has a party that nobody is (that is told: R104)."""
    names = {fold(name) for name in duty_names(plan)}
    roles = (role for duty in duties() if fold(duty.name) in names for role in duty.roles)
    return all(repository.organization.body_with(role) for role in roles)
