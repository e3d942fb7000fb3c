"""Who owes what by when: what a duty finds, what an obligation says, how a term counts its deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ktgs.language.days import (
    Calendar,
    DayKind,
    Deadline,
    Direction,
    Measure,
    OnDayOff,
    calendar_days,
    fixed_day,
    settled,
    working_days_after,
    working_days_before,
)
from ktgs.language.diagnostics import Place
from ktgs.language.text import person_key, slug, vietnamese_key
from ktgs.language.vocabulary import Word
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.index import Repository


class State(Word):
    """The states, in the order in which they are shown; the value is the short form."""

    overdue = "Quá hạn"
    unknown = "Chưa rõ"
    due_soon = "Sắp đến hạn"
    upcoming = "Chưa đến hạn"
    late = "Trễ hạn"
    on_time = "Đúng hạn"
    waived = "Được miễn"
    not_applicable = "Không phát sinh"


OPEN = (State.overdue, State.unknown, State.due_soon, State.upcoming)  # something may still have to be done


class Flag(Word):
    """What is said beside the state."""

    extended = "được gia hạn"
    adjusted = "đã điều chỉnh"
    decided_late = "quyết định sau hạn"
    no_number = "chưa có số"
    unit_closed = "đơn vị đã kết thúc"


class WhoKind(Word):
    """What kind of party owes something."""

    unit = "đơn vị"
    person = "cán bộ"
    team = "đoàn kiểm tra"
    body = "cơ quan"


@dataclass(frozen=True, slots=True)
class Who:
    """Who owes an obligation."""

    kind: WhoKind
    id: str
    name: str


_KINDS = (WhoKind.body, WhoKind.team, WhoKind.person, WhoKind.unit)


def party_key(who: Who) -> tuple[Any, ...]:
    """Return the key that sorts parties: bodies, teams, people, units, each in Vietnamese order."""
    name = person_key(who.name) if who.kind is WhoKind.person else (vietnamese_key(who.name),)
    return _KINDS.index(who.kind), name, who.id


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that something was done: a fact with a day, or one whose day or existence is not clear (`cause`).

    A fact with both may not be the first of its kind: a broken file may hold an earlier one.
    """

    place: Place
    done_on: date | None
    cause: str = ""


class Change(NamedTuple):
    """A decision that gave an obligation another deadline, and the flag by which that is said."""

    decided_on: date
    flag: Flag
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Expected:
    """What a duty finds: an obligation not yet judged.

    `path` completes the id `plan/duty/…`; `occasion` is what people call the occasion. `arises` is None where it is not
    known whether it arises, `why` then says so. `deadline` is the original one, `changes` are the decisions that moved
    it, the earliest first.
    """

    path: str
    occasion: str
    who: Who
    deadline: Deadline
    period: str = ""  # the month or activity by which an adjustment may name it
    activity: str | None = None
    evidence: Evidence | None = None
    about_unit: str | None = None
    arises: bool | None = True
    why: str = ""
    progress: str = ""
    changes: tuple[Change, ...] = ()
    no_number: bool = False
    parts: tuple[str, ...] = ()  # paths
    parts_unknown: str = ""  # why there may be parts beside these (a broken file)
    clause: str = ""  # only where it is not the term's
    place: Place | None = None  # where it comes from, only where that is not the term

    @property
    def deadline_in_force(self) -> Deadline:
        """The deadline that the last change gave."""
        return self.changes[-1].deadline if self.changes else self.deadline


Find = Callable[[Repository, Plan, Any], Iterator[Expected]]  # the term is None for a duty that needs none


@dataclass(frozen=True, slots=True)
class Duty:
    """A kind of obligation: its name (whose slug is in ids), how it is found and explained, the anchors it knows."""

    name: str
    find: Find
    about: str
    anchors: tuple[Anchor, ...] = ()
    needs_term: bool = True
    private_until_done: bool = False  # whether it is owed at all depends on private facts

    @property
    def slug(self) -> str:
        """The name as it stands in ids and addresses."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class Obligation:
    """An obligation judged as of a day."""

    id: str
    duty: Duty
    plan: Plan
    clause: str
    occasion: str
    who: Who
    about_unit: str | None
    activity: str | None
    period: str
    due_on: date | None
    original_due_on: date | None
    safe_on: date | None
    done_on: date | None
    state: State
    reason: str
    flags: tuple[Flag, ...]
    deadline: Deadline
    evidence: Evidence | None
    place: Place
    progress: str = ""
    parts: tuple[str, ...] = ()
    days: int = 0  # late, overdue or left, in calendar days


def unit_of(item: Expected | Obligation) -> str | None:
    """Return the unit that an obligation is about, else the one that owes it; None where there is neither."""
    return item.about_unit or (item.who.id if item.who.kind is WhoKind.unit else None)


def count(term: Term, anchor: date | None, calendar: Calendar, cause: str = "") -> Deadline:
    """Return the term's deadline counted from `anchor`; unknown for `cause` where there is no anchor."""
    if anchor is None:
        return Deadline(None, None, None, cause, "")
    if not term.number:
        return fixed_day(anchor, term.day_kind, term.on_day_off, calendar)
    if term.measure is Measure.calendar_days:
        return settled(calendar_days(anchor, term.number, term.direction), term.on_day_off, calendar)
    if term.direction is Direction.before:
        return working_days_before(anchor, term.number, term.counting, calendar)
    return working_days_after(anchor, term.number, calendar)


def set_day(day: date, calendar: Calendar) -> Deadline:
    """Return the deadline of a day that somebody set: the day itself, safe on the last working day up to it."""
    return fixed_day(day, DayKind.at_latest, OnDayOff.keep, calendar)
