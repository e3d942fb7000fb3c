"""All that is to be done: how much is in each state, by duty and by who owes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import OPEN, Obligation, State, Who, party_key
from ktgs.obligations.tables import Cell, Row, Subject, Table
from ktgs.pages._obligations import Line, line, party
from ktgs.pages._states import StateLink, state_links

_MOST_PARTIES = 60  # rows on the page; more are reached through the lists by state
_PRESSING = (State.overdue, State.unknown, State.due_soon)


@dataclass(frozen=True, slots=True)
class TasksPage:
    """The index of obligations."""

    url: str
    title: str
    total: int
    states: tuple[StateLink, ...]
    by_duty: Table
    by_party: Table


def pages(facts: Facts) -> Iterator[TasksPage]:
    """Yield the one page."""
    yield TasksPage(
        addresses.TASKS,
        "Việc phải làm",
        len(facts.counted),
        state_links(facts),
        _by_duty(facts),
        _by_party(facts),
    )


def _by_duty(facts: Facts) -> Table:
    found: dict[str, list[Obligation]] = {}
    for item in facts.counted:
        found.setdefault(item.duty.slug, []).append(item)
    rows = tuple(_duty_row(slug, found[slug]) for slug in sorted(found))
    return Table("Theo việc và trạng thái", "Việc", ("Tổng số", *map(str, State)), rows)


def _duty_row(slug: str, items: list[Obligation]) -> Row:
    plans = dict.fromkeys((item.plan.id, item.plan.label) for item in items)
    cells = [Cell(len(items), tuple(Subject("periods", f"{plan}/{slug}", label) for plan, label in plans))]
    for state in State:
        count = sum(item.state is state for item in items)
        cells.append(Cell(count, (Subject("state", f"{state.name}/{slug}", str(state)),) if count else ()))
    return Row(Subject("duty", slug, first_upper(items[0].duty.name)), tuple(cells))


def _by_party(facts: Facts) -> Table:
    found: dict[Who, list[Obligation]] = {}
    for item in facts.counted:
        if item.state in OPEN:
            found.setdefault(item.who, []).append(item)
    pressing = {who: sum(item.state in _PRESSING for item in items) for who, items in found.items()}
    ordered = sorted(found, key=lambda who: (party_key(who)[0], -pressing[who], party_key(who)))
    left_out = len(ordered) - _MOST_PARTIES
    note = f"Còn {left_out} đơn vị, cán bộ có việc; xem danh sách theo trạng thái ở trên." if left_out > 0 else ""
    rows = tuple(_party_row(facts, found[who]) for who in ordered[:_MOST_PARTIES])
    return Table("Việc chưa xong, theo người và đơn vị phải làm", "Ai phải làm", tuple(map(str, OPEN)), rows, note)


def _party_row(facts: Facts, items: list[Obligation]) -> Row:
    return Row(party(items[0]), tuple(_cell(facts, [item for item in items if item.state is state]) for state in OPEN))


def _cell(facts: Facts, items: list[Obligation]) -> Cell:
    return Cell(len(items), tuple(_counted(line(facts.repository, item)) for item in items))


def _counted(found: Line) -> Subject:
    return Subject("obligation", found.item.id, f"{first_upper(found.item.duty.name)}: {found.label}")
