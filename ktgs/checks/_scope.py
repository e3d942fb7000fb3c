"""What an adjustment names: a duty, an activity, units, people and periods, each of which its plan must have."""

from __future__ import annotations

from ktgs.facts.facts import Facts, duties
from ktgs.language.text import fold
from ktgs.obligations.judging import period_id
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.plan import Plan


def duty_names(plan: Plan) -> list[str]:
    """Return the names of the duties that the plan has: those of its terms, and those that need none."""
    return [*(term.duty for term in plan.terms), *(duty.name for duty in duties() if not duty.needs_term)]


def has_duty(plan: Plan, adjustment: Adjustment) -> bool:
    """Return whether the plan has the duty that the adjustment names, if it names one."""
    return adjustment.duty is None or fold(adjustment.duty) in {fold(name) for name in duty_names(plan)}


def unknown_periods(facts: Facts, plan: Plan, adjustment: Adjustment) -> list[tuple[int, str]]:
    """Return the periods, with their index, that neither an obligation nor an activity of the plan has."""
    if adjustment.periods == ALL:
        return []
    known = {item.period for item in facts.obligations if item.plan is plan and item.period}
    known.update(activity.id for activity in plan.activities)
    return [(index, text) for index, text in enumerate(adjustment.periods) if period_id(text) not in known]


def is_known(facts: Facts, plan: Plan, adjustment: Adjustment) -> bool:
    """Return whether all that the adjustment names is there; what is not is told once, where it is named."""
    repository = facts.repository
    return (
        has_duty(plan, adjustment)
        and (adjustment.activity is None or plan.activity(adjustment.activity) is not None)
        and (adjustment.units == ALL or repository.units.keys() >= set(adjustment.units))
        and (adjustment.people == ALL or repository.people.keys() >= set(adjustment.people))
        and not unknown_periods(facts, plan, adjustment)
    )
