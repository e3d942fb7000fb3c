"""Every topic of regular supervision is observed before the plan ends (plan 46, II.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ktgs.duties._evidence import of_mark, or_earlier
from ktgs.duties._round_dates import Dates, moved
from ktgs.duties._wanted import new_report
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import Duty, Evidence, Expected, Obligation
from ktgs.obligations.wanted import Wanted
from ktgs.records.keys import ActivityKey, ActivityTopicKey, TopicKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Activity, ActivityKind, Anchor, Plan, Term, Topic
from ktgs.records.report import Observation, VisitReport
from ktgs.repository.marks import broken_observation
from ktgs.repository.parties import body_party
from ktgs.repository.periods import periods
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import NOT_DATED

ABOUT = """Cơ quan ban hành kế hoạch giám sát thường xuyên các chủ đề mà kế hoạch nêu.

Kế hoạch nêu việc này; hạn là ngày cuối của kế hoạch. Tính riêng từng chủ đề; một chủ đề hoàn thành vào ngày của lần
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


NO_ACTIVITY = "chung"  # stands in ids where the plan names no activity for it


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield the whole, with one part a topic, for each activity of regular supervision, else once for the plan."""
    activities = [a for a in plan.activities if a.kind is ActivityKind.regular_supervision]
    for activity in (*activities, *([] if activities else [None])):
        yield _of_activity(repository, plan, term, activity)


def _of_activity(repository: Repository, plan: Plan, term: Term, activity: Activity | None) -> Expected:
    due = _dates(repository, plan, term, activity)
    key = activity.key_in(plan) if activity else ActivityKey(plan.id, NO_ACTIVITY)
    whole = Expected(
        occasion=key,
        title=activity.name if activity else "trong thời gian của kế hoạch",
        period=key if activity else None,
        activity=key if activity else None,
        who=body_party(repository, BodyRole.standing),
        deadline=due.planned,
        changes=due.changes,
        arises=True if plan.topics else None,
        why="" if plan.topics else "kế hoạch chưa nêu chủ đề nào",
    )
    return replace(whole, parts=tuple(_of_topic(repository, plan, whole, key, topic) for topic in plan.topics))


def _of_topic(repository: Repository, plan: Plan, whole: Expected, key: ActivityKey, topic: Topic) -> Expected:
    return replace(
        whole,
        occasion=ActivityTopicKey(plan.id, key.activity, topic.id),
        title=topic.name,
        evidence=_evidence(repository, topic.key_in(plan)),
        clause=topic.clause,
        place=topic.where("id"),
    )


def _dates(repository: Repository, plan: Plan, term: Term, activity: Activity | None) -> Dates:
    """Return when the topics are due: at the plan's end, or at the end that an adjustment gave the activity."""
    spans = periods(repository, plan, activity) if activity else ()
    ends = [plan.ends_on, *(span.ends_on for span in spans[1:])]
    return moved(spans, [count(term, end, repository.calendar, NOT_DATED) for end in ends])


def _evidence(repository: Repository, topic: TopicKey) -> Evidence | None:
    for observed in repository.observations:
        if observed.topic == topic:
            report = observed.report
            place = report.where("observed_on" if isinstance(report, Observation) else "topics")
            return or_earlier(Evidence(place, observed.on), broken_observation(repository, topic))
    for visit in repository.reports_of(VisitReport):
        if topic in visit.topics:  # else it had been observed
            return Evidence(visit.where("topics"), None, "chưa rõ ngày sinh hoạt")
    return of_mark(broken_observation(repository, topic))


def _wanted(repository: Repository, item: Obligation) -> Wanted | None:
    """Return the observation of a topic that has none."""
    key = item.key.occasion
    if not isinstance(key, ActivityTopicKey):
        return None
    known = {"topic": TopicKey(key.plan, key.topic), "observed_on": None, "author": None}
    return new_report(repository, Observation, key.topic, known, f"Giám sát thường xuyên: {item.title}", day="ngày")


DUTY = Duty(
    "giám sát thường xuyên",
    find,
    about=ABOUT,
    anchors=(Anchor.plan_end,),
    roles=(BodyRole.standing,),
    scopes=(),
    parts="chủ đề",
    wanted=_wanted,
)
