"""The first page: what is late and whose turn it is, what comes in fourteen days, how each duty stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.months import FIGURE as MONTHS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Table
from ktgs.obligations.targets import (
    Subject,
    Target,
    ToFigure,
    ToMonth,
    ToMonthSummary,
    ToPage,
    ToPeriod,
    ToPlan,
    ToState,
)
from ktgs.pages._ahead import ComingDay, coming_days
from ktgs.pages._calendar import RoundPeriod, round_periods
from ktgs.pages._missed import missed
from ktgs.pages._owing import PartyGroup, by_party
from ktgs.pages._plan_numbers import by_plan
from ktgs.pages._standing import Compared, Standing, compare, last_month, oldest, standings
from ktgs.pages._unlisted import rate_rule, unlisted
from ktgs.records.plan import Plan, ScheduleMonth
from ktgs.repository.parties import party_key

ADDRESS = "index.html"
MENU = MenuEntry("Tổng quan", 10, MenuGroup.main)
_SOON = timedelta(days=14)
_ROUND_AHEAD = timedelta(days=60)  # a round that begins so soon is prepared already
_PARTIES = 12  # of one kind on the first page; the rest is one tap away


@dataclass(frozen=True, slots=True)
class Unsent:
    """The units that have not sent a month's schedule, as a text for a chat."""

    month: Month
    target: ToPeriod
    total: int
    missing: int
    text: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of the site and what is on it."""

    name: str
    target: Target
    about: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The first page; `plans` are those in force, `by_plan` the numbers of each where more than one has something open.

    `overdue`: what can still be done, `undecided`: what is unknown because nobody has decided yet, or others still owe;
    `awaiting`: what the office has only to write down; `missed`: what can no longer be done. `all`: every duty taken
    together, `rate_rule`: what rates leave out; `can_choose_person`: a reader may have the page begin with a person,
    not with a unit alone; `draft`: that of the report on the last month that is over.
    """

    url: str
    title: str
    plans: tuple[Subject, ...]
    by_plan: Table | None
    can_choose_person: bool
    draft: Subject | None
    overdue_count: int
    oldest: Obligation | None
    soon_count: int
    undecided_count: int
    awaiting_count: int
    missed_count: int
    overdue_list: ToState
    unknown_list: ToState
    missed_list: ToState
    unlisted: str
    soon_until: date
    overdue: tuple[PartyGroup, ...]
    unsent: tuple[Unsent, ...]
    rounds: tuple[RoundPeriod, ...]
    days: tuple[ComingDay, ...]
    month: ToMonth
    last_month: Month
    all: Compared
    rate_rule: str
    standings: tuple[Standing, ...]
    weekly: tuple[PageLink, ...]


def pages(facts: Facts) -> Iterator[OverviewPage]:
    """Yield the one page."""
    today, repository = facts.today, facts.repository
    to_do = tuple(item for item in facts.open if item.is_to_do)
    overdue = tuple(item for item in to_do if item.state is State.overdue)
    soon = tuple(item for item in to_do if _is_soon(item, today))
    undecided = tuple(item for item in to_do if item.state is State.unknown and not _is_soon(item, today))
    awaiting = tuple(item for item in facts.open if item.awaits_office)
    no_more = missed(facts)
    plans = [plan for plan in repository.plans.values() if plan.in_force(today)]
    current = {plan.id for plan in facts.current_plans}
    yield OverviewPage(
        url=ADDRESS,
        title="Tổng quan",
        plans=tuple(Subject(f"{plan.label}: {plan.subject_line}", ToPlan(plan.id)) for plan in plans),
        by_plan=by_plan(
            facts,
            {
                str(State.overdue): overdue,
                "Đến hạn trong 14 ngày": soon,
                str(State.unknown): undecided,
                "Văn phòng cần ghi bổ sung": awaiting,
                str(State.missed): no_more,
            },
        ),
        can_choose_person=facts.is_internal,
        draft=_draft(facts),
        overdue_count=len(overdue),
        oldest=oldest(overdue),
        soon_count=len(soon),
        undecided_count=len(undecided),
        awaiting_count=len(awaiting),
        missed_count=len(no_more),
        overdue_list=ToState(State.overdue),
        unknown_list=ToState(State.unknown),
        missed_list=ToState(State.missed),
        unlisted=unlisted(facts, State.overdue),
        soon_until=today + _SOON,
        overdue=tuple(map(_first_of, by_party(facts, overdue))),
        unsent=tuple(unsent for plan in plans if (unsent := _unsent(facts, plan))),
        rounds=tuple(of for of in round_periods(repository) if _is_ahead(of, today)),
        days=tuple(coming_days(facts, soon, today + _SOON)),
        month=ToMonth(Month.of(today)),
        last_month=last_month(today),
        all=compare((item for item in facts.counted if item.plan.id in current), today),
        rate_rule=rate_rule(facts),
        standings=standings(facts),
        weekly=tuple(_weekly(facts, plans)),
    )


def _draft(facts: Facts) -> Subject | None:
    months = facts.figure(MONTHS)
    over = [month for month in (months.by_month if months else ()) if month.last < facts.today]
    return Subject(f"Bản thảo báo cáo tháng {over[-1].label}", ToMonthSummary(over[-1])) if over else None


def _is_soon(item: Obligation, today: date) -> bool:
    return item.due_on is not None and today <= item.due_on <= today + _SOON


def _first_of(group: PartyGroup) -> PartyGroup:
    """Return a group with so many parties as the first page has room for."""
    left_out = max(0, len(group.parties) - _PARTIES)
    return replace(group, parties=group.parties[:_PARTIES], more=group.more + left_out)


def _weekly(facts: Facts, plans: list[Plan]) -> Iterator[PageLink]:
    """Yield where people go every week, as far as neither the menu nor the page itself leads there."""
    for of in round_periods(facts.repository):
        starts_on = of.period.starts_on
        if starts_on and starts_on <= facts.today + _ROUND_AHEAD and _is_ahead(of, facts.today):
            about = "quyết định, thông báo, tài liệu, buổi làm việc, báo cáo của từng đơn vị"
            yield PageLink(of.activity.name, of.activity.key_in(of.plan), about)
    if facts.tables(VISITS):
        yield PageLink("Đơn vị lâu chưa có cán bộ về dự", ToFigure(VISITS.slug), "lâu nhất trước")
    if facts.tables(INSPECTIONS):
        yield PageLink("Đơn vị lâu chưa được kiểm tra, giám sát", ToFigure(INSPECTIONS.slug), "lâu nhất trước")
    yield PageLink("Kiến nghị, đề xuất chưa xong", ToPage("recommendations"), "nêu cách đây bao lâu, đang chờ ai")
    yield PageLink("Đơn vị và tháng", ToPage("compliance_units"), "đã gửi lịch hay chưa, đúng hay trễ")
    about = "buổi sắp tới, báo cáo phải gửi" if facts.is_internal else "buổi sắp tới, buổi đã qua"
    yield PageLink("Phân công của từng cán bộ", ToPage("people"), about)
    for plan in plans:
        yield PageLink(f"Kế hoạch {plan.label}", ToPlan(plan.id), "từng mục, đi cùng tình hình thực hiện")


def _unsent(facts: Facts, plan: Plan) -> Unsent | None:
    """Return who has not sent the schedule that the plan's term has everyone send now."""
    term = plan.term(SCHEDULE.name)
    if term is None:
        return None
    this = Month.of(facts.today)
    month = this.next() if term.schedule_month is ScheduleMonth.next_month else this
    items = [i for i in facts.by_duty.get((plan.id, SCHEDULE.slug), ()) if i.period == month]
    owed = [item for item in items if item.state not in (State.not_applicable, State.waived)]
    missing = sorted((item for item in owed if item.is_to_do), key=lambda item: party_key(item.who))
    if not owed:
        return None
    target, text = ToPeriod(plan.id, SCHEDULE.slug, month), _text(facts, month, owed, missing)
    return Unsent(month, target, total=len(owed), missing=len(missing), text=text)


def _text(facts: Facts, month: Month, owed: list[Obligation], missing: list[Obligation]) -> str:
    organization = facts.repository.organization
    due_on, safe_on = owed[0].due_on, owed[0].safe_on
    due = f", hạn {vi_date(due_on)}" if due_on else ""
    safe = f" (nên gửi trước hoặc trong ngày {vi_date(safe_on)})" if safe_on and safe_on != due_on else ""
    head = (
        f"Lịch sinh hoạt tháng {month.label}{due}{safe}: tính đến ngày {vi_date(facts.today)}, "
        f"còn {len(missing)}/{len(owed)} đơn vị chưa gửi:"
    )
    rows = [
        f"{number}. {item.who.name}" + (f" ({item.progress})" if item.progress else "")
        for number, item in enumerate(missing, 1)
    ]
    end = f"Đề nghị các đơn vị gửi lịch về Văn phòng {organization.short_name or organization.name}."
    return "\n".join((head, *rows, end))


def _is_ahead(of: RoundPeriod, today: date) -> bool:
    return of.period.ends_on is None or of.period.ends_on >= today
