"""The month's assignment of members to meetings is issued before the first of them (plan 46, II.3 and IV.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.duties._evidence import of_mark
from ktgs.duties._months import assigned_in
from ktgs.duties._wanted import in_plan
from ktgs.language.days import Direction
from ktgs.language.months import Month
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import Duty, Evidence, Expected, Obligation
from ktgs.obligations.wanted import Wanted
from ktgs.records.assignment import Assignment
from ktgs.records.keys import AssignmentKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.marks import broken_assignment, broken_file_words, broken_schedule_in
from ktgs.repository.meetings import is_cancelled, is_off, is_postponed
from ktgs.repository.parties import body_party
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import Day

ABOUT = """Khi đã có lịch sinh hoạt của các đơn vị, Văn phòng tham mưu phân công cán bộ dự các buổi trong tháng.

Kế hoạch nêu việc này; bản phân công phải ban hành trước buổi đầu tiên có người được phân công trong tháng. Khi chưa
phân công ai thì tính theo buổi đầu tiên trong lịch; khi chưa có lịch nào thì chưa rõ hạn. Buổi dời tính theo ngày
mới; buổi hoãn, hủy không tính. Chọn dự buổi nào là việc của Văn phòng, nên từng buổi không có hạn riêng. Việc hoàn
thành vào `ngày ban hành`. Qua buổi cuối cùng của tháng mà chưa phân công thì ghi là không thực hiện.

Ví dụ làm đúng hạn: buổi đầu tiên được phân công là ngày 08/06/2020, nên hạn là ngày 07/06/2020.

Tệp `data/plans/2020/46-kh-dtn/schedules/2020-06/doan-so-a.yml`:

```yaml
đơn vị: doan-so-a
tháng: 06/2020
ngày nhận: 18/05/2020
buổi:
  - mã: b1
    ngày: 08/06/2020
    giờ: 8:00
    địa điểm: Phòng họp Sở A
```

Tệp `data/plans/2020/46-kh-dtn/assignments/2020-06.yml`:

```yaml
tháng: 06/2020
ngày ban hành: 05/06/2020
phân công:
  - buổi: doan-so-a/b1
    cán bộ: nguyen-van-a
```

- Ngày 05/06/2020: `46-kh-dtn/phan-cong/2020-06/van-phong` → Đúng hạn.

Ví dụ không đúng hạn: có lịch nhưng đến ngày họp vẫn chưa phân công.

Tệp `data/plans/2020/46-kh-dtn/schedules/2020-06/doan-so-a.yml`:

```yaml
đơn vị: doan-so-a
tháng: 06/2020
ngày nhận: 18/05/2020
buổi:
  - mã: b1
    ngày: 08/06/2020
    giờ: 8:00
    địa điểm: Phòng họp Sở A
```

- Ngày 08/06/2020: `46-kh-dtn/phan-cong/2020-06/van-phong` → Quá hạn.
"""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a month of meetings, owed by the office."""
    office = body_party(repository, BodyRole.office)
    for month in plan.months():
        key = AssignmentKey(plan.id, month)
        first = _first_meeting(repository, plan, key)
        standing = [m for m in repository.meetings_by_month.get(key, ()) if not is_cancelled(m.meeting)]
        days = [meeting.on for meeting in standing if not is_postponed(meeting.meeting)]
        is_open = bool(standing) or repository.today <= month.last or broken_schedule_in(repository, key) is not None
        assignment = repository.assignments.get(key)
        yield Expected(
            occasion=month,
            title=f"tháng {month.label}",
            period=month,
            who=office,
            deadline=count(term, first.on, repository.calendar, first.cause, first.awaits_office),
            evidence=_evidence(repository, key),
            arises=is_open,
            why="" if is_open else "tháng đã qua mà không có buổi sinh hoạt nào",
            lapses_on=max(days, default=None),
            no_number=assignment is not None and assignment.document_number is None,
        )


def _first_meeting(repository: Repository, plan: Plan, key: AssignmentKey) -> Day:
    """Return the day of the month's first assigned meeting, else of its first meeting, or why it is not known."""
    assigned = [item.meeting for item in assigned_in(repository, plan, key.month) if item.meeting]
    scheduled = repository.meetings_by_month.get(key, ())
    for meetings in (assigned, scheduled):
        if days := [meeting.on for meeting in meetings if _stands(meeting)]:
            return Day(min(days))
    if mark := broken_schedule_in(repository, key):
        return Day(None, broken_file_words(mark), awaits_office=True)
    is_in = any((schedule.plan, schedule.month) == (key.plan, key.month) for schedule in repository.schedules)
    if is_in:
        return Day(None, f"các lịch của tháng {key.month.label} chưa có buổi nào")
    return Day(None, f"chưa có lịch sinh hoạt nào của tháng {key.month.label}")


def _stands(meeting: ScheduledMeeting) -> bool:
    return not is_off(meeting.meeting)


def _evidence(repository: Repository, key: AssignmentKey) -> Evidence | None:
    assignment = repository.assignments.get(key)
    if assignment:
        return Evidence(assignment.where("issued_on"), assignment.issued_on)
    return of_mark(broken_assignment(repository, key))


def _wanted(repository: Repository, item: Obligation) -> Wanted | None:
    """Return the month's assignment with every meeting that stands, None while there is none to assign anybody to."""
    month = item.key.occasion
    if not isinstance(month, Month):
        return None
    meetings = repository.meetings_by_month.get(AssignmentKey(item.plan.id, month), ())
    ordered = sorted(filter(_stands, meetings), key=lambda met: (met.on, met.meeting.announced.at, met.key))
    if not ordered:
        return None
    return Wanted(
        Assignment,
        in_plan(item.plan, id=str(month)),
        {
            "month": month,
            "issued_on": None,
            "items": [{"meeting": meeting.key, "person": None} for meeting in ordered],
        },
        about=f"Phân công dự sinh hoạt tháng {month.label}; xóa những buổi không cử cán bộ dự",
    )


DUTY = Duty(
    "phân công",
    find,
    about=ABOUT,
    anchors=(Anchor.meeting,),
    needs=("number", "measure", "direction"),
    direction=Direction.before,
    roles=(BodyRole.office,),
    wanted=_wanted,
)
