"""Each unit sends the month's meeting schedule (plan 46, II.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ktgs.duties._evidence import of_mark
from ktgs.duties._wanted import in_plan, whole_file
from ktgs.language.days import Deadline, monthly_deadline
from ktgs.language.months import Month
from ktgs.obligations.obligation import Duty, Evidence, Expected, Obligation
from ktgs.obligations.wanted import Want, Wanted
from ktgs.records.keys import BranchKey, ScheduleKey
from ktgs.records.plan import Plan, ScheduleMonth, Term
from ktgs.records.schedule import Schedule
from ktgs.records.unit import Unit
from ktgs.records.values import UNKNOWN
from ktgs.repository.marks import broken_schedule, broken_units
from ktgs.repository.parties import unit_party
from ktgs.repository.repository import Repository

ABOUT = """Mỗi đơn vị gửi về Văn phòng lịch sinh hoạt của mình và các đơn vị trực thuộc.

Kế hoạch nêu ngày trong tháng; lịch gửi là lịch của tháng nào là cách hiểu của Văn phòng. Việc có ở mọi đơn vị hoạt
động vào ngày đến hạn hoặc trong tháng sinh hoạt; không đủ cả hai thì không phát sinh. Lần gửi đầu được tính, trừ khi
ghi `chưa đủ`: khi ấy tính lần bổ sung đầu tiên ghi `đủ`. Tháng không có buổi nào vẫn phải gửi; đơn vị trực thuộc không
sinh hoạt không làm lịch bị trễ. Hạn là ngày nghỉ thì giữ nguyên; nên gửi trước hoặc trong ngày làm việc liền trước.
Hết tháng sinh hoạt mà chưa gửi thì không còn gửi được nữa: ghi là không thực hiện.

Ví dụ làm đúng hạn: lịch tháng 06/2020, hạn là 19/05/2020.

Tệp `data/plans/2020/46-kh-dtn/schedules/2020-06/doan-so-a.yml`:

```yaml
đơn vị: doan-so-a
tháng: 06/2020
ngày nhận: 19/05/2020
buổi:
  - mã: b1
    ngày: 10/06/2020
    giờ: 7:30
    địa điểm: Phòng họp Sở A
    chi đoàn: chi-doan-1
không sinh hoạt:
  - chi đoàn: chi-doan-2
```

- Ngày 19/05/2020: `46-kh-dtn/gui-lich-sinh-hoat/2020-06/doan-so-a` → Đúng hạn.

Ví dụ không đúng hạn: cùng lịch ấy, nhưng ngày 20/05/2020 mới nhận được.

Tệp `data/plans/2020/46-kh-dtn/schedules/2020-06/doan-so-b.yml`:

```yaml
đơn vị: doan-so-b
tháng: 06/2020
ngày nhận: 20/05/2020
không sinh hoạt:
  - chi đoàn: chi-doan-1
  - chi đoàn: chi-doan-2
```

- Ngày 20/05/2020: `46-kh-dtn/gui-lich-sinh-hoat/2020-06/doan-so-b` → Trễ hạn.
- Ngày 20/05/2020: `46-kh-dtn/gui-lich-sinh-hoat/2020-06/doan-truong-c` → Quá hạn.
"""


NOT_BOTH = "đơn vị không hoạt động vào cả ngày đến hạn và tháng sinh hoạt"


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a unit and a month whose due date lies between the plan's issue and its end."""
    due_month, last = Month.of(plan.issued_on), Month.of(plan.ends_on)
    while due_month <= last:
        deadline = monthly_deadline(
            due_month, term.day_of_month or 1, term.day_kind, term.on_day_off, repository.calendar
        )
        month = due_month.next() if term.schedule_month is ScheduleMonth.next_month else due_month
        if deadline.on is None or plan.issued_on <= deadline.on <= plan.ends_on:
            yield from _of_month(repository, plan, month, deadline)
        due_month = due_month.next()


def _of_month(repository: Repository, plan: Plan, month: Month, deadline: Deadline) -> Iterator[Expected]:
    for unit_id in sorted({*repository.units, *broken_units(repository)}):
        unit, key = repository.units.get(unit_id), ScheduleKey(plan.id, month, unit_id)
        there = _existence(unit, month, deadline.on)
        if not any(there):
            continue
        yield Expected(
            occasion=month,
            title=f"lịch tháng {month.label}",
            period=month,
            who=unit_party(repository, unit_id),
            about_unit=unit_id,
            deadline=deadline,
            evidence=_evidence(repository, key),
            arises=None if unit is None else all(there),
            why_awaits_office=True,  # it is not known only where a file cannot be read
            lapses_on=month.last,
            why="tệp của đơn vị có lỗi" if unit is None else "" if all(there) else NOT_BOTH,
            progress=_progress(repository.schedules.get(key)),
        )


def _existence(unit: Unit | None, month: Month, due_on: date | None) -> tuple[bool, bool]:
    """Return whether the unit exists on the due date and whether in the month; a broken unit may do both."""
    if unit is None or due_on is None:
        return True, True
    return unit.exists_on(due_on), unit.exists_between(month.first, month.last)


def _evidence(repository: Repository, key: ScheduleKey) -> Evidence | None:
    schedule = repository.schedules.get(key)
    if schedule is None:
        return of_mark(broken_schedule(repository, key))
    if schedule.incomplete:
        complete = [amendment for amendment in schedule.amendments if amendment.complete]
        first = min(complete, key=lambda amendment: amendment.received_on, default=None)
        return Evidence(first.where("received_on"), first.received_on) if first else None
    if schedule.received_on is UNKNOWN:
        return Evidence(schedule.where("received_on"), None, "chưa rõ ngày nhận")
    return Evidence(schedule.where("received_on"), schedule.received_on)


def _progress(schedule: Schedule | None) -> str:
    if schedule and schedule.incomplete and not any(amendment.complete for amendment in schedule.amendments):
        return "đã gửi nhưng chưa đủ"
    return ""


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return the unit's schedule of the month with a meeting for each sub-unit, or the one that is not yet complete."""
    unit, month = repository.units.get(item.who.id), item.key.occasion
    if unit is None or not isinstance(month, Month):
        return None
    if schedule := repository.schedules.get(ScheduleKey(item.plan.id, month, unit.id)):
        return whole_file(schedule)
    meetings = [
        {"id": f"b{number}", "on": None, "at": None, "place": None, **({"branch": branch} if branch else {})}
        for number, branch in enumerate(_meeting_in(unit, month), 1)
    ]
    return Wanted(
        Schedule,
        in_plan(item.plan, month=str(month), id=unit.id),
        {"unit": unit.id, "month": month, "received_on": None, "meetings": meetings},
        about=f"Lịch sinh hoạt tháng {month.label} của {unit.name}; xóa buổi không tổ chức",
        unit=unit.id,
    )


def _meeting_in(unit: Unit, month: Month) -> Sequence[BranchKey | None]:
    """Return the sub-units that there are in a month, the unit itself where it has none."""
    days = (month.first, month.last)
    return [branch.key_in(unit) for branch in unit.branches if any(map(branch.covers, days))] or [None]


DUTY = Duty(
    "gửi lịch sinh hoạt",
    find,
    about=ABOUT,
    needs=("day_of_month", "day_kind", "schedule_month"),
    scopes=("units", "periods"),
    verb="gửi",
    wanted=_wanted,
)
