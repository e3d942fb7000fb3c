"""Every topic of regular supervision is observed before the plan ends (plan 46, II.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ktgs.duties._evidence import of_mark, or_earlier
from ktgs.duties._parties import standing_committee
from ktgs.duties._round_dates import Dates, moved
from ktgs.duties._sessions import NOT_DATED
from ktgs.obligations.obligation import Duty, Evidence, Expected, count
from ktgs.records.plan import Activity, ActivityKind, Anchor, Plan, Term
from ktgs.records.report import Observation, VisitReport
from ktgs.repository.index import Repository
from ktgs.repository.marks import broken_observation
from ktgs.repository.periods import periods

ABOUT = """Ban Thường vụ và Ủy ban Kiểm tra theo dõi thường xuyên các chủ đề mà kế hoạch nêu.

Kế hoạch nêu việc này; hạn là ngày cuối của kế hoạch. Mỗi chủ đề là một phần; một chủ đề hoàn thành vào ngày của lần
giám sát thường xuyên đầu tiên về chủ đề ấy, hoặc của buổi sinh hoạt đầu tiên mà báo cáo nêu `chủ đề giám sát` ấy. Cả
việc hoàn thành khi mọi chủ đề đã hoàn thành.

Ví dụ đã làm:

Tệp `data/reports/2020/giam-sat-thuong-xuyen/2020-09-10-ren-luyen-can-bo.md`:

```markdown
---
loại: giám sát thường xuyên
chủ đề: ren-luyen-can-bo
ngày: 10/09/2020
đơn vị: doan-so-b
người lập: pham-thi-d
---
```

- Ngày 10/09/2020: `46-kh-dtn/giam-sat-thuong-xuyen/giam-sat-thuong-xuyen/ren-luyen-can-bo` → Đúng hạn.
- Ngày 10/09/2020: `46-kh-dtn/giam-sat-thuong-xuyen/giam-sat-thuong-xuyen` → Đúng hạn.

Ví dụ chưa làm: không có lần giám sát nào về chủ đề.

- Ngày 10/09/2020: `46-kh-dtn/giam-sat-thuong-xuyen/giam-sat-thuong-xuyen/ren-luyen-can-bo` → Chưa đến hạn.
- Ngày 01/01/2021: `46-kh-dtn/giam-sat-thuong-xuyen/giam-sat-thuong-xuyen` → Quá hạn.
"""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield the whole, with one part a topic, for each activity of regular supervision, else once for the plan."""
    activities = [a for a in plan.activities if a.kind is ActivityKind.regular_supervision]
    for activity in (*activities, *([] if activities else [None])):
        yield from _of_activity(repository, plan, term, activity)


def _of_activity(repository: Repository, plan: Plan, term: Term, activity: Activity | None) -> Iterator[Expected]:
    name = activity.id if activity else "chung"
    due = _dates(repository, plan, term, activity)
    whole = Expected(
        path=name,
        occasion=activity.name if activity else "trong thời gian của kế hoạch",
        period=name,
        activity=activity.id if activity else None,
        who=standing_committee(repository),
        deadline=due.planned,
        changes=due.changes,
        arises=True if plan.topics else None,
        why="" if plan.topics else "kế hoạch chưa nêu chủ đề nào",
        parts=tuple(f"{name}/{topic.id}" for topic in plan.topics),
    )
    yield whole
    for topic in plan.topics:
        yield replace(
            whole,
            path=f"{name}/{topic.id}",
            occasion=topic.name,
            evidence=_evidence(repository, plan, topic.id),
            clause=topic.clause,
            place=topic.where("mã"),
            parts=(),
        )


def _dates(repository: Repository, plan: Plan, term: Term, activity: Activity | None) -> Dates:
    """Return when the topics are due: at the plan's end, or at the end that an adjustment gave the activity."""
    spans = periods(repository, plan, activity) if activity else ()
    ends = [plan.ends_on, *(span.ends_on for span in spans[1:])]
    return moved(spans, [count(term, end, repository.calendar, NOT_DATED) for end in ends])


def _evidence(repository: Repository, plan: Plan, topic: str) -> Evidence | None:
    for plan_id, found, on, report in repository.observations:
        if (plan_id, found) == (plan.id, topic):
            place = report.where("ngày" if isinstance(report, Observation) else "chủ đề giám sát")
            return or_earlier(Evidence(place, on), broken_observation(repository, topic))
    for visit in repository.reports_of(VisitReport):
        if topic in visit.topics and repository.plan_of_report[visit.id] == plan.id:  # else it had been observed
            return Evidence(visit.where("chủ đề giám sát"), None, "chưa rõ ngày sinh hoạt")
    return of_mark(broken_observation(repository, topic))


DUTY = Duty("giám sát thường xuyên", find, about=ABOUT, anchors=(Anchor.plan_end,))
