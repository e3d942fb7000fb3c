"""Who owes what by when: what a duty finds, what an obligation says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from ktgs.language.days import Deadline, Direction
from ktgs.language.diagnostics import Place
from ktgs.language.text import slug
from ktgs.language.vocabulary import Word
from ktgs.obligations.key import ObligationKey, Occasion
from ktgs.records.keys import ActivityKey, PeriodKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.parties import Who, WhoKind
from ktgs.repository.repository import Repository


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

    `title` is what people call the occasion, `period` the month or activity by which an adjustment may name it.
    `arises` is None where it is not known whether it arises, `why` then says so. `deadline` is the original one,
    `changes` are the decisions that moved it, the earliest first. `parts` are owed instead of the whole.
    """

    occasion: Occasion
    title: str
    who: Who
    deadline: Deadline
    period: PeriodKey = None
    activity: ActivityKey | None = None
    evidence: Evidence | None = None
    about_unit: str | None = None
    arises: bool | None = True
    why: str = ""
    progress: str = ""
    changes: tuple[Change, ...] = ()
    no_number: bool = False
    parts: tuple[Expected, ...] = ()
    parts_unknown: str = ""  # why there may be parts beside these (a broken file)
    clause: str = ""  # only where it is not the term's
    place: Place | None = None  # where it comes from, only where that is not the term

    @property
    def deadline_in_force(self) -> Deadline:
        """The deadline that the last change gave."""
        return self.changes[-1].deadline if self.changes else self.deadline


Find = Callable[[Repository, Plan, Any], Iterator[Expected]]  # the term is None for a duty that needs none


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A duty's column on the board of a round, where it has parts by unit, team or session. `order` is its rank."""

    name: str
    order: int
    nothing: str = "–"  # what a cell says where nothing is owed


@dataclass(frozen=True, slots=True)
class Duty:
    """A kind of obligation: its name (whose slug is in ids), how it is found and explained, what it needs.

    `anchors` are those that its term may count from, `needs` the fields that its term must give beside, `counts_from`
    the anchors that ask for a number of days although others do not, `direction` the side of the anchor to which days
    are counted, `roles` the roles that some body must have. `private_until_done`: whether it is owed at all depends on
    private facts.
    """

    name: str
    find: Find
    about: str
    anchors: tuple[Anchor, ...] = ()
    needs: tuple[str, ...] = ()
    counts_from: tuple[Anchor, ...] = ()
    direction: Direction | None = None
    roles: tuple[BodyRole, ...] = ()
    needs_term: bool = True
    private_until_done: bool = False
    column: BoardColumn | None = None

    @property
    def slug(self) -> str:
        """The name as it stands in ids and addresses."""
        return slug(self.name)

    def needed(self, term: Term) -> tuple[str, ...]:
        """Return the fields that its term must give, as that counts from its anchor."""
        anchor = ("anchor",) if self.anchors else ()
        days = ("number", "measure", "direction") if term.anchor in self.counts_from else ()
        return *anchor, *self.needs, *days


@dataclass(frozen=True)
class Obligation:
    """An obligation judged as of a day. `days`: late, overdue or left, in calendar days; `parts` are in order."""

    key: ObligationKey
    duty: Duty
    plan: Plan
    clause: str
    title: str
    who: Who
    about_unit: str | None
    activity: ActivityKey | None
    period: PeriodKey
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
    parts: tuple[ObligationKey, ...] = ()
    days: int = 0

    @cached_property
    def id(self) -> str:
        """The key as text."""
        return str(self.key)


def unit_of(item: Expected | Obligation) -> str | None:
    """Return the unit that an obligation is about, else the one that owes it; None where there is neither."""
    return item.about_unit or (item.who.id if item.who.kind is WhoKind.unit else None)
