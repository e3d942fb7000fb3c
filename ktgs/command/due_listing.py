"""What `ktgs due` lists: the choice of obligations, and the list as text for a terminal or a chat, JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

import click

from ktgs.command.usage import with_nearest
from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, nearest_id, perhaps, vi_date
from ktgs.language.vocabulary import read_word
from ktgs.obligations.naming import called as what_is_due
from ktgs.obligations.naming import label
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.shapes import OBLIGATION_HEADERS, csv_text, obligation_json, obligation_row
from ktgs.records.organization import BodyRole
from ktgs.repository.called import called, person_names, unit_names
from ktgs.repository.parties import Who, WhoKind, party_key
from ktgs.repository.repository import Repository


def find_unit(facts: Facts, asked: str) -> str:
    """Return the id of the unit asked for by id, name, short or former name; refuse what names none, or several."""
    names = unit_names(facts.repository.units.values())
    return _find("--unit", "đơn vị", "data/units/", asked, names, facts.by_unit)


def find_person(facts: Facts, asked: str) -> str:
    """Return the id of the person asked for by id or full name; refuse what names none, or more than one."""
    names = person_names(facts.repository)
    return _find("--person", "cán bộ", "data/people/", asked, names, facts.by_person)


def _find(
    option: str, kind: str, folder: str, asked: str, names: Mapping[str, tuple[str, ...]], owing: Iterable[str]
) -> str:
    ids = {*names, *owing}  # one whose file is broken may still owe something
    meant = called(asked, {item: names.get(item, ()) for item in ids})
    if len(meant) == 1:
        return meant[0]
    if meant:
        message = f"Có {len(meant)} {kind} tên “{asked}”. Dùng mã: {', '.join(meant)}."
    else:
        words = (name for names_of_one in names.values() for name in names_of_one)
        near = nearest_id(asked, sorted((*ids, *words)))
        message = f"Không có {kind} “{asked}”. {perhaps(near, f'Mã {kind} là tên tệp trong {folder}.')}"
    raise click.BadParameter(message, param_hint=option)


def find_state(asked: str) -> State:
    """Return the state asked for by its code or its Vietnamese word, whatever the case; refuse any other word."""
    state = State.__members__.get(asked.strip().lower()) or read_word(State, asked)
    if state is None:
        words = [f"{state.name} ({state})" for state in State]
        message = f"Không có trạng thái “{asked}”. Dùng: {', '.join(words)}."
        choices = [*State.__members__, *map(str, State)]
        raise click.BadParameter(with_nearest(message, asked, choices), param_hint="--state")
    return state


def choose(
    facts: Facts, *, is_open: bool, within: int | None, unit: str | None, person: str | None, state: State | None
) -> tuple[Obligation, ...]:
    """Return the obligations that pass every filter given, in order of id.

    `is_open` keeps what can still be done, `within` what of that is overdue or due in that many days; a unit's are
    those it owes and those about it.
    """
    chosen: Sequence[Obligation] = facts.obligations
    if unit is not None:
        chosen = facts.by_unit.get(unit, ())
    if person is not None:
        chosen = [item for item in chosen if item.who.kind is WhoKind.person and item.who.id == person]
    if state is not None:
        chosen = [item for item in chosen if item.state is state]
    if is_open or within is not None:
        chosen = [item for item in chosen if item.is_open]
    if within is not None:
        last = facts.today + timedelta(days=within)
        chosen = [item for item in chosen if item.due_on is not None and item.due_on <= last]
    return tuple(chosen)


def as_json(items: Iterable[Obligation]) -> str:
    """Return a JSON list of obligations."""
    return json.dumps([obligation_json(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def as_csv(items: Iterable[Obligation]) -> str:
    """Return a table of obligations for a spreadsheet."""
    return csv_text(OBLIGATION_HEADERS, map(obligation_row, items))


def as_text(facts: Facts, items: Sequence[Obligation]) -> str:
    """Return the obligations by who must do something about them, then by due date.

    What only the office has to write down stands under its own heading, after all that is owed. A whole is left out
    where its parts are listed.
    """
    repository, keys = facts.repository, {item.key for item in items}
    groups: dict[Who, list[Obligation]] = {}
    awaiting: list[Obligation] = []
    for item in items:
        if not keys.intersection(item.parts):
            (awaiting if item.awaits_office else groups.setdefault(item.who, [])).append(item)
    total = len(awaiting) + sum(map(len, groups.values()))
    told = f"{total} việc" if total else "không có việc nào"
    lines = [f"Việc phải làm, tính đến ngày {vi_date(repository.today)}: {told}"]
    for who in sorted(groups, key=party_key):
        lines += _group(who.name, groups[who], lambda item: f"{item.duty.name}, {label(repository, item)}")
    if awaiting:
        lines += _group(_awaiting(repository), awaiting, lambda item: what_is_due(repository, item))
    return "\n".join(lines) + "\n"


def _awaiting(repository: Repository) -> str:
    office = repository.organization.body_with(BodyRole.office)
    return f"{first_upper(office.name if office else str(BodyRole.office))} cần ghi bổ sung"


def _group(title: str, items: list[Obligation], name: Callable[[Obligation], str]) -> list[str]:
    ordered = sorted(items, key=lambda item: (item.due_on or date.max, item.id))
    return ["", f"{title} ({len(items)})", *(f"- {name(item)}: {_standing(item)}" for item in ordered)]


def _standing(item: Obligation) -> str:
    due = f"hạn {vi_date(item.due_on)}" if item.due_on else "chưa rõ hạn"
    safe = (
        f", nên {item.duty.verb} trước hoặc trong ngày {vi_date(item.safe_on)}"
        if _is_warned(item) and item.safe_on
        else ""
    )
    flags = f" [{', '.join(map(str, item.flags))}]" if item.flags else ""
    basis = f" ({item.basis})" if item.basis else ""
    return f"{due}{safe}. {item.reason}{flags}{basis}"


def _is_warned(item: Obligation) -> bool:
    return item.state in (State.due_soon, State.upcoming) and item.safe_on != item.due_on
