"""A plan as a paper, with the state of each clause beside its text; its terms, adjustments and sub-plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.clauses import Section, clause_anchor, clause_links, heading_of, sections
from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, slug
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, ToClause, ToDuty, ToPlan, ToStateOfDuty
from ktgs.pages._adjustments import AdjustmentRow, adjustment_row
from ktgs.pages._axes import MonthStrip, year_strip
from ktgs.pages._calendar import RoundPeriod, round_periods
from ktgs.pages._obligations import Line, StateCount, line, state_counts
from ktgs.pages._terms import term_words
from ktgs.pages._topics import topic_obligation
from ktgs.pages._unlisted import leaves_out, sent_note
from ktgs.pages._wholes import wholes
from ktgs.records.organization import Organization
from ktgs.records.plan import Plan, Term, Topic
from ktgs.repository.naming import body


def address(_: Facts, target: ToPlan) -> str:
    """Return the address of a plan's page."""
    return f"ke-hoach/{target.plan}.html"


def _clause_address(facts: Facts, target: ToClause) -> str | None:
    plan = facts.repository.plans.get(target.plan)
    if plan is None:
        return None
    anchor = clause_anchor(plan, target.clause)
    return f"{address(facts, ToPlan(plan.id))}#{anchor}" if anchor else address(facts, ToPlan(plan.id))


def _what_matters_most(facts: Facts) -> ToPlan | None:
    """Return the plan that the menu leads to: the latest in force, else the latest."""
    plans = sorted(facts.repository.plans.values(), key=lambda plan: (plan.issued_on, plan.id))
    current = [plan for plan in plans if plan.in_force(facts.today)] or plans
    return ToPlan(current[-1].id) if current else None


ADDRESSES = {ToPlan: address, ToClause: _clause_address}
MENU = MenuEntry("Kế hoạch", 50, MenuGroup.main, target=_what_matters_most)
Items = tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class DutyState:
    """A duty under a clause: how many of its obligations are in which state, and where those are."""

    subject: Subject
    basis: str
    counts: tuple[tuple[StateCount, ToStateOfDuty], ...]
    note: str  # what the counts leave out


@dataclass(frozen=True, slots=True)
class RoundState:
    """An activity under a clause, with what is owed for it as a whole."""

    round: RoundPeriod
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
    activities: tuple[RoundState, ...]
    topics: tuple[TopicState, ...]


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A part of the text with what stands beside it, None where nothing does."""

    section: Section
    heading_level: int
    beside: Beside | None


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term: its duty, clauses, rule, whose reading it is, and how it stands."""

    term: Term
    clauses: tuple[Subject, ...]
    words: str
    assignable: str
    state: DutyState


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan. `others`: clauses that have a term or an activity but no heading in the text.

    `carried_over`: what is still open of the plan before.
    """

    url: str
    title: str
    plan: Plan
    organization: Organization
    issued_words: str
    clauses: tuple[ClauseText, ...]
    others: tuple[Beside, ...]
    year: tuple[MonthStrip, ...]
    terms: tuple[TermRow, ...]
    adjustments: tuple[AdjustmentRow, ...]
    carried_over: tuple[Line, ...]
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
    title = f"Kế hoạch {plan.label}" if plan.document_number else plan.label
    return PlanPage(
        url=address(facts, ToPlan(plan.id)),
        title=title,
        plan=plan,
        organization=facts.repository.organization,
        issued_words=f"ngày {plan.issued_on:%d} tháng {plan.issued_on:%m} năm {plan.issued_on.year}",
        clauses=tuple(ClauseText(part, min(part.level + 1, 6), beside.get(part.clause)) for part in parts),
        others=tuple(told for clause, told in sorted(beside.items()) if clause not in known),
        year=year_strip(facts, plan),
        terms=tuple(_term_row(facts, plan, term) for term in plan.terms),
        adjustments=tuple(adjustment_row(facts.repository, plan, a) for a in facts.repository.adjustments_of(plan)),
        carried_over=tuple(line(facts.repository, item) for item in facts.carried_over(plan)),
        parent=_subject(parent) if parent else None,
        sub_plans=tuple(map(_subject, children)),
        other_plans=tuple(_subject(other) for other in plans.values() if other not in (plan, parent, *children)),
    )


def _subject(plan: Plan) -> Subject:
    return Subject(f"{plan.label}: {plan.subject_line}" if plan.document_number else plan.label, ToPlan(plan.id))


# -- beside the text ---------------------------------------------------------------------------------------------------


def _all_beside(facts: Facts, plan: Plan) -> dict[str, Beside]:
    """Return what stands beside each clause: beside the nearest heading where the clause itself has none."""
    rounds = tuple(of for of in round_periods(facts.repository) if of.plan is plan)
    clauses = [
        *(clause for term in plan.terms for clause in term.clauses),
        *(of.activity.clause for of in rounds),
        *(topic.clause for topic in plan.topics),
    ]
    headings = {clause: heading_of(plan, clause) or clause for clause in clauses}
    beside = {}
    for heading in dict.fromkeys(headings.values()):
        terms = [term for term in plan.terms if heading in {headings[clause] for clause in term.clauses}]
        below = [of for of in rounds if _is_under(of.activity.clause, heading)]
        beside[heading] = Beside(
            heading,
            tuple(_duty_state(facts, plan, term) for term in terms if not (below and _is_of_rounds(facts, plan, term))),
            tuple(_round_state(facts, of, heading, terms) for of in below),
            tuple(_topic_state(facts, plan, topic) for topic in plan.topics if headings[topic.clause] == heading),
        )
    return beside


def _is_under(clause: str, heading: str) -> bool:
    return clause == heading or clause.startswith(f"{heading}.")


def _is_of_rounds(facts: Facts, plan: Plan, term: Term) -> bool:
    """Return whether a duty is owed round by round, so that the rounds of a clause tell how it stands there."""
    return any(item.activity for item in facts.by_duty.get((plan.id, slug(term.duty)), ()))


def _duty_state(facts: Facts, plan: Plan, term: Term) -> DutyState:
    name = slug(term.duty)
    items = [item for item in facts.by_duty.get((plan.id, name), ()) if not item.parts]
    subject = Subject(first_upper(term.duty), ToDuty(name))
    counts = tuple((counted, ToStateOfDuty(counted.state, name)) for counted in state_counts(items))
    note = sent_note(facts, plan, len(items)) if items and leaves_out(facts, items[0].duty) else ""
    return DutyState(subject, str(term.basis), counts, note)


def _round_state(facts: Facts, of: RoundPeriod, heading: str, terms: list[Term]) -> RoundState:
    """Return what is owed for a round: all of it at its own clause, what a clause above speaks of at that clause."""
    owed = wholes(facts, of.plan, of.activity)
    is_own = (heading_of(of.plan, of.activity.clause) or of.activity.clause) == heading
    names = {slug(term.duty) for term in terms}
    return RoundState(of, tuple(item for item in owed if is_own or item.duty.slug in names))


def _topic_state(facts: Facts, plan: Plan, topic: Topic) -> TopicState:
    return TopicState(topic, topic_obligation(facts, plan, topic))


# -- tables ------------------------------------------------------------------------------------------------------------


def _term_row(facts: Facts, plan: Plan, term: Term) -> TermRow:
    bodies = ((body(facts.repository, body_id), body_id) for body_id in term.assignable)
    short = ", ".join(known.short if known else body_id for known, body_id in bodies)
    return TermRow(
        term=term,
        clauses=clause_links(plan, term.clauses),
        words=term_words(term),
        assignable=f"{term.assignable_as} thuộc {short}" if short else "",
        state=_duty_state(facts, plan, term),
    )
