"""How a duty counts: its explanation with examples, the plans that have it with their terms, its obligations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.addresses.clauses import Link, links
from ktgs.facts.facts import Facts, duties
from ktgs.language.diagnostics import Place
from ktgs.language.vocabulary import declared
from ktgs.obligations.obligation import Duty, State
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_plan
from ktgs.pages._terms import term_words
from ktgs.records.plan import Term


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of a term with its value, as the plan's file has them."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class PlanTerm:
    """A plan's term of the duty: how it counts in words, whose reading that is, its keys as written."""

    plan: Subject
    clauses: tuple[Link, ...]
    words: str
    basis: str
    settings: tuple[Setting, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many of the duty's obligations are in a state."""

    state: State
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """One duty. `needs_term`: only plans with a term of it have it."""

    url: str
    title: str
    about: str
    needs_term: bool
    is_listed_when_done: bool
    terms: tuple[PlanTerm, ...]
    states: tuple[StateCount, ...]


def pages(facts: Facts) -> Iterator[RulePage]:
    """Yield a page for every duty, in order of file."""
    for duty in duties():
        yield _page(facts, duty)


def _page(facts: Facts, duty: Duty) -> RulePage:
    counted = [item for item in facts.counted if item.duty is duty]
    states = ((state, sum(item.state is state for item in counted)) for state in State)
    return RulePage(
        url=addresses.duty(duty.slug),
        title=f"Cách tính: {duty.name}",
        about=duty.about,
        needs_term=duty.needs_term,
        is_listed_when_done=duty.private_until_done,
        terms=tuple(_terms(facts, duty)),
        states=tuple(
            StateCount(state, count, addresses.state_of_duty(state, duty.slug)) for state, count in states if count
        ),
    )


def _terms(facts: Facts, duty: Duty) -> Iterator[PlanTerm]:
    for plan in facts.repository.plans.values():
        if term := plan.term(duty.name):
            said, clauses = tuple(_settings(term)), links(plan, term.clauses)
            yield PlanTerm(of_plan(plan), clauses, term_words(term), str(term.basis), said, term.where("duty"))


def _settings(term: Term) -> Iterator[Setting]:
    """Yield the keys that the plan's file gives the term, in the order of the specification."""
    for name, info in Term.model_fields.items():
        key = str(info.alias)
        if declared(info).public and key in term.places.entries:
            value = getattr(term, name)
            yield Setting(key, ", ".join(map(str, value)) if isinstance(value, tuple) else _words(value))


def _words(value: object) -> str:
    return ("có" if value else "không") if isinstance(value, bool) else str(value)
