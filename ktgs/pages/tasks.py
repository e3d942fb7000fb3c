"""All that is to be done: what can be done now by who owes it, what waits for the office, all by state and duty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.closed_years import closed_apart
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import OPEN, Obligation, State
from ktgs.obligations.tables import Cell, Row, Table
from ktgs.obligations.targets import Subject, ToDuty, ToPeriods, ToState, ToStateOfDuty
from ktgs.pages._awaiting import awaiting_office
from ktgs.pages._missed import missed_table
from ktgs.pages._obligations import Line, line
from ktgs.pages._states import StateLink, closed_words, state_links
from ktgs.pages._subjects import obligation_party
from ktgs.pages._unlisted import listing_rule, unlisted
from ktgs.repository.parties import Who, party_key

ADDRESS = "viec/index.html"
MENU = MenuEntry("Việc phải làm", 30, MenuGroup.main)
_MOST_PARTIES = 60  # rows on the page; more are reached through the lists by state
_PRESSING = (State.overdue, State.unknown, State.due_soon)


@dataclass(frozen=True, slots=True)
class TasksPage:
    """The index of obligations; `unlisted`: what its lists leave out.

    `awaiting`: what the office has only to write down, `missed`: what can no longer be done.
    """

    url: str
    title: str
    total: int
    states: tuple[StateLink, ...]
    by_duty: Table
    by_party: Table
    awaiting: tuple[Line, ...]
    unknown: ToState
    missed: Table
    unlisted: str


def pages(facts: Facts) -> Iterator[TasksPage]:
    """Yield the one page."""
    current, closed = closed_apart(facts, facts.counted)
    yield TasksPage(
        url=ADDRESS,
        title="Việc phải làm",
        total=len(current),
        states=state_links(facts),
        by_duty=_by_duty(current),
        by_party=_by_party(facts),
        awaiting=awaiting_office(facts, facts.open),
        unknown=ToState(State.unknown),
        missed=missed_table(facts),
        unlisted=" ".join(
            filter(None, (listing_rule(facts), unlisted(facts, State.overdue), closed_words(len(closed))))
        ),
    )


def _by_duty(items: Iterable[Obligation]) -> Table:
    duties: dict[str, list[Obligation]] = {}
    for item in items:
        duties.setdefault(item.duty.slug, []).append(item)
    rows = tuple(_duty_row(slug, duties[slug]) for slug in sorted(duties))
    return Table("Theo việc và trạng thái", of="Việc", columns=("Tổng số", *map(str, State)), rows=rows)


def _duty_row(slug: str, items: list[Obligation]) -> Row:
    plans = dict.fromkeys((item.plan.id, item.plan.label) for item in items)
    cells = [Cell(len(items), tuple(Subject(label, ToPeriods(plan, slug)) for plan, label in plans))]
    for state in State:
        count = sum(item.state is state for item in items)
        cells.append(Cell(count, (Subject(str(state), ToStateOfDuty(state, slug)),) if count else ()))
    return Row(Subject(first_upper(items[0].duty.name), ToDuty(slug)), tuple(cells))


def _by_party(facts: Facts) -> Table:
    owed: dict[Who, list[Obligation]] = {}
    for item in facts.open:
        if item.is_to_do:
            owed.setdefault(item.who, []).append(item)
    pressing = {who: sum(item.state in _PRESSING for item in items) for who, items in owed.items()}
    ordered = sorted(owed, key=lambda who: (party_key(who)[0], -pressing[who], party_key(who)))
    left_out = len(ordered) - _MOST_PARTIES
    note = f"Còn {left_out} đơn vị, cán bộ có việc; xem danh sách theo trạng thái ở trên." if left_out > 0 else ""
    rows = tuple(_party_row(facts, owed[who]) for who in ordered[:_MOST_PARTIES])
    title = "Việc cần làm, theo người và đơn vị phải làm"
    return Table(title, of="Ai phải làm", columns=tuple(map(str, OPEN)), rows=rows, note=note)


def _party_row(facts: Facts, items: list[Obligation]) -> Row:
    cells = tuple(_cell(facts, [item for item in items if item.state is state]) for state in OPEN)
    return Row(obligation_party(items[0]), cells)


def _cell(facts: Facts, items: list[Obligation]) -> Cell:
    return Cell(len(items), tuple(_counted(line(facts.repository, item)) for item in items))


def _counted(listed: Line) -> Subject:
    return Subject(f"{first_upper(listed.item.duty.name)}: {listed.label}", listed.item.key)
