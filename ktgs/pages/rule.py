"""How a duty counts: its explanation with examples, the plans that have it with their terms, its obligations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.clauses import clause_links
from ktgs.facts.facts import Facts, duties
from ktgs.language.diagnostics import Place
from ktgs.language.text import vi_number
from ktgs.obligations.effects import decisions_words
from ktgs.obligations.obligation import Duty
from ktgs.obligations.targets import Subject, ToDuty, ToStateOfDuty
from ktgs.pages._obligations import state_counts
from ktgs.pages._subjects import plan_subject
from ktgs.pages._terms import term_words
from ktgs.records.plan import Term
from ktgs.records.schema import schema


def address(_: Facts, target: ToDuty) -> str:
    """Return the address of the page that explains how a duty counts."""
    return f"cach-tinh/{target.duty}.html"


ADDRESSES = {ToDuty: address}


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of a term with its value, as the plan's file has them."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class PlanTerm:
    """A plan's term of the duty: how it counts in words, whose reading that is, its keys as written."""

    plan: Subject
    clauses: tuple[Subject, ...]
    words: str
    basis: str
    settings: tuple[Setting, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RulePage:
    """One duty, the plans that have it, how many of its obligations are in each state."""

    url: str
    title: str
    duty: Duty
    decisions: str
    terms: tuple[PlanTerm, ...]
    states: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[RulePage]:
    """Yield a page for every duty, in order of file."""
    for duty in duties():
        yield RulePage(
            url=address(facts, ToDuty(duty.slug)),
            title=f"Cách tính: {duty.name}",
            duty=duty,
            decisions=decisions_words(duty),
            terms=tuple(_terms(facts, duty)),
            states=tuple(_states(facts, duty)),
        )


def _states(facts: Facts, duty: Duty) -> Iterator[Subject]:
    """Yield the states that obligations of the duty are in, with how many, each leading to the list of them."""
    for counted in state_counts(item for item in facts.counted if item.duty is duty):
        yield Subject(f"{counted.state}: {vi_number(counted.count)}", ToStateOfDuty(counted.state, duty.slug))


def _terms(facts: Facts, duty: Duty) -> Iterator[PlanTerm]:
    for plan in facts.repository.plans.values():
        if term := plan.term(duty.name):
            yield PlanTerm(
                plan=plan_subject(plan),
                clauses=clause_links(plan, term.clauses),
                words=term_words(term),
                basis=str(term.basis),
                settings=tuple(_settings(term)),
                place=term.where("duty"),
            )


def _settings(term: Term) -> Iterator[Setting]:
    """Yield the keys that the plan's file gives the term, in the order of the specification."""
    for name, field in schema(Term).fields.items():
        if field.is_public and term.gives(name):
            value = getattr(term, name)
            words = ", ".join(map(str, value)) if isinstance(value, tuple) else _words(value)
            yield Setting(term.key_of(name), words)


def _words(value: object) -> str:
    return ("có" if value else "không") if isinstance(value, bool) else str(value)
