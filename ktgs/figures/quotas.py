"""Quotas of a plan: rounds of inspection, units in each thematic supervision, topics of regular supervision."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.figures._counting import number, of_engagement, plain
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Cell, Figure, Row, Subject, Table
from ktgs.records.plan import Activity, ActivityKind, Plan
from ktgs.repository.index import Repository

ABOUT = """Chỉ tiêu do kế hoạch nêu: số đợt kiểm tra trong năm, số đơn vị của mỗi cuộc giám sát chuyên đề, số
chủ đề giám sát thường xuyên. Đợt kiểm tra được tính khi việc “tiến hành đợt” đã xong; đơn vị được tính khi cuộc
có `ngày tiến hành`; chủ đề được tính khi có ít nhất một lần theo dõi ghi ngày."""


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield one table a plan."""
    done = {(item.plan.id, item.activity) for item in obligations if item.duty.slug == "tien-hanh-dot" and item.done_on}
    for plan in repository.plans.values():
        rows = [*_rounds(plan, done), *_engagements(repository, plan), *_topics(repository, plan)]
        if rows:
            yield Table(f"Chỉ tiêu của kế hoạch {plan.label}", "Nội dung", ("Chỉ tiêu", "Đã thực hiện"), tuple(rows))


def _rounds(plan: Plan, done: set[tuple[str, str | None]]) -> Iterator[Row]:
    rounds = [activity for activity in plan.activities if activity.kind is ActivityKind.inspection]
    if rounds:
        finished = number(_of_activity(plan, activity) for activity in rounds if (plan.id, activity.id) in done)
        yield Row(plain("Số đợt kiểm tra"), (number(_of_activity(plan, activity) for activity in rounds), finished))


def _of_activity(plan: Plan, activity: Activity) -> Subject:
    return Subject("activity", f"{plan.id}/{activity.id}", activity.name)


def _engagements(repository: Repository, plan: Plan) -> Iterator[Row]:
    for activity in plan.activities:
        if activity.quota and activity.is_round:
            held = [found for found in repository.engagements_of(plan, activity.id) if found.engagement.held_on]
            cells = (Cell(activity.quota), number(of_engagement(repository, found) for found in held))
            yield Row(_of_activity(plan, activity), cells)


def _topics(repository: Repository, plan: Plan) -> Iterator[Row]:
    if not plan.topics:
        return
    seen = {topic for owner, topic, _, _ in repository.observations if owner == plan.id}
    observed = [
        Subject("obligation", f"{plan.id}/giam-sat-thuong-xuyen/{_whole(plan)}/{topic.id}", topic.name)
        for topic in plan.topics
        if topic.id in seen
    ]
    yield Row(plain("Số chủ đề giám sát thường xuyên"), (Cell(len(plan.topics)), number(observed)))


def _whole(plan: Plan) -> str:
    kind = ActivityKind.regular_supervision
    return next((activity.id for activity in plan.activities if activity.kind is kind), "chung")


FIGURE = Figure("chỉ tiêu", compute, ABOUT)
