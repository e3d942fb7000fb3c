"""Which duty is worst, and whether each gets better: on-time rates by duty and month of the due date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.language.months import Month, add_months
from ktgs.language.text import first_upper
from ktgs.language.vocabulary import Word
from ktgs.obligations.obligation import Duty, Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.obligations.tally import Tally, tally
from ktgs.obligations.targets import Subject, ToDueOfDuty, ToDuty, ToPeriods
from ktgs.records.plan import Plan
from ktgs.repository.linked import grouped
from ktgs.repository.repository import Repository

ABOUT = """Mỗi việc một dòng, việc có tỷ lệ đúng hạn thấp nhất đứng đầu; mỗi tháng một cột, tháng mới nhất trước.
Tháng là tháng của hạn; cách đếm và cách tính như ở số liệu “Tỷ lệ đúng hạn”. *So sánh* đặt ba tháng gần đây, kể cả
tháng của ngày đang xem, bên cạnh các tháng trước đó: lệch từ 5 điểm phần trăm trở lên là khá hơn hoặc kém hơn. Bên
nào có dưới 5 việc đến hạn thì chưa đủ để so sánh; việc có tất cả dưới 5 lượt đến hạn thì xếp sau, không bị coi là
kém nhất."""

ENOUGH = 5  # a share of fewer says nothing
RECENT_MONTHS = 3
DIFFERENCE = 5  # percentage points


class MonthlyChange(Word):
    """How a duty does lately against before."""

    better = "khá hơn"
    worse = "kém hơn"
    same = "gần như không đổi"
    unknown = "chưa đủ để so sánh"


@dataclass(frozen=True, slots=True)
class DutyTrend:
    """A duty's tallies of what was due: by month, in all, in the latest months and before them."""

    duty: Duty
    months: Mapping[Month, Tally]
    total: Tally
    recent: Tally
    before: Tally

    @property
    def is_enough(self) -> bool:
        """Whether so many were due that the share says something."""
        return self.total.due >= ENOUGH

    @property
    def change(self) -> MonthlyChange:
        """How it does lately against before."""
        recent, before = self.recent.share, self.before.share
        if recent is None or before is None or min(self.recent.due, self.before.due) < ENOUGH:
            return MonthlyChange.unknown
        if abs(recent - before) < DIFFERENCE:
            return MonthlyChange.same
        return MonthlyChange.better if recent > before else MonthlyChange.worse


@dataclass(frozen=True, slots=True)
class Trend:
    """The duties of a plan of which something was due, the worst first, those of few last; the months, latest first."""

    duties: tuple[DutyTrend, ...]
    months: tuple[Month, ...]

    @property
    def worst(self) -> DutyTrend | None:
        """The duty of the lowest share, None where nothing is late or too little was due."""
        first = next((of for of in self.duties if of.is_enough), None)
        return first if first and first.total.on_time < first.total.due else None


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[str, Trend]:
    """Return the trends of each plan; parts are counted instead of their whole."""
    counted = grouped((item.plan.id, item) for item in obligations if not item.parts and item.due_on)
    return {plan: _of_plan(counted.get(plan, ()), repository.today) for plan in repository.plans}


def _of_plan(items: tuple[Obligation, ...], today: date) -> Trend:
    duties = grouped((item.duty.slug, item) for item in items)
    trends = [of for owed in duties.values() if (of := _of_duty(owed, today)).total.due]
    months = {month for of in trends for month in of.months}
    return Trend(
        tuple(sorted(trends, key=lambda of: (worst_first(of.total), of.duty.slug))), tuple(sorted(months, reverse=True))
    )


def worst_first(of: Tally) -> tuple[bool, float]:
    """Return the key that sorts what was due by its share, the worst first, what is too few to say anything last."""
    return of.due < ENOUGH, of.share or 0


def _of_duty(items: tuple[Obligation, ...], today: date) -> DutyTrend:
    since = Month.of(add_months(today, 1 - RECENT_MONTHS)).first
    by_month = grouped((Month.of(item.due_on), item) for item in items if item.due_on)
    tallies = {month: tally(by_month[month], today) for month in sorted(by_month)}
    return DutyTrend(
        items[0].duty,
        months={month: of_month for month, of_month in tallies.items() if of_month.due},
        total=tally(items, today),
        recent=tally((item for item in items if item.due_on and item.due_on >= since), today),
        before=tally((item for item in items if item.due_on and item.due_on < since), today),
    )


def tables(repository: Repository, plans: Mapping[str, Trend]) -> Iterator[Table]:
    """Yield the table of each plan of which something was due."""
    for plan_id, trend in plans.items():
        if trend.duties:
            yield plan_table(repository.plans[plan_id], trend)


def plan_table(plan: Plan, trend: Trend) -> Table:
    """Return a plan's table: in all, lately against before, and by month; each number leads to what was due then."""
    columns = ("Tính chung", "Ba tháng gần đây", "Trước đó", "So sánh", *(month.label for month in trend.months))
    rows = tuple(_row(plan, of, trend.months) for of in trend.duties)
    return Table(f"Tỷ lệ đúng hạn theo việc và tháng, kế hoạch {plan.label}", of="Việc", columns=columns, rows=rows)


def _row(plan: Plan, of: DutyTrend, months: tuple[Month, ...]) -> Row:
    total = Cell(of.total.rate, (Subject(of.duty.name, ToPeriods(plan.id, of.duty.slug)),))
    compared = Cell(of.recent.rate), Cell(of.before.rate), Cell(str(of.change))
    by_month = (_cell(plan, of, month) for month in months)
    return Row(Subject(first_upper(of.duty.name), ToDuty(of.duty.slug)), (total, *compared, *by_month))


def _cell(plan: Plan, of: DutyTrend, month: Month) -> Cell:
    found = of.months.get(month)
    if found is None:
        return Cell("–")
    return Cell(found.rate, (Subject(f"{of.duty.name}, {month.label}", ToDueOfDuty(plan.id, month, of.duty.slug)),))


FIGURE = Figure("diễn biến đúng hạn", compute, tables, ABOUT)
