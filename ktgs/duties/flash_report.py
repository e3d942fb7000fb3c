"""The office reports the month's absences to the superior (plan 46, II.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ktgs.duties._months import assigned_in, monthly_report, wanted_report
from ktgs.language.days import Direction
from ktgs.language.months import Month
from ktgs.obligations.obligation import Duty, Expected, Obligation, State
from ktgs.obligations.wanted import Want
from ktgs.records.keys import AssignmentKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.report import FlashReport
from ktgs.repository.attendance import ABSENT, SETTLED, Attendance, attendance
from ktgs.repository.marks import broken_assignment, broken_file_words
from ktgs.repository.repository import Repository

ABOUT = """Văn phòng báo cáo nhanh với cấp trên về những cán bộ được phân công trong tháng mà không dự.

Kế hoạch giao việc này nhưng không nêu số ngày; số ngày sau khi hết tháng là quy ước của Văn phòng. Việc chỉ phát sinh
khi trong tháng có ít nhất một người được phân công vắng, có lý do hay không; có người dự thay thì không tính là vắng.
Khi chưa ai được ghi là vắng mà còn phân công chưa có báo cáo thì chưa rõ việc có phát sinh hay không. Việc hoàn thành
vào `ngày gửi` của báo cáo đầu tiên.

Ví dụ làm đúng hạn:

Tệp `data/plans/2020/46-kh-dtn/assignments/2020-05.yml`:

```yaml
tháng: 05/2020
ngày ban hành: 05/05/2020
phân công:
  - buổi: doan-so-a/b1
    cán bộ: tran-thi-b
    vắng: có lý do
    ngày báo: 06/05/2020
```

Tệp `data/reports/2020/nhanh/2020-06-12-thang-5.md`:

```markdown
---
loại: nhanh
tháng: 05/2020
số ký hiệu: 41-BC/ĐTN
người lập: vo-thi-g
ngày gửi: 12/06/2020
---
```

- Ngày 12/06/2020: `46-kh-dtn/bao-cao-nhanh/2020-05/van-phong` → Đúng hạn.

Ví dụ không đúng hạn: cùng một người vắng, nhưng chưa có báo cáo nào.

Tệp `data/plans/2020/46-kh-dtn/assignments/2020-05.yml`:

```yaml
tháng: 05/2020
ngày ban hành: 05/05/2020
phân công:
  - buổi: doan-so-a/b1
    cán bộ: tran-thi-b
    vắng: không lý do
```

- Ngày 13/06/2020: `46-kh-dtn/bao-cao-nhanh/2020-05/van-phong` → Quá hạn.
"""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a month of meetings, owed by the office."""
    for month in plan.months():
        expected = monthly_report(repository, plan, term, FlashReport, month, _arises(repository, plan, month))
        yield replace(expected, why_awaits_office=_awaits_office(repository, plan, month))


def _awaits_office(repository: Repository, plan: Plan, month: Month) -> bool:
    """Return whether the office has only to mend a file, or to write down what became of a meeting that is over."""
    if broken_assignment(repository, AssignmentKey(plan.id, month)):
        return True
    return any(attendance(repository, item) is Attendance.not_reported for item in assigned_in(repository, plan, month))


def _arises(repository: Repository, plan: Plan, month: Month) -> tuple[bool | None, str]:
    """Return whether somebody assigned was absent; None while a missing report could still say so."""
    if mark := broken_assignment(repository, AssignmentKey(plan.id, month)):
        return None, broken_file_words(mark)
    states = {attendance(repository, item) for item in assigned_in(repository, plan, month)}
    if states & ABSENT:
        return True, ""
    if states - SETTLED:
        return None, "còn phân công chưa báo cáo"
    return False, "không có ai vắng" if states else "chưa ghi nhận phân công nào trong tháng"


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return the month's report, None while it is not known whether anybody was absent."""
    return None if item.state is State.unknown else wanted_report(repository, item, FlashReport)


DUTY = Duty(
    "báo cáo nhanh",
    find,
    about=ABOUT,
    anchors=(Anchor.month_end,),
    needs=("number", "measure", "direction"),
    direction=Direction.after,
    roles=(BodyRole.office,),
    verb="gửi",
    wanted=_wanted,
)
