"""How the plan is carried out: on-time rates by duty and by month, for each plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.obligations.tables import Subject, Table
from ktgs.pages._rates import SLUG, rates


@dataclass(frozen=True, slots=True)
class PlanRates:
    """A plan's tables."""

    plan: Subject
    by_duty: Table
    by_month: Table


@dataclass(frozen=True, slots=True)
class CompliancePage:
    """The rates of all plans, the latest first; `figure_url`: how they are counted."""

    url: str
    title: str
    plans: tuple[PlanRates, ...]
    figure_url: str
    units_url: str


def pages(facts: Facts) -> Iterator[CompliancePage]:
    """Yield the one page."""
    tables = rates(facts)
    plans = sorted(facts.repository.plans.values(), key=lambda plan: (plan.starts_on, plan.id), reverse=True)
    found = tuple(
        PlanRates(Subject("plan", plan.id, f"Kế hoạch {plan.label}"), *tables[plan.id])
        for plan in plans
        if plan.id in tables
    )
    yield CompliancePage(
        addresses.COMPLIANCE, "Tình hình thực hiện", found, addresses.figure(SLUG), addresses.COMPLIANCE_BY_UNIT
    )
