"""Judging obligations as of a day: extensions, waivers, states, wholes by parts; and the engine of the duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ktgs.language.days import Calendar, Deadline
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import fold, vi_date
from ktgs.obligations.deadlines import set_day
from ktgs.obligations.key import ObligationKey
from ktgs.obligations.obligation import Change, Duty, Evidence, Expected, Flag, Obligation, State, unit_of
from ktgs.records.adjustment import ALL, Adjustment, AdjustmentKind
from ktgs.records.plan import Plan, Term
from ktgs.repository.marks import broken_adjustment, broken_file_words
from ktgs.repository.parties import NoSuchRole, WhoKind
from ktgs.repository.repository import Repository

CRASHED = Code(
    "F901",
    "Phần mềm gặp lỗi khi tính một việc",
    about="Lỗi của phần mềm, không phải của dữ liệu. Phần còn lại vẫn được tính. "
    "Gửi nguyên thông báo cho người bảo trì.",
)


def concerns(adjustment: Adjustment, duty: Duty, expected: Expected | Obligation) -> bool:
    """Return whether an extension or waiver is about an obligation: its duty or activity, units, people and periods."""
    if adjustment.duty is not None and fold(adjustment.duty) != fold(duty.name):
        return False
    if adjustment.activity is not None and adjustment.activity != expected.activity:
        return False
    in_units = adjustment.units == ALL or unit_of(expected) in adjustment.units
    in_people = adjustment.people == ALL or (
        expected.who.kind is WhoKind.person and expected.who.id in adjustment.people
    )
    in_periods = adjustment.periods == ALL or expected.period in adjustment.periods
    return in_units and in_people and in_periods


def _decided(
    repository: Repository, plan: Plan, kind: AdjustmentKind, duty: Duty, expected: Expected
) -> list[Adjustment]:
    """Return the adjustments of a kind that concern an obligation, the earliest decided first."""
    every = repository.adjustments_of(plan)
    return [item for item in every if item.kind is kind and concerns(item, duty, expected)]


@dataclass(frozen=True, slots=True)
class _Due:
    """The deadline in force, the original day, and what moved it."""

    deadline: Deadline
    original_on: date | None
    flags: frozenset[Flag]


def _due(repository: Repository, plan: Plan, duty: Duty, expected: Expected) -> _Due:
    """Return what is due after all decisions; each counts as late where it came after the day that it moved."""
    extensions = _decided(repository, plan, AdjustmentKind.extension, duty, expected)
    extended = (_extension(item, item.new_due, repository.calendar) for item in extensions if item.new_due)
    changes = sorted((*expected.changes, *extended), key=lambda change: change.decided_on)
    deadline, flags = expected.deadline, {change.flag for change in changes}
    for change in changes:
        if _is_late(change.decided_on, deadline):
            flags.add(Flag.decided_late)
        deadline = change.deadline
    return _Due(deadline, expected.deadline.on, frozenset(flags))


def _extension(adjustment: Adjustment, new_due: date, calendar: Calendar) -> Change:
    rule = f"gia hạn đến {vi_date(new_due)} ({adjustment.id})"
    return Change(adjustment.decided_on, Flag.extended, replace(set_day(new_due, calendar), rule=rule))


def _is_late(decided_on: date, deadline: Deadline) -> bool:
    return deadline.on is not None and decided_on > deadline.on


def due_in_force(repository: Repository, plan: Plan, duty: Duty, expected: Expected) -> date | None:
    """Return the day by which an obligation is due, an extension counted; None where it is not known."""
    return _due(repository, plan, duty, expected).deadline.on


@dataclass(frozen=True, slots=True)
class Judgement:
    """A state with its full words and the days late, overdue or left."""

    state: State
    reason: str
    days: int = 0


def judge(
    expected: Expected, deadline: Deadline, waiver: Adjustment | None, mark: str, today: date, soon_days: int
) -> Judgement:
    """Return the state: the first row that applies of the table "States" in the specification.

    `mark` is why it is not known whether it was done or moved (a broken file), empty otherwise.
    """
    done_on, due_on = expected.evidence.done_on if expected.evidence else None, deadline.on
    if expected.arises is False:
        return Judgement(State.not_applicable, _with("Không phát sinh nghĩa vụ", expected.why))
    cause = mark or (expected.evidence.cause if expected.evidence else "")
    if done_on is not None and done_on <= today:
        return _judge_done(done_on, deadline, cause)
    if waiver is not None:
        return Judgement(State.waived, f"Được miễn, theo {waiver.basis or waiver.id}")
    if expected.arises is None:
        cause = expected.why
    if cause or due_on is None:
        return Judgement(State.unknown, _with("Chưa rõ", cause or deadline.cause))
    left = (due_on - today).days
    if left < 0:
        return Judgement(State.overdue, f"Chưa hoàn thành, quá hạn {-left} ngày", -left)
    if left <= soon_days:
        words = "Chưa hoàn thành, hôm nay là hạn" if left == 0 else f"Chưa hoàn thành, còn {left} ngày"
        return Judgement(State.due_soon, words, left)
    return Judgement(State.upcoming, "Chưa hoàn thành, còn trong hạn", left)


def _judge_done(done_on: date, deadline: Deadline, doubt: str) -> Judgement:
    """Return the state of what was done; `doubt` is why it may have been due later or done earlier."""
    late_days = (done_on - deadline.on).days if deadline.on else 0
    if deadline.on is None or (late_days > 0 and doubt):
        return Judgement(State.unknown, _with("Chưa rõ", f"đã làm ngày {vi_date(done_on)}; {doubt or deadline.cause}"))
    if late_days > 0:
        return Judgement(State.late, f"Hoàn thành trễ hạn {late_days} ngày", late_days)
    return Judgement(State.on_time, "Hoàn thành đúng hạn")


def _with(words: str, cause: str) -> str:
    return f"{words}: {cause}" if cause else words


def obligation(repository: Repository, plan: Plan, duty: Duty, term: Term | None, expected: Expected) -> Obligation:
    """Return the judged obligation; one with parts is judged by them in `with_parts`."""
    due = _due(repository, plan, duty, expected)
    waiver = next(reversed(_decided(repository, plan, AdjustmentKind.waiver, duty, expected)), None)
    broken = broken_adjustment(repository, plan, expected.activity, duty.name)
    mark = broken_file_words(broken) if broken else ""
    judged = judge(expected, due.deadline, waiver, mark, repository.today, repository.organization.soon_days)
    evidence = expected.evidence
    if evidence is None and broken:
        evidence = Evidence(broken.place, None, mark)
    flags = {*due.flags, *([Flag.no_number] if expected.no_number else []), *_closed(repository, expected)}
    if waiver and judged.state is State.waived and _is_late(waiver.decided_on, due.deadline):
        flags.add(Flag.decided_late)
    return Obligation(
        key=_key(plan, duty, expected),
        duty=duty,
        plan=plan,
        clause=expected.clause or (term.clause if term else ""),
        title=expected.title,
        who=expected.who,
        about_unit=expected.about_unit,
        activity=expected.activity,
        period=expected.period,
        due_on=due.deadline.on,
        original_due_on=due.original_on,
        safe_on=due.deadline.safe_on,
        done_on=evidence.done_on if evidence and evidence.done_on and evidence.done_on <= repository.today else None,
        state=judged.state,
        reason=f"{judged.reason} ({expected.progress})" if expected.progress else judged.reason,
        flags=tuple(flag for flag in Flag if flag in flags),
        deadline=due.deadline,
        evidence=evidence,
        place=expected.place or (term.where("duty") if term else plan.where()),
        progress=expected.progress,
        parts=tuple(_key(plan, duty, part) for part in expected.parts),
        days=judged.days,
    )


def _key(plan: Plan, duty: Duty, expected: Expected) -> ObligationKey:
    return ObligationKey(plan.id, duty.slug, expected.occasion, expected.who.key)


def _closed(repository: Repository, expected: Expected) -> Iterator[Flag]:
    unit = repository.units.get(unit_of(expected) or "")
    if unit and unit.valid_to and unit.valid_to < repository.today:
        yield Flag.unit_closed


WORST_FIRST = (State.overdue, State.unknown, State.due_soon, State.upcoming, State.late, State.on_time)


def with_parts(whole: Obligation, parts: Sequence[Obligation], parts_unknown: str = "") -> Obligation:
    """Return a whole judged by its parts: the worst state of those that count, done on the last day once all are done.

    Where there may be more parts than are known (`parts_unknown` says why), nothing better than unknown can be said.
    """
    if not parts:
        return whole
    states = {part.state for part in parts}
    state = next(
        (state for state in WORST_FIRST if state in states),
        State.waived if State.waived in states else State.not_applicable,
    )
    counted = [part for part in parts if part.state not in (State.waived, State.not_applicable)]
    done = sum(part.done_on is not None for part in counted)
    words = f"{done}/{len(counted)} phần đã xong" if counted else f"{len(parts)} phần"
    if parts_unknown and state is not State.overdue:
        reason = f"{_with('Chưa rõ', parts_unknown)} ({words})"
        return replace(whole, state=State.unknown, done_on=None, reason=reason, progress=words, days=0)
    is_past = state in (State.overdue, State.late)
    worst = max((part for part in parts if part.state is state), key=lambda part: part.days if is_past else -part.days)
    reason = f"{worst.reason} ({words})"
    whole = replace(whole, state=state, done_on=None, reason=reason, progress=words, days=worst.days)
    if not counted or done < len(counted):
        return whole
    last = max(counted, key=lambda part: (part.done_on or date.min, part.id))
    return replace(whole, done_on=last.done_on, evidence=last.evidence)


def derive(repository: Repository, duties: Iterable[Duty]) -> tuple[tuple[Obligation, ...], tuple[Diagnostic, ...]]:
    """Return every obligation of every plan, in order of id, and a diagnostic for each duty that crashed."""
    obligations: list[Obligation] = []
    problems: list[Diagnostic] = []
    for plan in repository.plans.values():
        for duty in duties:
            term = plan.term(duty.name)
            if term is None and duty.needs_term:
                continue
            try:
                obligations.extend(_judged(repository, plan, duty, term))
            except Exception as error:  # a crash in one duty must not hide the others; it is reported as a diagnostic
                place = term.where("duty") if term else plan.where()
                words = f"Không tính được việc “{duty.name}”: {type(error).__name__}: {error}."
                problems.append(CRASHED.at(place, words, cure="Báo cho người bảo trì phần mềm."))
    return tuple(sorted(obligations, key=lambda item: item.id)), tuple(problems)


def _judged(repository: Repository, plan: Plan, duty: Duty, term: Term | None) -> Iterator[Obligation]:
    """Yield the obligations of a duty, parts after their whole; none where a role that it needs is nobody's."""
    try:
        owed = list(duty.find(repository, plan, term))
    except NoSuchRole:  # told by the check R104
        return
    for expected in owed:
        whole = obligation(repository, plan, duty, term, expected)
        parts = [obligation(repository, plan, duty, term, part) for part in expected.parts]
        yield with_parts(whole, parts, expected.parts_unknown)
        yield from parts
