"""Who owes what by when: what a duty finds, what an obligation says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

from ktgs.language.days import Deadline, Direction
from ktgs.language.diagnostics import Place
from ktgs.language.text import slug
from ktgs.language.vocabulary import Word
from ktgs.obligations.key import ObligationKey, Occasion
from ktgs.obligations.wanted import Want
from ktgs.records.adjustment import Adjustment
from ktgs.records.keys import ActivityKey, DocumentKey, PeriodKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.papers import Paper
from ktgs.repository.parties import Who, WhoKind
from ktgs.repository.repository import Repository


class State(Word):
    """The states, in the order in which they are shown; the value is the short form."""

    overdue = "Quá hạn"
    unknown = "Chưa rõ"
    due_soon = "Sắp đến hạn"
    upcoming = "Chưa đến hạn"
    missed = "Không thực hiện"
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
    decided_after_done = "quyết định sau khi xong"
    no_number = "chưa có số"
    unit_closed = "đơn vị đã giải thể, sáp nhập"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that something was done: a fact with a day, or one whose day or existence is not clear (`cause`).

    A fact with both may not be the first of its kind: a broken file may hold an earlier one. `paper`: what the file
    records, which judging adds, or one of several that the duty names.
    """

    place: Place
    done_on: date | None
    cause: str = ""
    paper: Paper | None = None


class Change(NamedTuple):
    """A decision that set an obligation's day anew, and the flag by which that is said.

    `is_extension`: it only counts where its day is later than the one before. `adjustment` is None for a follow-up's.
    """

    decided_on: date
    flag: Flag
    deadline: Deadline
    is_extension: bool = False
    adjustment: Adjustment | None = None


class Outcome(Enum):
    """What an adjustment did to an obligation that it concerns."""

    moved = "moved"
    waived = "waived"
    not_moved = "not_moved"  # what is due stayed as it was, though nothing was done before
    waived_before = "waived_before"
    done_before = "done_before"


@dataclass(frozen=True, slots=True)
class Effect:
    """What an adjustment did to an obligation: the day in force before it and after it, None where not known."""

    adjustment: Adjustment
    outcome: Outcome
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Expected:
    """What a duty finds: an obligation not yet judged.

    `title` is what people call the occasion, `period` the month or activity by which an adjustment may name it.
    `arises` is None where it is not known whether it arises, `why` then says so. `deadline` is the original one,
    `changes` are the decisions that moved it, the earliest first. `parts` are owed instead of the whole. After
    `lapses_on` it makes no sense any more. `progress` is a text, or what gives one from the day in force.
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
    progress: str | Callable[[date | None], str] = ""
    changes: tuple[Change, ...] = ()
    document: DocumentKey | None = None
    lapses_on: date | None = None
    why_awaits_office: bool = False  # that it is not known whether it arises, the office can mend
    no_number: bool = False
    parts: tuple[Expected, ...] = ()
    parts_unknown: str = ""  # why there may be parts beside these (a broken file)
    clause: str = ""  # only where it is not the term's
    basis: str = ""  # the same in words, where it is no clause of the plan
    place: Place | None = None  # where it comes from, only where that is not the term


def nothing_wanted(_repository: Repository, _item: Obligation) -> Want:
    """Return that no file meets a duty."""
    return None


Find = Callable[[Repository, Plan, Any], Iterator[Expected]]  # the term is None for a duty that needs none


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A duty's column on the board of a round, where it has parts by unit, team or session. `order` is its rank."""

    name: str
    order: int
    nothing: str = "–"  # what a cell says where nothing is owed


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each
class Duty:
    """A kind of obligation: its name (whose slug is in ids), how it is found and explained, what it needs.

    `anchors` are those that its term may count from, `needs` the fields that its term must give beside, `directions`
    how days are counted, `roles` the roles that some body must have. `scopes` are the fields by which an extension or
    waiver says whom it is about, None for a duty that no such decision moves. `private_until_done`: whether it is owed
    at all depends on private facts. `never_closes`: it goes on after the plan's year is closed. `has_documents`: an
    extension or waiver may name single documents instead. `verb` is what is done by the due day, `parts` are what a
    whole is counted by. `wanted` says what would meet an open obligation.
    """

    name: str
    find: Find
    about: str
    anchors: tuple[Anchor, ...] = ()
    needs: tuple[str, ...] = ()
    counts_from: tuple[Anchor, ...] = ()
    direction: Direction | None = None
    roles: tuple[BodyRole, ...] = ()
    scopes: tuple[str, ...] | None = ("periods",)
    needs_term: bool = True
    private_until_done: bool = False
    never_closes: bool = False
    has_documents: bool = False
    column: BoardColumn | None = None
    verb: str = "xong"
    parts: str = "phần"
    wanted: Callable[[Repository, Obligation], Want] = nothing_wanted

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
    """An obligation judged as of a day. `days`: late, overdue or left, in calendar days; `parts` are in order.

    `awaits_office`: it is unknown only because the office has not written something down. `effects` are what the
    adjustments that concern it did to it, the earliest decided first.
    """

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
    is_closed: bool = False  # it ended with its plan's year
    lapses_on: date | None = None
    document: DocumentKey | None = None
    awaits_office: bool = False
    effects: tuple[Effect, ...] = ()
    basis: str = ""  # by which clause or report it is owed, in words

    @cached_property
    def id(self) -> str:
        """The key as text."""
        return str(self.key)

    @property
    def is_open(self) -> bool:
        """Whether something may still have to be done, in a year that is not closed."""
        return self.state in OPEN and not self.is_closed

    @property
    def is_pressing(self) -> bool:
        """Whether it is overdue or due soon, in a year that is not closed."""
        return self.state in (State.overdue, State.due_soon) and not self.is_closed

    @property
    def is_to_do(self) -> bool:
        """Whether it is open for who owes it, not only for the office, which has to write something down."""
        return self.is_open and not self.awaits_office


def unit_of(item: Expected | Obligation) -> str | None:
    """Return the unit that an obligation is about, else the one that owes it; None where there is neither."""
    return item.about_unit or (item.who.id if item.who.kind is WhoKind.unit else None)
