"""How far the plans are carried out: on-time rates by duty and by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.figures.on_time import FIGURE, OnTime, plan_tables
from ktgs.obligations.obligation import State
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import Subject, ToFigure, ToPlan
from ktgs.pages._unlisted import unlisted
from ktgs.records.plan import Plan

ADDRESS = "thuc-hien/index.html"
MENU = MenuEntry("Tình hình thực hiện", 10)


@dataclass(frozen=True, slots=True)
class PlanRates:
    """A plan's tables; `closed_on`: since when its year is closed."""

    plan: Subject
    closed_on: date | None
    by_duty: Table
    by_month: Table


@dataclass(frozen=True, slots=True)
class CompliancePage:
    """The rates of all plans, the latest first; `figure`: how they are counted, `unlisted`: what they leave out."""

    url: str
    title: str
    plans: tuple[PlanRates, ...]
    figure: ToFigure
    unlisted: str


def pages(facts: Facts) -> Iterator[CompliancePage]:
    """Yield the one page."""
    numbers = facts.figure(FIGURE) or {}
    plans = sorted(facts.repository.plans.values(), key=lambda plan: (plan.starts_on, plan.id), reverse=True)
    rates = tuple(_rates(plan, numbers[plan.id]) for plan in plans if plan.id in numbers)
    yield CompliancePage(
        ADDRESS, "Tình hình thực hiện", rates, figure=ToFigure(FIGURE.slug), unlisted=unlisted(facts, State.overdue)
    )


def _rates(plan: Plan, numbers: OnTime) -> PlanRates:
    by_duty, by_month = plan_tables(plan, numbers)
    return PlanRates(Subject(f"Kế hoạch {plan.label}", ToPlan(plan.id)), plan.closed_on, by_duty, by_month)
