"""`api/v1/plans.json`: the plans with their terms, activities, topics and what was decided to change them."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._shapes import Shape, document, plain, public_fields
from ktgs.facts.facts import Facts
from ktgs.language.text import slug
from ktgs.obligations.judging import period_id
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.plan import Activity, Plan, Term, Topic
from ktgs.repository.index import Repository
from ktgs.repository.periods import period

_PAPER = ("document_number", "issued_on", "sent_on", "subject_line", "starts_on", "ends_on", "legal_basis")
_SIGNED = ("recipients", "signatory", "signatory_title", "signing_authority", "parent_plan")
_COUNT = ("number", "measure", "direction", "anchor", "counting", "day_of_month", "day_kind", "schedule_month")
_READING = ("on_day_off", "late_addition", "assignable", "basis")
_ACTIVITY = ("id", "clause", "name", "kind", "trigger", "starts_on", "ends_on", "month")
_AIM = ("tentative", "quota", "content")
_CHANGE = ("kind", "activity", "new_start", "new_end", "new_month", "undated", "new_due")
_DECISION = ("decided_on", "decided_by", "reason", "basis")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all plans."""
    repository = facts.repository
    plans = (_plan(repository, plan) for plan in repository.plans.values())
    yield addresses.api("plans"), document(facts, {"plans": plans})


def _plan(repository: Repository, plan: Plan) -> Shape:
    return {
        "id": plan.id,
        **public_fields(plan, *_PAPER, *_SIGNED),
        "terms": [_term(term) for term in plan.terms],
        "activities": [_activity(repository, plan, activity) for activity in plan.activities],
        "topics": [_topic(topic) for topic in plan.topics],
        "adjustments": [_adjustment(adjustment) for adjustment in repository.adjustments_of(plan)],
    }


def _term(term: Term) -> Shape:
    return {"duty": slug(term.duty), **public_fields(term, "clauses", *_COUNT, *_READING)}


def _activity(repository: Repository, plan: Plan, activity: Activity) -> Shape:
    """Return an activity as planned, with the days in force, null where a change left them open."""
    days = period(repository, plan, activity)
    in_force = {"starts_on": plain(days.starts_on), "ends_on": plain(days.ends_on), "is_month_only": days.month_only}
    return {**public_fields(activity, *_ACTIVITY, *_AIM), "in_force": in_force}


def _topic(topic: Topic) -> Shape:
    return public_fields(topic, "id", "clause", "name", "valid_from", "valid_to")


def _adjustment(adjustment: Adjustment) -> Shape:
    """Return a decision; null for units, people or periods where it is about all of them."""
    periods = tuple(map(period_id, adjustment.periods))
    scopes = {"units": adjustment.units, "people": adjustment.people, "periods": periods}
    return {
        "id": adjustment.id,
        **public_fields(adjustment, *_CHANGE),
        "duty": slug(adjustment.duty) if adjustment.duty else None,
        **{name: None if scope == ALL else list(scope) for name, scope in scopes.items()},
        **public_fields(adjustment, *_DECISION),
    }
