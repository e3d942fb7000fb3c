"""The office sums up the month's visits for the superior (plan 46, II.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ktgs.duties._months import assigned_in, monthly_report, wanted_report
from ktgs.language.days import Direction
from ktgs.language.months import Month
from ktgs.obligations.obligation import Duty, Expected, Obligation
from ktgs.obligations.wanted import Want
from ktgs.records.keys import AssignmentKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.report import Summary
from ktgs.repository.marks import broken_assignment, broken_file_words, broken_visit_report_in
from ktgs.repository.repository import Repository

ABOUT = """Văn phòng tổng hợp tình hình dự sinh hoạt trong tháng để báo cáo cấp trên.

Kế hoạch giao việc này nhưng không nêu số ngày; số ngày sau khi hết tháng là quy ước của Văn phòng. Tháng không phân
công ai và không ai dự buổi nào thì việc không phát sinh. Việc hoàn thành vào `ngày gửi` của báo cáo đầu tiên.

Ví dụ làm đúng hạn:

Tệp `data/reports/2020/tong-hop/2020-06-12-thang-5.md`:

```markdown
---
loại: tổng hợp
tháng: 05/2020
số ký hiệu: 42-BC/ĐTN
người lập: vo-thi-g
ngày gửi: 12/06/2020
---
```

- Ngày 12/06/2020: `46-kh-dtn/bao-cao-tong-hop/2020-05/van-phong` → Đúng hạn.

Ví dụ không đúng hạn: cùng báo cáo ấy gửi ngày 15/06/2020.

Tệp `data/reports/2020/tong-hop/2020-06-15-thang-5.md`:

```markdown
---
loại: tổng hợp
tháng: 05/2020
số ký hiệu: 42-BC/ĐTN
người lập: vo-thi-g
ngày gửi: 15/06/2020
---
```

- Ngày 13/06/2020: `46-kh-dtn/bao-cao-tong-hop/2020-05/van-phong` → Quá hạn.
- Ngày 15/06/2020: `46-kh-dtn/bao-cao-tong-hop/2020-05/van-phong` → Trễ hạn.
"""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a month of meetings, owed by the office."""
    for month in plan.months():
        expected = monthly_report(repository, plan, term, Summary, month, _arises(repository, plan, month))
        yield replace(expected, why_awaits_office=True)  # it is not known only where a file cannot be read


def _arises(repository: Repository, plan: Plan, month: Month) -> tuple[bool | None, str]:
    """Return whether anything was assigned or visited in the month; None where only a broken file could say."""
    if assigned_in(repository, plan, month) or any(
        (visit.plan, visit.month) == (plan.id, month) for visit in repository.visits
    ):
        return True, ""
    key = AssignmentKey(plan.id, month)
    if mark := broken_assignment(repository, key) or broken_visit_report_in(repository, month):
        return None, broken_file_words(mark)
    return False, "chưa ghi nhận phân công hay buổi dự nào trong tháng"


def _wanted(repository: Repository, item: Obligation) -> Want:
    return wanted_report(repository, item, Summary)


DUTY = Duty(
    "báo cáo tổng hợp",
    find,
    about=ABOUT,
    anchors=(Anchor.month_end,),
    needs=("number", "measure", "direction"),
    direction=Direction.after,
    roles=(BodyRole.office,),
    verb="gửi",
    wanted=_wanted,
)
