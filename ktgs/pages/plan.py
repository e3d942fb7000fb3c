"""A plan as a paper, with the state of each clause beside its text; its terms, adjustments and sub-plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.addresses.clauses import Link, Section, heading_of, links, sections
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, slug, vi_date
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Subject
from ktgs.pages._calendar import Round, rounds
from ktgs.pages._naming import of_person, of_unit
from ktgs.pages._obligations import StateCount, state_counts
from ktgs.pages._terms import term_words
from ktgs.pages._wholes import wholes
from ktgs.records.adjustment import ALL, Adjustment
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan, Term, Topic
from ktgs.records.values import month_in
from ktgs.repository.index import Repository

Items = tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class DutyState:
    """A duty under a clause: how many of its obligations are in which state, and by the state's name where they are."""

    subject: Subject
    basis: str
    counts: tuple[StateCount, ...]
    urls: Mapping[str, str]
    is_private: bool  # listed only once done


@dataclass(frozen=True, slots=True)
class ActivityState:
    """An activity under a clause, with what is owed for it as a whole."""

    round: Round
    wholes: Items


@dataclass(frozen=True, slots=True)
class TopicState:
    """A topic of regular supervision under a clause; `item` is None where the plan does not have the duty."""

    topic: Topic
    item: Obligation | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a clause."""

    clause: str
    duties: tuple[DutyState, ...]
    activities: tuple[ActivityState, ...]
    topics: tuple[TopicState, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text with what stands beside it, None where nothing does."""

    section: Section
    heading_level: int
    beside: Beside | None


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term: its duty, clauses, rule, whose reading it is, and how it stands."""

    term: Term
    clauses: tuple[Link, ...]
    words: str
    assignable: str
    state: DutyState


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """An adjustment: what it does to what, within which scope."""

    adjustment: Adjustment
    about: Subject
    scope: tuple[Subject, ...]
    change: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan. `others`: clauses that have a term or an activity but no heading in the text."""

    url: str
    title: str
    plan: Plan
    organization: Organization
    issued_words: str
    clauses: tuple[Clause, ...]
    others: tuple[Beside, ...]
    terms: tuple[TermRow, ...]
    adjustments: tuple[AdjustmentRow, ...]
    parent: Subject | None
    sub_plans: tuple[Subject, ...]
    other_plans: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[PlanPage]:
    """Yield a page for each plan."""
    for plan in facts.repository.plans.values():
        yield _page(facts, plan)


def _page(facts: Facts, plan: Plan) -> PlanPage:
    plans = facts.repository.plans
    beside = _all_beside(facts, plan)
    parts = sections(plan)
    known = {section.clause for section in parts}
    parent = plans.get(plan.parent_plan) if plan.parent_plan else None
    children = [other for other in plans.values() if other.parent_plan == plan.id]
    return PlanPage(
        addresses.plan(plan.id),
        f"Kế hoạch {plan.label}" if plan.document_number else plan.label,
        plan,
        facts.repository.organization,
        f"ngày {plan.issued_on:%d} tháng {plan.issued_on:%m} năm {plan.issued_on.year}",
        tuple(Clause(section, min(section.level + 1, 6), beside.get(section.clause)) for section in parts),
        tuple(found for clause, found in sorted(beside.items()) if clause not in known),
        tuple(_term_row(facts, plan, term) for term in plan.terms),
        tuple(_adjustment_row(facts.repository, plan, found) for found in facts.repository.adjustments_of(plan)),
        _subject(parent) if parent else None,
        tuple(map(_subject, children)),
        tuple(_subject(other) for other in plans.values() if other not in (plan, parent, *children)),
    )


def _subject(plan: Plan) -> Subject:
    return Subject("plan", plan.id, f"{plan.label}: {plan.subject_line}" if plan.document_number else plan.label)


# -- beside the text ---------------------------------------------------------------------------------------------------


def _all_beside(facts: Facts, plan: Plan) -> dict[str, Beside]:
    """Return what stands beside each clause: beside the nearest heading where the clause itself has none."""
    every = tuple(each for each in rounds(facts.repository) if each.plan is plan)
    clauses = [
        *(clause for term in plan.terms for clause in term.clauses),
        *(each.activity.clause for each in every),
        *(topic.clause for topic in plan.topics),
    ]
    headings = {clause: heading_of(plan, clause) or clause for clause in clauses}
    found = {}
    for heading in dict.fromkeys(headings.values()):
        terms = [term for term in plan.terms if heading in {headings[clause] for clause in term.clauses}]
        below = [each for each in every if _is_under(each.activity.clause, heading)]
        found[heading] = Beside(
            heading,
            tuple(_duty_state(facts, plan, term) for term in terms if not (below and _is_of_rounds(facts, plan, term))),
            tuple(_activity_state(facts, each, heading, terms) for each in below),
            tuple(_topic_state(facts, plan, topic) for topic in plan.topics if headings[topic.clause] == heading),
        )
    return found


def _is_under(clause: str, heading: str) -> bool:
    return clause == heading or clause.startswith(f"{heading}.")


def _is_of_rounds(facts: Facts, plan: Plan, term: Term) -> bool:
    """Return whether a duty is owed round by round, so that the rounds of a clause tell how it stands there."""
    return any(item.activity for item in facts.by_duty.get((plan.id, slug(term.duty)), ()))


def _duty_state(facts: Facts, plan: Plan, term: Term) -> DutyState:
    name = slug(term.duty)
    items = [item for item in facts.by_duty.get((plan.id, name), ()) if not item.parts]
    subject = Subject("duty", name, first_upper(term.duty))
    is_private = any(item.duty.private_until_done for item in items)
    counts = state_counts(items)
    urls = {found.state.name: addresses.state_of_duty(found.state, name) for found in counts}
    return DutyState(subject, str(term.basis), counts, urls, is_private)


def _activity_state(facts: Facts, each: Round, heading: str, terms: list[Term]) -> ActivityState:
    """Return what is owed for a round: all of it at its own clause, what a clause above speaks of at that clause."""
    found = wholes(facts, each.plan, each.activity)
    is_own = (heading_of(each.plan, each.activity.clause) or each.activity.clause) == heading
    duties = {slug(term.duty) for term in terms}
    return ActivityState(each, tuple(item for item in found if is_own or item.duty.slug in duties))


def _topic_state(facts: Facts, plan: Plan, topic: Topic) -> TopicState:
    items = facts.by_duty.get((plan.id, "giam-sat-thuong-xuyen"), ())
    return TopicState(topic, next((item for item in items if item.id.endswith(f"/{topic.id}")), None))


# -- tables ------------------------------------------------------------------------------------------------------------


def _term_row(facts: Facts, plan: Plan, term: Term) -> TermRow:
    bodies = (facts.repository.body(body, body) for body in term.assignable)
    assignable = ", ".join(body.short if body else found for body, found in zip(bodies, term.assignable, strict=True))
    return TermRow(term, links(plan, term.clauses), term_words(term), assignable, _duty_state(facts, plan, term))


def _adjustment_row(repository: Repository, plan: Plan, found: Adjustment) -> AdjustmentRow:
    activity = plan.activity(found.activity) if found.activity else None
    if activity:
        about = Subject("activity", f"{plan.id}/{activity.id}", activity.name)
    else:
        about = Subject("duty", slug(found.duty or ""), first_upper(found.duty or found.activity or ""))
    scope = (
        *(of_unit(repository, unit) for unit in found.units if found.units != ALL),
        *(of_person(repository, person) for person in found.people if found.people != ALL),
        *(_period(plan, text) for text in found.periods if found.periods != ALL),
    )
    return AdjustmentRow(found, about, scope, _change(found))


def _period(plan: Plan, text: str) -> Subject:
    activity, month = plan.activity(text), month_in(text)
    if activity:
        return Subject("activity", f"{plan.id}/{activity.id}", activity.name)
    return Subject("month", str(month), f"tháng {month.label}") if month else Subject("", text, text)


def _change(found: Adjustment) -> str:
    if found.undated:
        return "chưa ấn định thời gian mới"
    if found.new_month:
        return f"sang tháng {found.new_month.label}"
    if found.new_due:
        return f"hạn mới {vi_date(found.new_due)}"
    parts = ((found.new_start, "từ"), (found.new_end, "đến"))
    return " ".join(f"{word} {vi_date(day)}" for day, word in parts if day)
