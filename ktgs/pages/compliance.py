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
from ktgs.pages._bars import DutyBar, MonthDot, duty_bars, month_dots
from ktgs.pages._grids import HeatMap, heat_map
from ktgs.pages._parts import PartLink
from ktgs.pages._unlisted import rate_rule, unlisted
from ktgs.records.plan import Plan

ADDRESS = "thuc-hien/index.html"
MENU = MenuEntry("Tình hình thực hiện", 10)


@dataclass(frozen=True, slots=True)
class PlanRates:
    """A plan's pictures and tables; `closed_on`: since when its year is closed. `map` is None where nothing was due."""

    plan: Subject
    closed_on: date | None
    map: HeatMap | None
    bars: tuple[DutyBar, ...]
    dots: tuple[MonthDot, ...]
    by_duty: Table
    by_month: Table


@dataclass(frozen=True, slots=True)
class CompliancePage:
    """The rates of plans, the latest first; `figure`: how they are counted, `unlisted`: what they leave out.

    `others`: the pages of the plans that are not on this one.
    """

    url: str
    title: str
    plans: tuple[PlanRates, ...]
    figure: ToFigure
    unlisted: str
    others: tuple[PartLink, ...]


def pages(facts: Facts) -> Iterator[CompliancePage]:
    """Yield the page of the current plans, of the latest where none is, and one for each plan before."""
    numbers = facts.figure(FIGURE) or {}
    plans = sorted(facts.repository.plans.values(), key=lambda plan: (plan.starts_on, plan.id), reverse=True)
    plans = [plan for plan in plans if plan.id in numbers]
    current = [plan for plan in plans if plan in facts.current_plans] or plans[:1]
    before = [plan for plan in plans if plan not in current]
    others = tuple(PartLink(f"Kế hoạch {plan.label}", _address(plan)) for plan in before)
    yield _page(facts, ADDRESS, "Tình hình thực hiện", current, others)
    for plan in before:
        now = PartLink("Kế hoạch đang thực hiện", ADDRESS)
        yield _page(facts, _address(plan), f"Tình hình thực hiện kế hoạch {plan.label}", [plan], (now,))


def _address(plan: Plan) -> str:
    return f"thuc-hien/{plan.id}/index.html"


def _page(facts: Facts, url: str, title: str, plans: list[Plan], others: tuple[PartLink, ...]) -> CompliancePage:
    numbers = facts.figure(FIGURE) or {}
    rates = tuple(_rates(facts, plan, numbers[plan.id]) for plan in plans)
    left_out = " ".join(filter(None, (rate_rule(facts), unlisted(facts, State.overdue))))
    return CompliancePage(url, title, rates, figure=ToFigure(FIGURE.slug), unlisted=left_out, others=others)


def _rates(facts: Facts, plan: Plan, numbers: OnTime) -> PlanRates:
    by_duty, by_month = plan_tables(plan, numbers)
    return PlanRates(
        Subject(f"Kế hoạch {plan.label}", ToPlan(plan.id)),
        plan.closed_on,
        heat_map(facts, plan),
        duty_bars(facts, plan),
        month_dots(facts, plan),
        by_duty,
        by_month,
    )
