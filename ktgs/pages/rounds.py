"""All rounds of all plans with how far they are; the topics of regular supervision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.clauses import clause_links
from ktgs.addresses.declaring import MenuEntry
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, ToPlan
from ktgs.pages._calendar import RoundPeriod, round_periods
from ktgs.pages._subjects import report_subject
from ktgs.pages._topics import topic_obligation
from ktgs.pages._wholes import wholes
from ktgs.records.plan import Plan, Topic
from ktgs.records.team import Team
from ktgs.repository.marks import broken_for_activity
from ktgs.repository.periods import Period

ADDRESS = "dot/index.html"
MENU = MenuEntry("Đợt kiểm tra, giám sát", 20)


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round: its units chosen and sessions held, and the obligations for it as a whole."""

    round: RoundPeriod
    clauses: tuple[Subject, ...]
    unread: tuple[Place, ...]
    chosen: int
    held: int
    wholes: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with its observations; `item` is None where the plan does not have the duty."""

    topic: Topic
    clauses: tuple[Subject, ...]
    item: Obligation | None
    reports: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class PlanRounds:
    """The rounds and topics of one plan."""

    plan: Subject
    rounds: tuple[RoundRow, ...]
    topics: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """The index of rounds, the latest plan first."""

    url: str
    title: str
    plans: tuple[PlanRounds, ...]


def pages(facts: Facts) -> Iterator[RoundsPage]:
    """Yield the one page."""
    plans = sorted(facts.repository.plans.values(), key=lambda plan: (plan.starts_on, plan.id), reverse=True)
    yield RoundsPage(ADDRESS, "Đợt kiểm tra, giám sát", tuple(_plan(facts, plan) for plan in plans))


def _plan(facts: Facts, plan: Plan) -> PlanRounds:
    rounds = [of for of in round_periods(facts.repository) if of.plan is plan]
    return PlanRounds(
        Subject(f"Kế hoạch {plan.label}", ToPlan(plan.id)),
        tuple(_row(facts, of) for of in sorted(rounds, key=lambda of: _start(of.period))),
        tuple(_topic(facts, plan, topic) for topic in plan.topics),
    )


def _start(period: Period) -> tuple[bool, str]:
    return period.starts_on is None, str(period.starts_on)


def _row(facts: Facts, of: RoundPeriod) -> RoundRow:
    key = of.activity.key_in(of.plan)
    engagements = facts.repository.engagements_by_activity.get(key, ())
    return RoundRow(
        round=of,
        clauses=clause_links(of.plan, (of.activity.clause,)),
        unread=tuple(mark.place for mark in broken_for_activity(facts.repository, Team, key)),
        chosen=len(engagements),
        held=sum(engagement.engagement.held_on is not None for engagement in engagements),
        wholes=wholes(facts, of.plan, of.activity),
    )


def _topic(facts: Facts, plan: Plan, topic: Topic) -> TopicRow:
    repository = facts.repository
    key = topic.key_in(plan)
    reports = dict.fromkeys(observed.report.id for observed in repository.observations if observed.topic == key)
    seen_in = tuple(report_subject(repository, repository.reports[report]) for report in reports)
    return TopicRow(topic, clause_links(plan, (topic.clause,)), topic_obligation(facts, plan, topic), seen_in)
