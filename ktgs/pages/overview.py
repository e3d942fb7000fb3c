"""The first page: what can be done now and by whom, what waits for the office, what comes next, how far all is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.on_time import FIGURE as ON_TIME
from ktgs.figures.on_time import plan_tables
from ktgs.figures.open_findings import FIGURE as OPEN_FINDINGS
from ktgs.figures.quotas import FIGURE as QUOTAS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Figure, Table
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
from ktgs.pages._ahead import DayAhead, days_ahead, meetings_ahead, sessions_ahead
from ktgs.pages._awaiting import awaiting_office
from ktgs.pages._calendar import RoundPeriod, round_periods
from ktgs.pages._missed import missed, missed_table
from ktgs.pages._month_numbers import summed_months
from ktgs.pages._obligations import Line
from ktgs.pages._owing import PartyGroup, by_party
from ktgs.pages._plan_numbers import by_plan
from ktgs.pages._sessions import Session
from ktgs.pages._unlisted import unlisted
from ktgs.records.plan import Plan, ScheduleMonth
from ktgs.repository.parties import party_key

ADDRESS = "index.html"
MENU = MenuEntry("Tổng quan", 10, MenuGroup.main)
_SOON = timedelta(days=14)
_COMING = timedelta(days=7)
_ROUND_AHEAD = timedelta(days=60)  # a round that begins so soon is prepared already
_FIGURES: tuple[Figure[Any], ...] = (QUOTAS, VISITS, INSPECTIONS, OPEN_FINDINGS)  # their first table each


@dataclass(frozen=True, slots=True)
class Unsent:
    """The units that have not sent a month's schedule, as a text for a chat."""

    month: Month
    target: ToPeriod
    total: int
    missing: int
    text: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A figure's first table, and where all of the figure is."""

    table: Table
    target: ToFigure


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of the site and what is on it."""

    name: str
    target: Target
    about: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The overview; `plans` are those in force, `by_plan` the numbers of each where more than one has something open.

    `undecided`: what is unknown because nobody has decided yet, or others still owe; `awaiting`: because the office has
    not written something down; `missed`: what can no longer be done.
    """

    url: str
    title: str
    plans: tuple[Subject, ...]
    by_plan: Table | None
    overdue_count: int
    soon_count: int
    undecided_count: int
    missed_count: int
    meeting_count: int
    overdue_list: ToState
    unknown_list: ToState
    unlisted: str
    soon_until: date
    ahead_until: date
    overdue: tuple[PartyGroup, ...]
    soon: tuple[PartyGroup, ...]
    undecided: tuple[PartyGroup, ...]
    awaiting: tuple[Line, ...]
    missed: Table
    unsent: tuple[Unsent, ...]
    rounds: tuple[RoundPeriod, ...]
    sessions: tuple[Session, ...]
    ahead: tuple[DayAhead, ...]
    month: ToMonth
    weekly: tuple[PageLink, ...]
    by_duty: tuple[Table, ...]
    figures: tuple[FigureTable, ...]
    links: tuple[PageLink, ...]


def pages(facts: Facts) -> Iterator[OverviewPage]:
    """Yield the one page."""
    today, repository = facts.today, facts.repository
    to_do = tuple(item for item in facts.open if item.is_to_do)
    overdue = tuple(item for item in to_do if item.state is State.overdue)
    soon = tuple(item for item in to_do if _is_soon(item, today))
    undecided = tuple(item for item in to_do if item.state is State.unknown and not _is_soon(item, today))
    no_more = missed(facts)
    plans = [plan for plan in repository.plans.values() if plan.in_force(today)]
    coming = meetings_ahead(facts, today + _COMING)
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
                "Văn phòng cần ghi bổ sung": tuple(item for item in facts.open if item.awaits_office),
                str(State.missed): no_more,
            },
        ),
        overdue_count=len(overdue),
        soon_count=len(soon),
        undecided_count=len(undecided),
        missed_count=len(no_more),
        meeting_count=len(coming),
        overdue_list=ToState(State.overdue),
        unknown_list=ToState(State.unknown),
        unlisted=unlisted(facts, State.overdue),
        soon_until=today + _SOON,
        ahead_until=today + _COMING,
        overdue=tuple(by_party(facts, overdue)),
        soon=tuple(by_party(facts, soon)),
        undecided=tuple(by_party(facts, undecided)),
        awaiting=awaiting_office(facts, facts.open),
        missed=missed_table(facts),
        unsent=tuple(unsent for plan in plans if (unsent := _unsent(facts, plan))),
        rounds=tuple(of for of in round_periods(repository) if _is_ahead(of, today)),
        sessions=sessions_ahead(facts),
        ahead=tuple(days_ahead(coming)),
        month=ToMonth(Month.of(today)),
        weekly=tuple(_weekly(facts, plans)),
        by_duty=tuple(_by_duty(facts)),
        figures=tuple(
            FigureTable(tables[0], ToFigure(figure.slug)) for figure in _FIGURES if (tables := facts.tables(figure))
        ),
        links=LINKS,
    )


def _is_soon(item: Obligation, today: date) -> bool:
    return item.due_on is not None and today <= item.due_on <= today + _SOON


def _by_duty(facts: Facts) -> Iterator[Table]:
    numbers = facts.figure(ON_TIME) or {}
    for plan in facts.current_plans:
        if plan.id in numbers:
            yield plan_tables(plan, numbers[plan.id])[0]


def _weekly(facts: Facts, plans: list[Plan]) -> Iterator[PageLink]:
    """Yield where people go every week, as far as the overview itself does not tell it."""
    this = Month.of(facts.today)
    yield PageLink("Đơn vị của tôi", ToPage("units"), "phải gửi gì, hạn nào, còn thiếu gì")
    yield PageLink("Phân công của tôi", ToPage("people"), "buổi sắp tới, buổi chưa có báo cáo")
    yield PageLink(f"Lịch tháng {this.label}", ToMonth(this), "buổi sinh hoạt, người được phân công, trùng giờ")
    for of in round_periods(facts.repository):
        starts_on = of.period.starts_on
        if starts_on and starts_on <= facts.today + _ROUND_AHEAD and _is_ahead(of, facts.today):
            about = "quyết định, thông báo, tài liệu, buổi làm việc, báo cáo của từng đơn vị"
            yield PageLink(of.activity.name, of.activity.key_in(of.plan), about)
    if facts.tables(VISITS):
        yield PageLink("Đơn vị lâu chưa có cán bộ về dự", ToFigure(VISITS.slug), "lâu nhất trước")
    yield PageLink("Đơn vị lâu chưa được kiểm tra, giám sát", ToFigure(INSPECTIONS.slug), "lâu nhất trước")
    for month in [month for month in summed_months(facts) if month.last < facts.today][-1:]:
        yield PageLink(f"Tổng hợp tháng {month.label}", ToMonthSummary(month), "một trang, để báo cáo cấp trên")
    yield PageLink("Kiến nghị, đề xuất còn mở", ToPage("recommendations"), "nêu cách đây bao lâu, đang chờ ai")
    yield PageLink("Đơn vị và tháng", ToPage("compliance_units"), "đã gửi lịch hay chưa, đúng hay trễ")
    for plan in plans:
        yield PageLink(f"Kế hoạch {plan.label}", ToPlan(plan.id), "từng mục, đi cùng tình hình thực hiện")
    yield PageLink("Mô hình hay", ToPage("good_practices"), "để nhân rộng")
    yield PageLink("Tồn tại lặp lại", ToPage("shortcomings"), "đơn vị nào, điều gì, mấy lần")


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


LINKS = (
    PageLink("Tổng hợp theo tháng", ToPage("months"), "mỗi tháng một trang, để báo cáo cấp trên"),
    PageLink("Lịch", ToPage("calendar"), "mười hai tháng; từng ngày có buổi sinh hoạt, cuộc kiểm tra, hạn, ngày nghỉ"),
    PageLink("Việc phải làm", ToPage("tasks"), "mọi việc theo trạng thái, theo người và đơn vị phải làm"),
    PageLink("Tình hình thực hiện", ToPage("compliance"), "tỷ lệ đúng hạn theo việc và theo tháng"),
    PageLink("Đơn vị và tháng", ToPage("compliance_units"), "đơn vị nào đã gửi lịch tháng nào, đúng hay trễ"),
    PageLink("Đợt kiểm tra, giám sát", ToPage("rounds"), "bảng theo dõi từng đơn vị, từ quyết định đến báo cáo"),
    PageLink("Đơn vị", ToPage("units"), "mỗi đơn vị: phải gửi gì, hạn nào, còn thiếu gì"),
    PageLink("Cán bộ", ToPage("people"), "phân công, báo cáo, số lượt của từng người"),
    PageLink("Báo cáo", ToPage("reports"), "báo cáo dự sinh hoạt, kết quả, nhanh, tổng hợp, giám sát thường xuyên"),
    PageLink("Kiến nghị, đề xuất", ToPage("recommendations"), "nêu cách đây bao lâu, đang chờ ai"),
    PageLink("Mô hình hay, cách làm hay", ToPage("good_practices"), "để nhân rộng"),
    PageLink("Tồn tại, hạn chế", ToPage("shortcomings"), "để khắc phục, cả những điều lặp lại"),
    PageLink("Số liệu", ToPage("figures"), "chỉ tiêu, mức độ đi cơ sở, số lượt được phân công, kèm cách tính"),
    PageLink("Cách tính", ToPage("rules"), "mỗi việc được tính hạn và trạng thái thế nào"),
    PageLink("Thông báo lỗi", ToPage("codes"), "mỗi thông báo nghĩa là gì, sửa ra sao"),
    PageLink("Tình trạng dữ liệu", ToPage("problems"), "lỗi và cảnh báo của chính dữ liệu"),
    PageLink("Tải về", ToPage("downloads"), "lịch cho điện thoại, bảng tính, JSON"),
    PageLink("Sổ tay", ToPage("huong-dan/index"), "cách ghi từng loại tệp"),
)
