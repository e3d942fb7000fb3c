"""The first page: what is late, what is due by whom, who has not sent a schedule, what comes next, how far all is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ktgs.addresses import addresses
from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.facts.facts import Facts
from ktgs.figures.inspection_coverage import FIGURE as INSPECTIONS
from ktgs.figures.visit_coverage import FIGURE as VISITS
from ktgs.language.months import Month
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import OPEN, Obligation, State, party_key
from ktgs.obligations.tables import Subject, Table
from ktgs.pages._attended import MeetingRow, meeting_row
from ktgs.pages._calendar import Round, day_anchor, rounds
from ktgs.pages._month_numbers import summed_months
from ktgs.pages._owing import PartyGroup, by_party
from ktgs.pages._rates import rates
from ktgs.pages._sessions import Session, session
from ktgs.records.plan import Plan, ScheduleMonth
from ktgs.repository.attendance import is_cancelled, is_postponed

_SOON = timedelta(days=14)
_COMING = timedelta(days=7)
_ROUND_AHEAD = timedelta(days=60)  # a round that begins so soon is prepared already
_FIGURES = ("chi-tieu", "do-phu-di-co-so", "do-phu-kiem-tra-giam-sat", "kien-nghi-con-mo")  # their first table each


@dataclass(frozen=True, slots=True)
class Unsent:
    """The units that have not sent a month's schedule, as a text for a chat."""

    month: Month
    url: str
    total: int
    missing: int
    text: str


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A coming day: its meetings with somebody assigned, how many others there are, and where all of them are."""

    on: date
    assigned: tuple[MeetingRow, ...]
    others: int
    url: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A figure's first table, and where all of the figure is."""

    table: Table
    url: str


@dataclass(frozen=True, slots=True)
class Link:
    """A page of the site and what is on it."""

    name: str
    url: str
    about: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The overview; `plans` are those in force."""

    url: str
    title: str
    plans: tuple[Subject, ...]
    overdue_count: int
    unknown_count: int
    soon_count: int
    meeting_count: int
    soon_until: date
    ahead_until: date
    overdue: tuple[PartyGroup, ...]
    soon: tuple[PartyGroup, ...]
    unsent: tuple[Unsent, ...]
    rounds: tuple[Round, ...]
    sessions: tuple[Session, ...]
    ahead: tuple[DayAhead, ...]
    month: Month
    weekly: tuple[Link, ...]
    by_duty: tuple[Table, ...]
    figures: tuple[FigureTable, ...]
    links: tuple[Link, ...]


def pages(facts: Facts) -> Iterator[OverviewPage]:
    """Yield the one page."""
    today, repository = facts.today, facts.repository
    overdue = facts.by_state.get(State.overdue, ())
    soon = [i for i in facts.counted if i.state in OPEN and i.due_on and today <= i.due_on <= today + _SOON]
    plans = [plan for plan in repository.plans.values() if plan.in_force(today)]
    ahead = _meetings_ahead(facts)
    yield OverviewPage(
        url=addresses.HOME,
        title="Tổng quan",
        plans=tuple(Subject("plan", plan.id, f"{plan.label}: {plan.subject_line}") for plan in plans),
        overdue_count=len(overdue),
        unknown_count=len(facts.by_state.get(State.unknown, ())),
        soon_count=len(soon),
        meeting_count=len(ahead),
        soon_until=today + _SOON,
        ahead_until=today + _COMING,
        overdue=tuple(by_party(facts, overdue)),
        soon=tuple(by_party(facts, soon)),
        unsent=tuple(found for plan in plans if (found := _unsent(facts, plan))),
        rounds=tuple(each for each in rounds(repository) if _is_ahead(each, today)),
        sessions=_sessions_ahead(facts),
        ahead=tuple(_days_ahead(ahead)),
        month=Month.of(today),
        weekly=tuple(_weekly(facts, plans)),
        by_duty=tuple(table for table, _ in rates(facts).values()),
        figures=tuple(
            FigureTable(facts.tables[slug][0], addresses.figure(slug)) for slug in _FIGURES if facts.tables.get(slug)
        ),
        links=LINKS,
    )


def _weekly(facts: Facts, plans: list[Plan]) -> Iterator[Link]:
    """Yield where people go every week, as far as the overview itself does not tell it."""
    this = Month.of(facts.today)
    yield Link("Đơn vị của tôi", addresses.UNITS, "phải gửi gì, hạn nào, còn thiếu gì")
    yield Link("Phân công của tôi", addresses.PEOPLE, "buổi sắp tới, buổi chưa có báo cáo")
    yield Link(f"Lịch tháng {this.label}", addresses.month(this), "buổi sinh hoạt, người được phân công, trùng giờ")
    for each in rounds(facts.repository):
        if (
            each.period.starts_on
            and each.period.starts_on <= facts.today + _ROUND_AHEAD
            and _is_ahead(each, facts.today)
        ):
            url = addresses.activity(each.plan.id, each.activity.id)
            yield Link(
                each.activity.name, url, "quyết định, thông báo, tài liệu, buổi làm việc, báo cáo của từng đơn vị"
            )
    yield Link("Chưa được dự từ N tháng", addresses.figure(VISITS.slug), "từng đơn vị, lâu nhất trước")
    yield Link(
        "Chưa được kiểm tra, giám sát từ N tháng", addresses.figure(INSPECTIONS.slug), "từng đơn vị, lâu nhất trước"
    )
    for month in [month for month in summed_months(facts) if month.last < facts.today][-1:]:
        yield Link(f"Tổng hợp tháng {month.label}", addresses.month_summary(month), "một trang, để báo cáo cấp trên")
    yield Link("Kiến nghị, đề xuất còn mở", addresses.RECOMMENDATIONS, "đã nêu bao lâu, đến lượt ai")
    yield Link("Đơn vị và tháng", addresses.COMPLIANCE_BY_UNIT, "đã gửi lịch hay chưa, đúng hay trễ")
    for plan in plans:
        yield Link(f"Kế hoạch {plan.label}", addresses.plan(plan.id), "từng mục, đi cùng tình hình thực hiện")
    yield Link("Mô hình hay", addresses.GOOD_PRACTICES, "để nhân rộng")
    yield Link("Tồn tại lặp lại", addresses.SHORTCOMINGS, "đơn vị nào, điều gì, mấy lần")


def _unsent(facts: Facts, plan: Plan) -> Unsent | None:
    """Return who has not sent the schedule that the plan's term has everyone send now."""
    term = plan.term(SCHEDULE.name)
    if term is None:
        return None
    this = Month.of(facts.today)
    month = this.next() if term.schedule_month is ScheduleMonth.next_month else this
    items = [i for i in facts.by_duty.get((plan.id, SCHEDULE.slug), ()) if i.period == str(month)]
    owed = [item for item in items if item.state not in (State.not_applicable, State.waived)]
    missing = sorted((item for item in owed if item.state in OPEN), key=lambda item: party_key(item.who))
    if not owed:
        return None
    url = addresses.obligations(plan.id, SCHEDULE.slug, str(month))
    return Unsent(month, url, len(owed), len(missing), _text(facts, month, owed, missing))


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


def _is_ahead(each: Round, today: date) -> bool:
    return each.period.ends_on is None or each.period.ends_on >= today


def _sessions_ahead(facts: Facts) -> tuple[Session, ...]:
    """Return the engagements that are to come, by day."""
    coming = [
        held
        for held in facts.repository.engagements
        if held.engagement.held_on is None
        and held.engagement.status is None
        and held.engagement.planned_on
        and held.engagement.planned_on >= facts.today
    ]
    coming.sort(key=lambda held: (str(held.engagement.planned_on), str(held.engagement.at), held.team.id))
    return tuple(session(facts.repository, held) for held in coming)


def _meetings_ahead(facts: Facts) -> list[MeetingRow]:
    """Return the meetings of the coming days that stand."""
    repository, today = facts.repository, facts.today
    found = [
        meeting_row(repository, meeting)
        for meeting in repository.meetings.values()
        if today <= meeting.on <= today + _COMING
        and not is_cancelled(meeting.meeting)
        and not is_postponed(meeting.meeting)
    ]
    return sorted(found, key=lambda row: (row.on, row.at, row.subject.id))


def _days_ahead(found: list[MeetingRow]) -> Iterator[DayAhead]:
    for on, group in groupby(found, key=lambda row: row.on):
        rows = list(group)
        assigned = tuple(row for row in rows if row.assignees)
        yield DayAhead(on, assigned, len(rows) - len(assigned), f"{addresses.month(Month.of(on))}#{day_anchor(on)}")


LINKS = (
    Link("Tổng hợp theo tháng", addresses.MONTHS, "mỗi tháng một trang, để báo cáo cấp trên"),
    Link("Lịch", addresses.CALENDAR, "mười hai tháng; từng ngày có buổi sinh hoạt, cuộc kiểm tra, hạn, ngày nghỉ"),
    Link("Việc phải làm", addresses.TASKS, "mọi việc theo trạng thái, theo người và đơn vị phải làm"),
    Link("Tình hình thực hiện", addresses.COMPLIANCE, "tỷ lệ đúng hạn theo việc và theo tháng"),
    Link("Đơn vị và tháng", addresses.COMPLIANCE_BY_UNIT, "bảng đơn vị theo tháng: đã gửi lịch hay chưa, đúng hay trễ"),
    Link("Đợt kiểm tra, giám sát", addresses.ROUNDS, "bảng theo dõi từng đơn vị, từ quyết định đến báo cáo"),
    Link("Đơn vị", addresses.UNITS, "mỗi đơn vị: phải gửi gì, hạn nào, còn thiếu gì"),
    Link("Cán bộ", addresses.PEOPLE, "phân công, báo cáo, số lượt của từng người"),
    Link("Báo cáo", addresses.REPORTS, "báo cáo dự sinh hoạt, kết quả, nhanh, tổng hợp, giám sát thường xuyên"),
    Link("Kiến nghị, đề xuất", addresses.RECOMMENDATIONS, "tuổi và đến lượt ai"),
    Link("Mô hình hay, cách làm hay", addresses.GOOD_PRACTICES, "để nhân rộng"),
    Link("Tồn tại, hạn chế", addresses.SHORTCOMINGS, "để khắc phục, cả những điều lặp lại"),
    Link("Số liệu", addresses.FIGURES, "độ phủ, chỉ tiêu, số lượt, kèm cách tính"),
    Link("Cách tính", addresses.RULES, "mỗi việc được tính hạn và trạng thái thế nào"),
    Link("Thông báo lỗi", addresses.CODES, "mỗi thông báo nghĩa là gì, sửa ra sao"),
    Link("Tình trạng dữ liệu", addresses.PROBLEMS, "lỗi và cảnh báo của chính dữ liệu"),
    Link("Tải về", addresses.DOWNLOADS, "lịch cho điện thoại, bảng tính, JSON"),
    Link("Sổ tay", addresses.HANDBOOK, "cách ghi từng loại tệp"),
)
