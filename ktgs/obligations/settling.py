"""What is due in force: the plan's deadline, days off announced late, every decision in turn (records.md, Decisions).

A decision made on or after the day on which the thing was done is skipped; one that changes nothing has no effect.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ktgs.language.days import Calendar, Deadline
from ktgs.language.text import fold, vi_date
from ktgs.obligations.deadlines import set_day
from ktgs.obligations.obligation import Change, Duty, Effect, Expected, Flag, Obligation, Outcome, unit_of
from ktgs.records.adjustment import ALL, Adjustment, AdjustmentKind
from ktgs.records.keys import RoundTeamKey, TeamKey
from ktgs.records.plan import Plan
from ktgs.repository.parties import WhoKind
from ktgs.repository.repository import Repository

Announced = frozenset[date]
At = Callable[[Announced], Expected]  # an obligation as it is found with what was announced on these days


def concerns(adjustment: Adjustment, duty: Duty, expected: Expected | Obligation) -> bool:
    """Return whether an extension or waiver is about an obligation: its duty, and all that its scope has to name.

    One that names documents is about these alone. A whole with parts is meant only where `tất cả` is written.
    """
    if adjustment.duty is None or fold(adjustment.duty) != fold(duty.name) or duty.scopes is None:
        return False
    if adjustment.documents:
        return expected.document in adjustment.documents
    return all(_in_scope(getattr(adjustment, scope), scope, expected) for scope in duty.scopes)


def _in_scope(named: Any, scope: str, expected: Expected | Obligation) -> bool:
    return named == ALL or _named_by(scope, expected) in named


def _named_by(scope: str, expected: Expected | Obligation) -> Any:
    """Return what an adjustment has to name under a scope; what has no such thing is named by `tất cả` alone."""
    occasion = expected.occasion if isinstance(expected, Expected) else expected.key.occasion
    match scope:
        case "units":
            return unit_of(expected) or ""
        case "people":
            return expected.who.id if expected.who.kind is WhoKind.person else ""
        case "teams":
            return TeamKey(occasion.plan, occasion.team) if isinstance(occasion, RoundTeamKey) else ""
    return expected.period or ""


@dataclass(frozen=True, slots=True)
class Settled:
    """The deadline in force, the day before any decision, and what the decisions left behind.

    `waiver` is the first that covers it while it is not done; `skipped`: one came too late to count; `effects` are what
    each adjustment did.
    """

    deadline: Deadline
    original_on: date | None
    flags: frozenset[Flag] = frozenset()
    waiver: Adjustment | None = None
    is_waived_late: bool = False
    skipped: bool = False
    effects: tuple[Effect, ...] = ()

    def told(self, before: Settled, adjustment: Adjustment | None, outcome: Outcome) -> Settled:
        """Return the same with what an adjustment did to what was settled before; a follow-up's event is none."""
        if adjustment is None:
            return self
        effect = Effect(adjustment, outcome, before.deadline.on, self.deadline.on)
        return replace(self, effects=(*self.effects, effect))


def settle(repository: Repository, plan: Plan, duty: Duty, at: At, done_on: date | None) -> Settled:
    """Return what is due in force for an obligation that was done on a day, or is not done."""
    calendar = repository.calendar

    def counted(find: Callable[[Announced], Deadline]) -> Deadline:
        return _as_announced(find, calendar, done_on)

    planned = counted(lambda announced: at(announced).deadline)
    settled = Settled(planned, planned.on)
    for decision in _decisions(repository, plan, duty, at(frozenset())):
        if isinstance(decision, Adjustment):
            settled = _adjusted(settled, decision, calendar, done_on, counted)
        else:
            change = at(frozenset()).changes[decision]
            moved = counted(lambda announced, index=decision: at(announced).changes[index].deadline)  # type: ignore[misc]
            settled = _changed(settled, change._replace(deadline=moved), done_on)
    return settled


def _decisions(repository: Repository, plan: Plan, duty: Duty, expected: Expected) -> Iterator[Adjustment | int]:
    """Yield the decisions in the order of their days: indexes of changes before extensions and waivers of one day."""
    changes = [((change.decided_on, 0, index), index) for index, change in enumerate(expected.changes)]
    adjustments = [
        ((adjustment.decided_on, 1, index), adjustment)
        for index, adjustment in enumerate(repository.adjustments_on(plan, duty.name))
        if adjustment.kind is not AdjustmentKind.adjustment and concerns(adjustment, duty, expected)
    ]
    ordered: list[tuple[tuple[date, int, int], Adjustment | int]] = [*changes, *adjustments]
    return (decision for _, decision in sorted(ordered, key=lambda pair: pair[0]))


def _as_announced(find: Callable[[Announced], Deadline], calendar: Calendar, done_on: date | None) -> Deadline:
    """Return a deadline with the days off announced late that count for it.

    An announcement moves no day that lay on or before it, none to a day before it, and nothing that was done by then.
    """
    counting: Announced = frozenset()
    now = find(counting)
    for day in calendar.announcements:
        later = find(counting | {day})
        is_open = (done_on is None or done_on > day) and (later.on is None or later.on >= day)
        if now.on is None or (now.on > day and is_open):
            counting, now = counting | {day}, later
    return now


def _changed(settled: Settled, change: Change, done_on: date | None) -> Settled:
    """Return what is due after a change that the obligation carries itself."""
    before = settled.deadline.on
    has_effect = change.deadline.on != before
    if change.is_extension and before is not None and change.deadline.on is not None:
        has_effect = change.deadline.on > before
        if not has_effect:
            return settled
    if done_on is not None and done_on <= change.decided_on:
        skipped = replace(settled, skipped=settled.skipped or has_effect)
        return skipped.told(settled, change.adjustment, Outcome.done_before)
    flags = _flags(settled, change.flag, change.decided_on) if has_effect else settled.flags
    changed = replace(settled, deadline=change.deadline, flags=flags)
    return changed.told(settled, change.adjustment, _moved(settled) if has_effect else Outcome.not_moved)


def _adjusted(
    settled: Settled,
    adjustment: Adjustment,
    calendar: Calendar,
    done_on: date | None,
    counted: Callable[[Callable[[Announced], Deadline]], Deadline],
) -> Settled:
    """Return what is due after an extension or a waiver."""
    before, new_due = settled.deadline.on, adjustment.new_due
    is_waiver = adjustment.kind is AdjustmentKind.waiver
    moves = new_due is not None and (new_due > before if before else bool(adjustment.documents))
    if done_on is not None and done_on <= adjustment.decided_on:
        skipped = replace(settled, skipped=settled.skipped or is_waiver or moves)
        return skipped.told(settled, adjustment, Outcome.done_before)
    if is_waiver:
        return _waived(settled, adjustment)
    if new_due is None or not moves:
        return settled.told(settled, adjustment, Outcome.not_moved)
    deadline = counted(lambda announced: set_day(new_due, calendar.with_announced(announced)))
    rule = f"gia hạn đến {vi_date(new_due)}, theo {adjustment.told}"
    flags = _flags(settled, Flag.extended, adjustment.decided_on)
    extended = replace(settled, deadline=replace(deadline, rule=rule), flags=flags)
    return extended.told(settled, adjustment, _moved(settled))


def _waived(settled: Settled, adjustment: Adjustment) -> Settled:
    if settled.waiver:
        return settled.told(settled, adjustment, Outcome.waived_before)
    late = settled.deadline.on is not None and adjustment.decided_on > settled.deadline.on
    return replace(settled, waiver=adjustment, is_waived_late=late).told(settled, adjustment, Outcome.waived)


def _moved(settled: Settled) -> Outcome:
    return Outcome.waived_before if settled.waiver else Outcome.moved


def _flags(settled: Settled, flag: Flag, decided_on: date) -> frozenset[Flag]:
    """Return the flags with that of a decision, and that it came after the day that it moved."""
    before = settled.deadline.on
    late: Collection[Flag] = (Flag.decided_late,) if before is not None and decided_on > before else ()
    return settled.flags | {flag, *late}
