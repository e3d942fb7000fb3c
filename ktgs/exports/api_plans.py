"""`api/v1/plans.json`: the plans with their terms, activities, topics and what was decided to change them."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import Shape, document, leading, plain, shape
from ktgs.facts.facts import Facts
from ktgs.language.text import slug
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.plan import Activity, Plan, Term
from ktgs.repository.periods import period
from ktgs.repository.repository import Repository

PATH = "api/v1/plans.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "kế hoạch: việc phải làm, hoạt động, chủ đề, điều chỉnh", order=50),)
_SCOPES = ("units", "teams", "people", "periods")
_CHANGE = ("id", "kind", "activity", "new_start", "new_end", "new_month", "undated", "new_due")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield all plans."""
    repository = facts.repository
    plans = (_plan(repository, plan) for plan in repository.plans.values())
    yield PATH, document(facts, {"plans": plans})


def _plan(repository: Repository, plan: Plan) -> Shape:
    return {
        **shape(plan, without=("is_draft", "to_decide", "terms", "activities", "topics")),
        "terms": [_term(term) for term in plan.terms],
        "activities": [_activity(repository, plan, activity) for activity in plan.activities],
        "topics": list(map(shape, plan.topics)),
        "adjustments": [_adjustment(adjustment) for adjustment in repository.adjustments_of(plan)],
    }


def _term(term: Term) -> Shape:
    return {**shape(term), "duty": slug(term.duty)}


def _activity(repository: Repository, plan: Plan, activity: Activity) -> Shape:
    """Return an activity as planned, with the days in force, null where a change left them open."""
    days = period(repository, plan, activity)
    in_force = {"starts_on": plain(days.starts_on), "ends_on": plain(days.ends_on), "is_month_only": days.month_only}
    return {**shape(activity), "in_force": in_force}


def _adjustment(adjustment: Adjustment) -> Shape:
    """Return a decision; null for units, teams, people or periods that do not narrow whom it is about."""
    duty = slug(adjustment.duty) if adjustment.duty else None
    wide = (name for name in _SCOPES if getattr(adjustment, name) in ((), ALL))
    made = {**shape(adjustment), "duty": duty, **dict.fromkeys(wide)}
    return leading(made, *_CHANGE)
