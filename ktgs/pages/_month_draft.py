"""The draft of a month's report to the superior, in the form of words that such papers have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby

from ktgs.duties.flash_report import DUTY as FLASH_REPORT
from ktgs.duties.round_held import DUTY as ROUND_HELD
from ktgs.facts.facts import Facts
from ktgs.figures.months import MonthNumbers, Months, changes, lines
from ktgs.language.months import Month
from ktgs.language.text import first_upper, fold, vi_date, vi_number
from ktgs.obligations.naming import label
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tally import tally
from ktgs.pages._calendar import RoundPeriod, round_periods
from ktgs.pages._letter import Letter, Passage, as_of, letterfoot, letterhead
from ktgs.pages._obligations import due_key
from ktgs.records.finding import GoodPractice, Petition, Shortcoming
from ktgs.records.report import VisitReport
from ktgs.repository.findings import addressee_name, petition_state, raised_on
from ktgs.repository.linked import ReportedFinding, grouped
from ktgs.repository.marks import broken_in_month
from ktgs.repository.naming import engagement_name, period_name, place_name
from ktgs.repository.parties import WhoKind

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII")


def month_draft(facts: Facts, months: Months, numbers: MonthNumbers) -> Letter:
    """Return the draft for a month. It names no person, and tells the same to the public as to the office."""
    organization, month = facts.repository.organization, numbers.month.label
    visits = ", đi cơ sở" if months.has_meetings else ""
    opening = (
        f"Kính gửi: {organization.superior}",
        f"{_plans(facts, numbers.month)}{organization.name} báo cáo kết quả tháng {month} ({as_of(facts)}) như sau:",
    )
    passages = (passage for passage in _passages(facts, months, numbers) if passage.lines)
    return Letter(
        title="BÁO CÁO (DỰ THẢO)",
        subject=f"Kết quả kiểm tra, giám sát{visits} tháng {month}",
        passages=(
            Passage("", opening, is_list=False),
            *(Passage(f"{_NUMERALS[place]}. {of.heading.upper()}", of.lines) for place, of in enumerate(passages)),
        ),
        head=letterhead(organization, numbers.month.next().first),
        foot=letterfoot(organization),
    )


def _plans(facts: Facts, month: Month) -> str:
    labels = [plan.label for plan in facts.repository.plans.values() if month in plan.months()]
    return f"Thực hiện Kế hoạch {', '.join(labels)}, " if labels else ""


def _passages(facts: Facts, months: Months, numbers: MonthNumbers) -> Iterator[Passage]:
    """Yield the parts of the report; one without lines has nothing to say, and falls away."""
    yield Passage("Kết quả", tuple(_results(facts, months, numbers)))
    yield Passage("Mô hình hay, cách làm hay", tuple(_by_content(facts, numbers, GoodPractice)) or ("Không có.",))
    yield Passage("Tồn tại, hạn chế", tuple(_by_content(facts, numbers, Shortcoming)) or ("Không có.",))
    yield Passage("Kiến nghị, đề xuất của cơ sở", tuple(_petitions(facts, numbers)) or ("Không có.",))
    yield Passage("Đơn vị chậm, chưa thực hiện", tuple(_late_units(facts, numbers)) or ("Không có.",))
    yield Passage("So với tháng trước", tuple(_compared(facts, months, numbers)))
    yield Passage("Nhiệm vụ tháng tới", tuple(_next_month(facts, months, numbers.month.next())))


def _results(facts: Facts, months: Months, numbers: MonthNumbers) -> Iterator[str]:
    if broken_in_month(facts.repository, numbers.month):
        yield "Số liệu có thể thiếu, vì còn tệp dữ liệu chưa đọc được."
    for line in lines(facts.repository, numbers, of_meetings=months.has_meetings):
        value = vi_number(line.value) if isinstance(line.value, int) else line.value
        yield f"{line.name}: {value}."
    if numbers.present_share is not None:
        yield f"Tỷ lệ đoàn viên có mặt: {vi_number(numbers.present_share)}%."
    held = [engagement_name(facts.repository, session) for session in numbers.sessions]
    if held:
        yield f"Các cuộc đã tiến hành: {'; '.join(held)}."


def _by_content(facts: Facts, numbers: MonthNumbers, kind: type) -> Iterator[str]:
    """Yield what was found, the same words once with all places where it was."""
    places: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for found in numbers.findings:
        if isinstance(found.finding, kind):
            key = fold(_sentence(found))
            words.setdefault(key, _sentence(found))
            places.setdefault(key, []).append(_place(facts, found))
    for key, where in places.items():
        named = "; ".join(dict.fromkeys(filter(None, where)))
        yield f"{words[key]} ({named})." if named else f"{words[key]}."


def _sentence(found: ReportedFinding) -> str:
    return first_upper(found.finding.content.rstrip(" ."))


def _place(facts: Facts, found: ReportedFinding) -> str:
    """Return where a finding was made: unit and sub-unit as they were called then; empty where it is about none."""
    repository, report = facts.repository, found.report
    visit = repository.visit_of(report) if isinstance(report, VisitReport) else None
    if visit and visit.unit == found.unit:
        return place_name(repository, visit.unit, visit.branch, visit.on)
    return place_name(repository, found.unit, None, raised_on(repository, found)) if found.unit else ""


def _petitions(facts: Facts, numbers: MonthNumbers) -> Iterator[str]:
    for found in numbers.findings:
        if isinstance(found.finding, Petition):
            place = _place(facts, found)
            where = f" ({place})" if place else ""
            to = addressee_name(facts.repository, found)
            yield f"{_sentence(found)}{where}; gửi {to}, {petition_state(found)}."


def _late_units(facts: Facts, numbers: MonthNumbers) -> Iterator[str]:
    """Yield, for each duty of the units that fell due in the month, the rate and who was late or is still silent."""
    ordered = sorted(numbers.of_units, key=lambda item: (item.plan.id, item.duty.slug, str(item.period), due_key(item)))
    for _, group in groupby(ordered, key=lambda item: (item.plan.id, item.duty.slug, str(item.period))):
        items = list(group)
        late = [f"{item.who.name} ({vi_number(item.days)} ngày)" for item in items if item.state is State.late]
        silent = [item.who.name for item in items if item.state in (State.overdue, State.missed)]
        if late or silent:
            name = f"{first_upper(items[0].duty.name)}, {period_name(items[0].plan, items[0].period)}"
            names = _named("chậm", late) + _named(f"chưa {items[0].duty.verb}", silent)
            yield f"{name}: đúng hạn {tally(items, facts.today).rate}{names}."


def _named(words: str, names: Iterable[str]) -> str:
    named = ", ".join(dict.fromkeys(names))
    return f"; {words}: {named}" if named else ""


def _compared(facts: Facts, months: Months, numbers: MonthNumbers) -> Iterator[str]:
    """Yield what changed since the month before; nothing while the month is not over, or where none came before."""
    earlier = next((of for month, of in months.by_month.items() if month.next() == numbers.month), None)
    if earlier is None or numbers.month.last >= facts.today:
        return
    before, now = (lines(facts.repository, of, of_meetings=months.has_meetings) for of in (earlier, numbers))
    same = []
    for change in changes(before, now):
        if change.now == change.before:
            same.append(change.name[:1].lower() + change.name[1:])
        else:
            words, to = ("tăng", "lên") if change.now > change.before else ("giảm", "xuống")
            by = vi_number(abs(change.now - change.before))
            yield f"{change.name}: {words} {by}, từ {vi_number(change.before)} {to} {vi_number(change.now)}."
    if same:
        yield f"Không đổi: {'; '.join(same)}."


def _next_month(facts: Facts, months: Months, month: Month) -> Iterator[str]:
    for of in round_periods(facts.repository):
        if told := _round(of, month):
            yield told
    coming = months.by_month.get(month)
    if coming and coming.meetings:
        meetings = vi_number(len(coming.meetings))
        yield f"Dự sinh hoạt với cơ sở theo phân công; các đơn vị có {meetings} buổi theo lịch tháng {month.label}."
    due = sorted(_work_by_month(facts).get(month, ()), key=lambda item: (_kind_of(item), item.id))
    for _, items in groupby(due, key=_kind_of):
        yield _work(facts, list(items))


def _kind_of(item: Obligation) -> tuple[date, str, str, str]:
    """Return what is told together: what is due on a day of one plan, duty and period."""
    return item.due_on or date.max, item.plan.id, item.duty.slug, str(item.period)


def _round(of: RoundPeriod, month: Month) -> str:
    """Return a round that is held in a month as a line, empty where it is not."""
    starts_on, ends_on = of.period.starts_on, of.period.ends_on
    if starts_on is None or ends_on is None or starts_on > month.last or ends_on < month.first:
        return ""
    return f"Tiến hành đợt “{of.activity.name}” {of.days}."


@lru_cache(maxsize=1)
def _work_by_month(facts: Facts) -> Mapping[Month, tuple[Obligation, ...]]:
    """Return the obligations of bodies, teams and units that fall due in each month."""
    return grouped((Month.of(item.due_on), item) for item in facts.counted if item.due_on and _is_work(item))


def _is_work(item: Obligation) -> bool:
    """Return whether an obligation is told as work: a round is told by its period.

    That a flash report is owed would tell that somebody was absent.
    """
    is_owed = item.state not in (State.waived, State.not_applicable) and item.who.kind is not WhoKind.person
    return is_owed and item.duty not in (ROUND_HELD, FLASH_REPORT)


def _work(facts: Facts, items: list[Obligation]) -> str:
    """Return who has to do what by when."""
    first, who = items[0], list(dict.fromkeys(item.who.name for item in items))
    what = label(facts.repository, first) if len(items) == 1 else period_name(first.plan, first.period)
    is_many = len(who) > 1 and first.who.kind is WhoKind.unit
    names = f"{vi_number(len(who))} đơn vị" if is_many else ", ".join(who)
    about = what.removesuffix(f", {first.who.name}")
    return f"{names}: {first.duty.name}, {about}; đến hết ngày {vi_date(first.due_on or date.max)}."
