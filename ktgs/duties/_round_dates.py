"""When the duties of a round are due: counted from its days or sessions, as an adjustment may have moved them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ktgs.language.days import Deadline
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import Change, Expected, Flag
from ktgs.records.plan import Anchor, Term
from ktgs.repository.marks import broken_file_words
from ktgs.repository.parties import Who
from ktgs.repository.periods import Period, periods
from ktgs.repository.rounds import Round
from ktgs.repository.sessions import NOT_DATED, Day, last_session

NOTICE = "thông báo"  # the duty from whose due day others may count


class Dates(NamedTuple):
    """The deadline by the plan, and the adjustments that moved it."""

    planned: Deadline
    changes: tuple[Change, ...] = ()

    @property
    def deadline(self) -> Deadline:
        """The deadline in force."""
        return self.changes[-1].deadline if self.changes else self.planned


def dates(of: Round, term: Term, anchor: Callable[[Round, Period], Day]) -> Dates:
    """Return the deadline that the term counts from a day of the round, in the period in force."""
    every = periods(of.repository, of.plan, of.activity)
    if term.anchor is Anchor.session:  # moved by the sessions themselves
        every = every[-1:]
    days = [anchor(of.within(span) if span.month_only and span is not every[-1] else of, span) for span in every]
    return moved(every, [count(term, day.on, of.repository.calendar, day.cause, day.awaits_office) for day in days])


def moved(spans: Sequence[Period], deadlines: Sequence[Deadline]) -> Dates:
    """Return the deadlines that follow from the plan's period and from each adjustment of it."""
    changes = tuple(
        Change(span.adjustment.decided_on, Flag.adjusted, after, adjustment=span.adjustment)
        for span, after in zip(spans[1:], deadlines[1:], strict=False)
        if span.adjustment
    )
    return Dates(deadlines[0], changes)


def notice_dates(of: Round, term: Term) -> Dates:
    """Return when the round's notice is due: counted from its first day, or where the term says so, session."""
    return dates(of, term, first_session if term.anchor is Anchor.session else round_start)


def owed(of: Round, who: Who, due: Dates) -> Expected:
    """Return what is owed for the round as a whole."""
    return Expected(
        occasion=of.key,
        title=of.activity.name,
        period=of.key,
        activity=of.key,
        who=who,
        deadline=due.planned,
        changes=due.changes,
    )


def with_parts(whole: Expected, parts: Iterable[Expected]) -> Expected:
    """Return the whole with what is owed in its place."""
    owed_instead = tuple(parts)
    return replace(whole, parts=owed_instead, no_number=any(part.no_number for part in owed_instead))


def round_start(of: Round, days: Period) -> Day:
    """Return the round's first day; of a month, the first session that has a day."""
    return first_session(of, days) if days.month_only else Day(days.starts_on, NOT_DATED)


def first_session(of: Round, _: Period) -> Day:
    """Return the first session that has a day; unknown while a broken team may have an earlier one."""
    if of.broken_teams:
        return Day(None, broken_file_words(of.broken_teams[0]), awaits_office=True)
    return Day(next(iter(of.session_days), None), NOT_DATED)


def final_session(of: Round, _: Period) -> Day:
    """Return the last session; unknown while one has no day or a broken team may have a later one."""
    if of.broken_teams:
        return Day(None, broken_file_words(of.broken_teams[0]), awaits_office=True)
    return last_session(of.engagements)


def round_end(_: Round, days: Period) -> Day:
    """Return the round's last day, or the last of its month."""
    return Day(days.ends_on, NOT_DATED)


def plan_end(of: Round, _: Period) -> Day:
    """Return the plan's last day."""
    return Day(of.plan.ends_on)
