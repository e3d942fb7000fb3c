"""The index of how everything counts: duties with their terms, figures, kinds of problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.addresses.clauses import Link, links
from ktgs.facts.facts import Facts, duties, figures
from ktgs.language.text import fold
from ktgs.obligations.obligation import Duty
from ktgs.obligations.tables import Subject
from ktgs.pages._naming import of_plan
from ktgs.pages._terms import term_words


@dataclass(frozen=True, slots=True)
class TermLine:
    """A plan's term of a duty: its clauses and how it counts."""

    plan: Subject
    clauses: tuple[Link, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A duty or a figure with the first paragraph of its explanation."""

    subject: Subject
    about: str
    terms: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The one page."""

    url: str
    title: str
    duties: tuple[Rule, ...]
    figures: tuple[Rule, ...]
    codes: str


def pages(facts: Facts) -> Iterator[RulesPage]:
    """Yield the one page."""
    rules = tuple(_rule(facts, duty) for duty in _in_order_of_plans(facts))
    counted = tuple(
        Rule(Subject("figure", figure.slug, figure.name), figure.about.split("\n\n")[0], ()) for figure in figures()
    )
    yield RulesPage(addresses.RULES, "Cách tính", rules, counted, addresses.CODES)


def _in_order_of_plans(facts: Facts) -> list[Duty]:
    """Return the duties as the plans list them; those that no plan lists come last."""
    listed = [fold(term.duty) for plan in facts.repository.plans.values() for term in plan.terms]
    place = {name: number for number, name in reversed(list(enumerate(listed)))}
    return sorted(duties(), key=lambda duty: place.get(fold(duty.name), len(listed)))


def _rule(facts: Facts, duty: Duty) -> Rule:
    plans = facts.repository.plans.values()
    terms = tuple(
        TermLine(of_plan(plan), links(plan, term.clauses), term_words(term))
        for plan in plans
        if (term := plan.term(duty.name))
    )
    return Rule(Subject("duty", duty.slug, duty.name), duty.about.split("\n\n")[0], terms)
