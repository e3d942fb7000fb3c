"""Every obligation of a duty in one month or activity: due, counted how, done when, and where all that is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.addresses.clauses import Link, links
from ktgs.facts.facts import Facts
from ktgs.language.days import Deadline
from ktgs.language.diagnostics import Place
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Subject
from ktgs.pages._obligations import Line, StateCount, due_key, line, period_name, state_counts
from ktgs.records.plan import Term


@dataclass(frozen=True, slots=True)
class OtherPeriod:
    """Another month or activity of the duty, and where its obligations are."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An obligation with its anchor. `about`: what for, as far as the page's title does not say it.

    `place`: where it comes from, only where that is not its group's.
    """

    line: Line
    about: str
    anchor: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Group:
    """Obligations that are due on one day, counted in one way. `first` gives the day, `place` where the rule stands.

    `tells_about`: any of its entries has something to say beside who owes it.
    """

    first: Obligation
    place: Place
    tells_about: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """An obligation that is judged by its parts."""

    line: Line
    anchor: str
    parts: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class DutyPeriodPage:
    """A duty's obligations of one month or activity of a plan."""

    url: str
    title: str
    period: Subject
    plan: Subject
    rule_url: str
    periods_url: str
    clauses: tuple[Link, ...]
    by: str
    counts: tuple[StateCount, ...]
    wholes: tuple[Whole, ...]
    groups: tuple[Group, ...]
    others: tuple[OtherPeriod, ...]


def pages(facts: Facts) -> Iterator[DutyPeriodPage]:
    """Yield a page for each plan, duty and period."""
    for (_, slug), items in facts.by_duty.items():
        periods: dict[str, list[Obligation]] = {}
        for item in items:
            periods.setdefault(item.period, []).append(item)
        others = tuple(
            OtherPeriod(period_name(mine[0]), addresses.obligations(mine[0].plan.id, slug, period))
            for period, mine in sorted(periods.items())
        )
        for mine in periods.values():
            yield _page(facts, mine, others)


def _page(facts: Facts, items: list[Obligation], others: tuple[OtherPeriod, ...]) -> DutyPeriodPage:
    first = items[0]
    plan, duty = first.plan, first.duty
    url = addresses.obligations(plan.id, duty.slug, first.period)
    term = plan.term(duty.name)
    name = period_name(first)
    return DutyPeriodPage(
        url,
        f"{first_upper(duty.name)}, {name}",
        Subject("activity", f"{plan.id}/{first.period}", name) if plan.activity(first.period) else _month(first, name),
        Subject("plan", plan.id, plan.label),
        addresses.duty(duty.slug),
        addresses.periods(plan.id, duty.slug),
        links(plan, term.clauses) if term else (),
        _by(term),
        state_counts(item for item in items if not item.parts),
        tuple(_whole(facts, item) for item in items if item.parts),
        tuple(_groups(facts, [item for item in items if not item.parts])),
        tuple(other for other in others if other.url != url),
    )


def _month(item: Obligation, name: str) -> Subject:
    return Subject("month", item.period, name)


def _by(term: Term | None) -> str:
    return str(term.basis) if term else ""


def _whole(facts: Facts, item: Obligation) -> Whole:
    parts = (facts.by_id[part] for part in item.parts if part in facts.by_id)
    return Whole(line(facts.repository, item), addresses.anchor(item.id), tuple(_part(facts, part) for part in parts))


def _part(facts: Facts, item: Obligation) -> Subject:
    return Subject("obligation", item.id, line(facts.repository, item).label)


def _about(found: Line) -> str:
    """Return what an obligation is for, without the period that the whole page is about."""
    period = period_name(found.item)
    is_said = found.item.occasion.endswith(period) or found.label.startswith(period)
    return found.label.partition(period)[2].lstrip(", ") if is_said else found.label


def _groups(facts: Facts, items: list[Obligation]) -> Iterator[Group]:
    found: dict[Deadline, list[Obligation]] = {}
    for item in sorted(items, key=due_key):
        found.setdefault(item.deadline, []).append(item)
    for mine in found.values():
        place = mine[0].place
        lines = (line(facts.repository, item) for item in mine)
        entries = tuple(
            Entry(
                each,
                _about(each),
                addresses.anchor(each.item.id),
                each.item.place if each.item.place != place else None,
            )
            for each in lines
        )
        yield Group(mine[0], place, any(entry.about for entry in entries), entries)
