"""Quotas of a plan: rounds of inspection, units in each thematic supervision, topics of regular supervision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.duties.regular_supervision import DUTY as REGULAR_SUPERVISION
from ktgs.duties.round_held import DUTY as ROUND_HELD
from ktgs.figures._counting import engagement_subject
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Table, number
from ktgs.obligations.targets import Subject
from ktgs.records.keys import ActivityTopicKey, TopicKey
from ktgs.records.plan import Activity, ActivityKind, Plan
from ktgs.repository.repository import Repository

ABOUT = """Chỉ tiêu do kế hoạch nêu: số đợt kiểm tra trong năm, số đơn vị của mỗi cuộc giám sát chuyên đề, số
chủ đề giám sát thường xuyên. Đợt kiểm tra được tính khi việc “tiến hành đợt” đã xong; đơn vị được tính khi cuộc
có `ngày tiến hành`; chủ đề được tính khi có ít nhất một lần theo dõi ghi ngày."""


@dataclass(frozen=True, slots=True)
class Quota:
    """Something that a plan asks a number of; `asked` and `done` are what counts, `number` is how many are asked."""

    subject: Subject
    number: int
    asked: tuple[Subject, ...]
    done: tuple[Subject, ...]


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Mapping[str, tuple[Quota, ...]]:
    """Return the quotas of each plan."""
    return {plan.id: tuple(_of_plan(repository, plan, obligations)) for plan in repository.plans.values()}


def _of_plan(repository: Repository, plan: Plan, obligations: tuple[Obligation, ...]) -> Iterator[Quota]:
    of_plan = [item for item in obligations if item.plan.id == plan.id]
    yield from _rounds(plan, of_plan)
    yield from _engagements(repository, plan)
    yield from _topics(repository, plan, of_plan)


def _subject(plan: Plan, activity: Activity) -> Subject:
    return Subject(activity.name, activity.key_in(plan))


def _rounds(plan: Plan, obligations: list[Obligation]) -> Iterator[Quota]:
    done = {item.activity for item in obligations if item.duty.slug == ROUND_HELD.slug and item.done_on}
    rounds = [activity for activity in plan.activities if activity.kind is ActivityKind.inspection]
    if rounds:
        asked = tuple(_subject(plan, activity) for activity in rounds)
        done_rounds = tuple(subject for subject in asked if subject.target in done)
        yield Quota(Subject("Số đợt kiểm tra"), number=len(asked), asked=asked, done=done_rounds)


def _engagements(repository: Repository, plan: Plan) -> Iterator[Quota]:
    for activity in plan.activities:
        if activity.quota and activity.is_round:
            engagements = repository.engagements_by_activity.get(activity.key_in(plan), ())
            sessions = tuple(engagement_subject(repository, e) for e in engagements if e.engagement.held_on)
            yield Quota(_subject(plan, activity), number=activity.quota, asked=(), done=sessions)


def _topics(repository: Repository, plan: Plan, obligations: list[Obligation]) -> Iterator[Quota]:
    if not plan.topics:
        return
    seen = {observed.topic for observed in repository.observations}
    owed = {
        TopicKey(plan.id, item.key.occasion.topic): Subject(item.title, item.key)
        for item in obligations
        if item.duty.slug == REGULAR_SUPERVISION.slug and isinstance(item.key.occasion, ActivityTopicKey)
    }
    subjects = {topic.key_in(plan): Subject(topic.name) for topic in plan.topics} | owed
    observed = tuple(subject for key, subject in subjects.items() if key in seen)
    yield Quota(Subject("Số chủ đề giám sát thường xuyên"), number=len(plan.topics), asked=(), done=observed)


def tables(repository: Repository, plans: Mapping[str, tuple[Quota, ...]]) -> Iterator[Table]:
    """Yield one table a plan that asks for something."""
    for plan, quotas in plans.items():
        rows = tuple(Row(quota.subject, (Cell(quota.number, quota.asked), number(quota.done))) for quota in quotas)
        if rows:
            title = f"Chỉ tiêu của kế hoạch {repository.plans[plan].label}"
            yield Table(title, of="Nội dung", columns=("Chỉ tiêu", "Đã thực hiện"), rows=rows)


FIGURE = Figure("chỉ tiêu", compute, tables, ABOUT)
