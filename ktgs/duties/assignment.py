"""The month's assignment of members to meetings is issued before the first of them (plan 46, II.3 and IV.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.duties._evidence import of_mark, words
from ktgs.duties._months import assigned_in
from ktgs.duties._parties import office
from ktgs.language.months import Month
from ktgs.obligations.obligation import Duty, Evidence, Expected, count
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.attendance import is_off
from ktgs.repository.index import Repository
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.marks import broken_assignment, broken_of

ABOUT = """Khi đã có lịch sinh hoạt của các đơn vị, Văn phòng tham mưu phân công cán bộ dự các buổi trong tháng.

Kế hoạch nêu việc này; bản phân công phải ban hành trước buổi đầu tiên có người được phân công trong tháng. Khi chưa
phân công ai thì tính theo buổi đầu tiên trong lịch; khi chưa có lịch nào thì chưa rõ hạn. Buổi dời tính theo ngày
mới; buổi hoãn, hủy không tính. Dự buổi nào là do chọn, nên không có hạn riêng cho từng buổi. Việc hoàn thành vào
`ngày ban hành`.

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
    who = office(repository)
    for month in plan.months():
        first_on, cause = _first_meeting(repository, plan, month)
        assignment = repository.assignments.get((plan.id, month))
        yield Expected(
            path=f"{month}/{who.id}",
            occasion=f"tháng {month.label}",
            period=str(month),
            who=who,
            deadline=count(term, first_on, repository.calendar, cause),
            evidence=_evidence(repository, plan, month),
            no_number=assignment is not None and assignment.document_number is None,
        )


def _first_meeting(repository: Repository, plan: Plan, month: Month) -> tuple[date | None, str]:
    """Return the day of the month's first assigned meeting, else of its first meeting, or why it is not known."""
    assigned = [item.meeting for item in assigned_in(repository, plan, month) if item.meeting]
    scheduled = repository.meetings_by_month.get((plan.id, month), ())
    for meetings in (assigned, scheduled):
        if days := [meeting.on for meeting in meetings if _stands(meeting)]:
            return min(days), ""
    mark = next((m for m in broken_of(repository, "schedule", plan) if m.parts["month"] == str(month)), None)
    is_in = any((owner, of) == (plan.id, month) for owner, of, _ in repository.schedules)
    cause = (
        f"các lịch của tháng {month.label} chưa có buổi nào"
        if is_in
        else f"chưa có lịch sinh hoạt nào của tháng {month.label}"
    )
    return None, words(mark) if mark else cause


def _stands(found: ScheduledMeeting) -> bool:
    return not is_off(found.meeting)


def _evidence(repository: Repository, plan: Plan, month: Month) -> Evidence | None:
    assignment = repository.assignments.get((plan.id, month))
    if assignment:
        return Evidence(assignment.where("ngày ban hành"), assignment.issued_on)
    return of_mark(broken_assignment(repository, plan, month))


DUTY = Duty("phân công", find, about=ABOUT, anchors=(Anchor.meeting,))
