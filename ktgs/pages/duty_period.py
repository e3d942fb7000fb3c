"""Every obligation of a duty in one month or activity: due, counted how, done when, and where all that is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.addresses.clauses import clause_links
from ktgs.facts.facts import Facts
from ktgs.language.days import Deadline
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.language.text import first_upper
from ktgs.obligations.key import ObligationKey
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, ToDuty, ToMonth, ToPeriod, ToPeriods, period_text
from ktgs.pages._obligations import Line, StateCount, due_key, line, state_counts
from ktgs.pages._parts import Part, PartLink, address_of_row, part_title, parts
from ktgs.pages._subjects import activity_subject, plan_subject
from ktgs.records.keys import PeriodKey
from ktgs.repository.naming import period_name
from ktgs.repository.parties import WhoKind


def address(_: Facts, target: ToPeriod) -> str:
    """Return the address of a duty's obligations of a period."""
    return f"viec/{target.plan}/{target.duty}/{period_text(target.period)}.html"


def _obligation_address(facts: Facts, key: ObligationKey) -> str | None:
    item = facts.by_key.get(key)
    if item is None:
        return None
    place = facts.place_in_period.get(key, 0)  # what has parts stands on the first page
    whole = address(facts, ToPeriod(key.plan, key.duty, item.period))
    return f"{address_of_row(whole, place, _MOST)}#{_anchor(key)}"


def _anchor(key: ObligationKey) -> str:
    return ".".join(key.path)


_MOST = 100  # obligations on one page, each with why it is in its state: about 130 kB
ADDRESSES = {ToPeriod: address, ObligationKey: _obligation_address}


@dataclass(frozen=True, slots=True)
class OwedEntry:
    """An obligation with its anchor. `about`: what for, as far as the page's title does not say it.

    `place`: where it comes from, only where that is not its group's. `is_met_here`: what would meet it is offered here,
    since nobody's own page lists it.
    """

    line: Line
    about: str
    anchor: str
    place: Place | None
    is_met_here: bool


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Obligations that are due on one day, counted in one way. `first` gives the day, `place` where the rule stands.

    `tells_about`: any of its entries has something to say beside who owes it.
    """

    first: Obligation
    place: Place
    tells_about: bool
    entries: tuple[OwedEntry, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """An obligation that is judged by its parts."""

    line: Line
    anchor: str
    parts: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class DutyPeriodPage:
    """A duty's obligations of one month or activity of a plan; a part of them where they are many."""

    url: str
    title: str
    period: Subject
    plan: Subject
    rule: ToDuty
    periods: ToPeriods
    clauses: tuple[Subject, ...]
    by: str
    counts: tuple[StateCount, ...]
    wholes: tuple[Whole, ...]
    groups: tuple[DueGroup, ...]
    parts: tuple[PartLink, ...]
    others: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[DutyPeriodPage]:
    """Yield a page for each plan, duty and period."""
    for (plan, duty), items in facts.by_duty.items():
        periods: dict[PeriodKey, list[Obligation]] = {}
        for item in items:
            periods.setdefault(item.period, []).append(item)
        listed = tuple(
            Subject(period_name(items[0].plan, period), ToPeriod(plan, duty, period))
            for period in sorted(periods, key=period_text)
        )
        for of_period in periods.values():
            here = address(facts, ToPeriod(plan, duty, of_period[0].period))
            single = sorted((item for item in of_period if not item.parts), key=due_key)
            for part in parts(here, single, _MOST):
                yield _page(facts, of_period, part, listed)


def _page(facts: Facts, items: list[Obligation], part: Part[Obligation], listed: tuple[Subject, ...]) -> DutyPeriodPage:
    first = items[0]
    plan, duty, here = first.plan, first.duty, ToPeriod(first.plan.id, first.duty.slug, first.period)
    term, whole = plan.term(duty.name), address(facts, here)
    return DutyPeriodPage(
        url=part.address,
        title=part_title(f"{first_upper(duty.name)}, {period_name(plan, first.period)}", part.address, whole),
        period=_period(first),
        plan=plan_subject(plan),
        rule=ToDuty(duty.slug),
        periods=ToPeriods(plan.id, duty.slug),
        clauses=clause_links(plan, term.clauses) if term else (),
        by=str(term.basis) if term else "",
        counts=state_counts(item for item in items if not item.parts),
        wholes=tuple(_whole(facts, item) for item in items if item.parts and part.address == whole),
        groups=tuple(_groups(facts, part.rows)),
        parts=part.links,
        others=tuple(other for other in listed if other.target != here),
    )


def _period(item: Obligation) -> Subject:
    if isinstance(item.period, Month):
        return Subject(period_name(item.plan, item.period), ToMonth(item.period))
    activity = item.plan.activity(item.period.activity) if item.period else None
    return activity_subject(item.plan, activity) if activity else Subject(item.plan.label)


def _whole(facts: Facts, item: Obligation) -> Whole:
    parts = (facts.by_key[part] for part in item.parts if part in facts.by_key)
    subjects = tuple(Subject(line(facts.repository, part).label, part.key) for part in parts)
    return Whole(line(facts.repository, item), _anchor(item.key), subjects)


def _about(listed: Line) -> str:
    """Return what an obligation is for, without the period that the whole page is about."""
    period = period_name(listed.item.plan, listed.item.period)
    if listed.item.title.endswith(f", {period}"):
        return listed.label.replace(f", {period}", "", 1)
    is_said = listed.item.title.endswith(period) or listed.label.startswith(period)
    return listed.label.partition(period)[2].lstrip(", ") if is_said else listed.label


def _groups(facts: Facts, items: Iterable[Obligation]) -> Iterator[DueGroup]:
    groups: dict[Deadline, list[Obligation]] = {}
    for item in items:
        groups.setdefault(item.deadline, []).append(item)
    for group in groups.values():
        place = group[0].place
        entries = tuple(_entry(facts, item, place) for item in group)
        yield DueGroup(group[0], place, any(entry.about for entry in entries), entries)


def _entry(facts: Facts, item: Obligation, place: Place) -> OwedEntry:
    listed = line(facts.repository, item)
    own_place = item.place if item.place != place else None
    is_met_here = item.who.kind in (WhoKind.body, WhoKind.team)
    return OwedEntry(listed, _about(listed), _anchor(item.key), own_place, is_met_here)
