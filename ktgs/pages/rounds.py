"""All rounds of all plans with how far they are; the topics of regular supervision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.addresses.clauses import Link, links
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Subject
from ktgs.pages._calendar import Round, rounds
from ktgs.pages._naming import of_report
from ktgs.pages._unread import unread_of_round
from ktgs.pages._wholes import wholes
from ktgs.records.plan import Plan, Topic
from ktgs.repository.periods import Period


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round: its units chosen and sessions held, and the obligations for it as a whole, by the duty's slug."""

    round: Round
    clauses: tuple[Link, ...]
    unread: tuple[Place, ...]
    chosen: int
    held: int
    wholes: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with its observations; `item` is None where the plan does not have the duty."""

    topic: Topic
    clauses: tuple[Link, ...]
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
    yield RoundsPage(addresses.ROUNDS, "Đợt kiểm tra, giám sát", tuple(_plan(facts, plan) for plan in plans))


def _plan(facts: Facts, plan: Plan) -> PlanRounds:
    every = [each for each in rounds(facts.repository) if each.plan is plan]
    return PlanRounds(
        Subject("plan", plan.id, f"Kế hoạch {plan.label}"),
        tuple(_row(facts, each) for each in sorted(every, key=lambda each: _start(each.period))),
        tuple(_topic(facts, plan, topic) for topic in plan.topics),
    )


def _start(period: Period) -> tuple[bool, str]:
    return period.starts_on is None, str(period.starts_on)


def _row(facts: Facts, each: Round) -> RoundRow:
    engagements = facts.repository.engagements_of(each.plan, each.activity.id)
    held = sum(found.engagement.held_on is not None for found in engagements)
    clauses = links(each.plan, (each.activity.clause,))
    unread = unread_of_round(facts.repository, each.plan, each.activity.id)
    return RoundRow(each, clauses, unread, len(engagements), held, wholes(facts, each.plan, each.activity))


def _topic(facts: Facts, plan: Plan, topic: Topic) -> TopicRow:
    repository = facts.repository
    items = facts.by_duty.get((plan.id, "giam-sat-thuong-xuyen"), ())
    item = next((item for item in items if item.id.endswith(f"/{topic.id}")), None)
    reports = dict.fromkeys(
        report.id for owner, seen, _, report in repository.observations if (owner, seen) == (plan.id, topic.id)
    )
    seen_in = tuple(of_report(repository, repository.reports[found]) for found in reports)
    return TopicRow(topic, links(plan, (topic.clause,)), item, seen_in)
