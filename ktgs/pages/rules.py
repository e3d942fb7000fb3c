"""The index of how everything counts: duties with their terms, figures, kinds of problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.clauses import clause_links
from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts, duties, figures
from ktgs.language.text import fold
from ktgs.obligations.obligation import Duty
from ktgs.obligations.targets import Subject, ToDuty, ToFigure
from ktgs.pages._subjects import plan_subject
from ktgs.pages._terms import term_words

ADDRESS = "cach-tinh/index.html"
MENU = MenuEntry("Cách tính", 30, MenuGroup.data)


@dataclass(frozen=True, slots=True)
class TermLine:
    """A plan's term of a duty: its clauses, how it counts, whose reading that is."""

    plan: Subject
    clauses: tuple[Subject, ...]
    words: str
    basis: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A duty or a figure with the first paragraph of its explanation."""

    subject: Subject
    about: str
    terms: tuple[TermLine, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The one page."""

    url: str
    title: str
    duties: tuple[Rule, ...]
    figures: tuple[Rule, ...]


def pages(facts: Facts) -> Iterator[RulesPage]:
    """Yield the one page."""
    rules = tuple(_rule(facts, duty) for duty in _in_order_of_plans(facts))
    counted = tuple(Rule(Subject(figure.name, ToFigure(figure.slug)), _first(figure.about)) for figure in figures())
    yield RulesPage(ADDRESS, "Cách tính", rules, counted)


def _in_order_of_plans(facts: Facts) -> list[Duty]:
    """Return the duties as the plans list them; those that no plan lists come last."""
    listed = [fold(term.duty) for plan in facts.repository.plans.values() for term in plan.terms]
    place = {name: number for number, name in reversed(list(enumerate(listed)))}
    return sorted(duties(), key=lambda duty: place.get(fold(duty.name), len(listed)))


def _rule(facts: Facts, duty: Duty) -> Rule:
    terms = tuple(
        TermLine(plan_subject(plan), clause_links(plan, term.clauses), term_words(term), str(term.basis))
        for plan in facts.repository.plans.values()
        if (term := plan.term(duty.name))
    )
    return Rule(Subject(duty.name, ToDuty(duty.slug)), _first(duty.about), terms)


def _first(about: str) -> str:
    return about.split("\n\n", maxsplit=1)[0]
