"""The plans that are drafts: when they are to run, and what is still to be decided. Nobody owes anything by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.language.text import vi_date
from ktgs.records.plan import Activity, Plan
from ktgs.repository.periods import planned_period

ADDRESS = "du-thao.html"
MENU = MenuEntry("Kế hoạch dự thảo", 55)


@dataclass(frozen=True, slots=True)
class DraftActivity:
    """An activity of a draft, and when it is to take place."""

    activity: Activity
    when: str


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """One draft."""

    plan: Plan
    activities: tuple[DraftActivity, ...]


@dataclass(frozen=True, slots=True)
class DraftsPage:
    """The one page, which is there while there is a draft."""

    url: str
    title: str
    drafts: tuple[DraftPlan, ...]


def pages(facts: Facts) -> Iterator[DraftsPage]:
    """Yield the page, nothing where no plan is a draft."""
    drafts = sorted(facts.repository.drafts, key=lambda plan: (plan.starts_on, plan.id))
    if drafts:
        yield DraftsPage(ADDRESS, "Kế hoạch dự thảo", tuple(map(_draft, drafts)))


def _draft(plan: Plan) -> DraftPlan:
    return DraftPlan(plan, tuple(DraftActivity(activity, _when(plan, activity)) for activity in plan.activities))


def _when(plan: Plan, activity: Activity) -> str:
    planned = planned_period(plan, activity)
    if activity.month and planned.month_only:
        return f"tháng {activity.month.label}"
    if planned.starts_on and planned.ends_on:
        return f"{vi_date(planned.starts_on)} – {vi_date(planned.ends_on)}"
    return ""
