"""When the duties of a round are due: counted from its days or sessions, as an adjustment may have moved them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ktgs.duties._evidence import words
from ktgs.duties._rounds import Round
from ktgs.duties._sessions import NOT_DATED, Day, last_of
from ktgs.language.days import Deadline
from ktgs.obligations.obligation import Change, Expected, Flag, Who, count
from ktgs.records.plan import Anchor, Term
from ktgs.repository.periods import Period, periods


class Dates(NamedTuple):
    """The deadline by the plan, and the adjustments that moved it."""

    planned: Deadline
    changes: tuple[Change, ...] = ()

    @property
    def deadline(self) -> Deadline:
        """The deadline in force."""
        return self.changes[-1].deadline if self.changes else self.planned


def dates(found: Round, term: Term, anchor: Callable[[Round, Period], Day], unit: str | None = None) -> Dates:
    """Return the deadline that the term counts from a day of the round, in the period in force (at the unit)."""
    every = periods(found.repository, found.plan, found.activity, unit)
    if term.anchor is Anchor.session:  # moved by the sessions themselves
        every = every[-1:]
    days = [anchor(found.within(span) if span.month_only and span is not every[-1] else found, span) for span in every]
    return moved(every, [count(term, day.on, found.repository.calendar, day.cause) for day in days])


def moved(spans: Sequence[Period], deadlines: Sequence[Deadline]) -> Dates:
    """Return the deadlines that follow from the plan's period and from each adjustment of it, those that differ."""
    changes = tuple(
        Change(span.adjustment.decided_on, Flag.adjusted, after)
        for span, before, after in zip(spans[1:], deadlines, deadlines[1:], strict=False)
        if span.adjustment and after.on != before.on
    )
    return Dates(deadlines[0], changes)


def notice_dates(found: Round, term: Term, unit: str | None = None) -> Dates:
    """Return when the round's notice is due: counted from its first day, or where the term says so, session."""
    return dates(found, term, first_session if term.anchor is Anchor.session else round_start, unit)


def owed(found: Round, who: Who, due: Dates) -> Expected:
    """Return what is owed for the round as a whole."""
    activity = found.activity
    return Expected(
        path=activity.id,
        occasion=activity.name,
        period=activity.id,
        activity=activity.id,
        who=who,
        deadline=due.planned,
        changes=due.changes,
    )


def with_whole(whole: Expected, parts: Sequence[Expected]) -> Iterator[Expected]:
    """Yield the whole with its parts, and the parts."""
    yield replace(whole, parts=tuple(p.path for p in parts), no_number=any(p.no_number for p in parts))
    yield from parts


def round_start(found: Round, days: Period) -> Day:
    """Return the round's first day; of a month, the first session that has a day."""
    return first_session(found, days) if days.month_only else Day(days.starts_on, NOT_DATED)


def first_session(found: Round, _: Period) -> Day:
    """Return the first session that has a day; unknown while a broken team may have an earlier one."""
    if found.broken_teams:
        return Day(None, words(found.broken_teams[0]))
    return Day(next(iter(found.sessions), None), NOT_DATED)


def last_session(found: Round, _: Period) -> Day:
    """Return the last session; unknown while one has no day or a broken team may have a later one."""
    if found.broken_teams:
        return Day(None, words(found.broken_teams[0]))
    return last_of(found.engagements)


def round_end(_: Round, days: Period) -> Day:
    """Return the round's last day, or the last of its month."""
    return Day(days.ends_on, NOT_DATED)


def plan_end(found: Round, _: Period) -> Day:
    """Return the plan's last day."""
    return Day(found.plan.ends_on)
