"""An adjustment as pages tell it: what it does to what, and whom it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.language.months import Month
from ktgs.language.text import first_upper, slug
from ktgs.obligations.effects import change_words
from ktgs.obligations.targets import Subject, ToDuty, ToMonth
from ktgs.pages._subjects import activity_subject, person_subject, unit_subject
from ktgs.records.adjustment import ALL, Adjustment, AdjustmentKind
from ktgs.records.keys import DocumentKey, EngagementKey, PeriodKey
from ktgs.records.plan import Plan
from ktgs.repository.naming import period_name, team_name
from ktgs.repository.repository import Repository


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """An adjustment: what it does to what, within which scope."""

    adjustment: Adjustment
    about: Subject
    scope: tuple[Subject, ...]
    change: str


def adjustment_row(repository: Repository, plan: Plan, adjustment: Adjustment) -> AdjustmentRow:
    """Return the adjustment with what it is about and its scope, each leading to its page."""
    activity = plan.activity(adjustment.activity.activity) if adjustment.activity else None
    duty = adjustment.duty or ""
    about = activity_subject(plan, activity) if activity else Subject(first_upper(duty), ToDuty(slug(duty)))
    scope = tuple(_scope(repository, plan, adjustment))
    return AdjustmentRow(adjustment, about, scope, change_words(adjustment))


def _scope(repository: Repository, plan: Plan, adjustment: Adjustment) -> Iterator[Subject]:
    if adjustment.kind is AdjustmentKind.adjustment:
        yield Subject("mọi đơn vị")
        return
    words = (
        (adjustment.units, "mọi đơn vị", lambda unit: unit_subject(repository, unit)),
        (adjustment.teams, "mọi đoàn kiểm tra", lambda key: Subject(team_name(repository, key), key)),
        (adjustment.people, "mọi cán bộ", lambda person: person_subject(repository, person)),
        (adjustment.periods, "mọi kỳ", lambda period: _period(plan, period)),
        (adjustment.documents, "", lambda key: _document(repository, key)),
    )
    for named, every, subject in words:
        yield from [Subject(every)] if named == ALL else map(subject, named)


def _period(plan: Plan, period: PeriodKey) -> Subject:
    name = period_name(plan, period)
    return Subject(name, ToMonth(period) if isinstance(period, Month) else period)


def _document(repository: Repository, key: DocumentKey) -> Subject:
    """Return a document that a team asked for; it leads to the session for which it is."""
    engagement_key = EngagementKey(key.plan, key.team, key.engagement)
    engaged = repository.engagements.get(engagement_key)
    documents = engaged.engagement.documents if engaged else ()
    name = next((document.name for document in documents if document.id == key.document), key.document)
    return Subject(f"tài liệu “{name}”", engagement_key)
