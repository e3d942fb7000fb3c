"""Judging obligations as of a day: their states, wholes by their parts; and the engine of the duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ktgs.language.days import Deadline
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import first_upper, vi_date
from ktgs.obligations.key import ObligationKey, Occasion
from ktgs.obligations.obligation import Duty, Evidence, Expected, Flag, Obligation, State, unit_of
from ktgs.obligations.settling import Announced, At, Settled, settle
from ktgs.records.plan import Plan, Term
from ktgs.repository.marks import broken_adjustment, broken_file_words
from ktgs.repository.papers import Paper, paper_in
from ktgs.repository.parties import NoSuchRole, PartyKey
from ktgs.repository.repository import Repository

CRASHED = Code(
    "F901",
    "Phần mềm gặp lỗi khi tính một việc",
    about="Lỗi của phần mềm, không phải của dữ liệu. Phần còn lại vẫn được tính. "
    "Gửi nguyên thông báo cho người bảo trì.",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A state with its full words and the days late, overdue or left."""

    state: State
    reason: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day that something is judged as of, how near a day is soon, and since when its plan's year is closed."""

    today: date
    soon_days: int
    closed_on: date | None = None


def judge(expected: Expected, settled: Settled, lapses_on: date | None, mark: str, as_of: AsOf) -> Judgement:
    """Return the state: the first row that applies of the table "States" in the specification.

    `mark` is why it is not known whether it was done or moved (a broken file), empty otherwise.
    """
    deadline, today = settled.deadline, as_of.today
    done_on, due_on = expected.evidence.done_on if expected.evidence else None, deadline.on
    if expected.arises is False:
        return Judgement(State.not_applicable, _with("Không phát sinh nghĩa vụ", expected.why))
    cause = mark or (expected.evidence.cause if expected.evidence else "")
    if done_on is not None and done_on <= today:
        return _judge_done(done_on, deadline, cause)
    if settled.waiver is not None:
        return Judgement(State.waived, f"Được miễn, theo {settled.waiver.told}")
    if expected.arises is None:
        cause = cause or expected.why
    if cause or due_on is None:
        return Judgement(State.unknown, _with("Chưa rõ", cause or deadline.cause))
    if last := _possible_until(lapses_on, as_of):
        return Judgement(State.missed, f"Không thực hiện: có thể làm đến hết ngày {vi_date(last)}")
    left = (due_on - today).days
    if left < 0:
        return Judgement(State.overdue, f"Chưa hoàn thành, quá hạn {-left} ngày", -left)
    if left <= as_of.soon_days:
        words = "Chưa hoàn thành, hôm nay là hạn" if left == 0 else f"Chưa hoàn thành, còn {left} ngày"
        return Judgement(State.due_soon, words, left)
    return Judgement(State.upcoming, "Chưa hoàn thành, còn trong hạn", left)


def _possible_until(lapses_on: date | None, as_of: AsOf) -> date | None:
    """Return the last day on which it could be done, None while it still can be."""
    last_days = []
    if lapses_on is not None and as_of.today > lapses_on:
        last_days.append(lapses_on)
    if as_of.closed_on is not None and as_of.today >= as_of.closed_on:
        last_days.append(as_of.closed_on - timedelta(days=1))
    return min(last_days, default=None)


def _judge_done(done_on: date, deadline: Deadline, doubt: str) -> Judgement:
    """Return the state of what was done; `doubt` is why it may have been due later or done earlier."""
    late_days = (done_on - deadline.on).days if deadline.on else 0
    if deadline.on is None or (late_days > 0 and doubt):
        return Judgement(State.unknown, _with("Chưa rõ", f"đã làm ngày {vi_date(done_on)}; {doubt or deadline.cause}"))
    if late_days > 0:
        return Judgement(State.late, f"Hoàn thành trễ hạn {late_days} ngày", late_days)
    return Judgement(State.on_time, "Hoàn thành đúng hạn")


def _with(words: str, cause: str) -> str:
    if cause.startswith("chưa rõ"):
        return first_upper(cause)
    return f"{words}: {cause}" if cause else words


class Finder:
    """Finds what a duty expects, with what was announced of days off by the days asked for."""

    def __init__(self, repository: Repository, plan: Plan, duty: Duty, term: Term | None) -> None:
        self._asked = (repository, plan, duty, term)
        self._known: dict[Announced, dict[tuple[Occasion, PartyKey], Expected]] = {}
        self.first = self._find(frozenset())

    def _find(self, announced: Announced) -> tuple[Expected, ...]:
        repository, plan, duty, term = self._asked
        calendar = repository.calendar.with_announced(announced)
        every = tuple(duty.find(repository.with_calendar(calendar), plan, term))
        self._known[announced] = {_name(item): item for whole in every for item in (whole, *whole.parts)}
        return every

    def at(self, expected: Expected) -> At:
        """Return how an obligation is found with other announcements; as it is where they do not have it."""

        def expected_then(announced: Announced) -> Expected:
            if announced not in self._known:
                self._find(announced)
            return self._known[announced].get(_name(expected), expected)

        return expected_then


def _name(expected: Expected) -> tuple[Occasion, PartyKey]:
    return expected.occasion, expected.who.key


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges what a duty expects under a term of a plan."""

    repository: Repository
    plan: Plan
    duty: Duty
    term: Term | None

    def of(self, expected: Expected, at: At) -> Obligation:
        """Return the judged obligation; one with parts is judged by them in `with_parts`."""
        done_on = self._done_on(expected)
        return self._judged(expected, settle(self.repository, self.plan, self.duty, at, done_on), done_on)

    def _done_on(self, expected: Expected) -> date | None:
        done_on = expected.evidence.done_on if expected.evidence else None
        return done_on if done_on and done_on <= self.repository.today else None

    def _judged(self, expected: Expected, settled: Settled, done_on: date | None) -> Obligation:
        repository, plan = self.repository, self.plan
        broken = broken_adjustment(repository, plan, expected.activity, self.duty.name)
        mark = broken_file_words(broken) if broken else ""
        lapses_on = _not_before(expected.lapses_on, settled.deadline.on)
        closed_on = None if self.duty.never_closes else plan.closed_on
        as_of = AsOf(repository.today, repository.organization.soon_days, closed_on)
        judged = judge(expected, settled, lapses_on, mark, as_of)
        evidence = expected.evidence or (Evidence(broken.place, None, mark) if broken else None)
        if evidence and (paper := self._paper(evidence)) is not evidence.paper:
            evidence = replace(evidence, paper=paper)
        progress = expected.progress if isinstance(expected.progress, str) else expected.progress(settled.deadline.on)
        return Obligation(
            key=_key(plan, self.duty, expected),
            duty=self.duty,
            plan=plan,
            clause=expected.clause or (self.term.clause if self.term else ""),
            title=expected.title,
            who=expected.who,
            about_unit=expected.about_unit,
            activity=expected.activity,
            period=expected.period,
            due_on=settled.deadline.on,
            original_due_on=settled.original_on,
            safe_on=settled.deadline.safe_on,
            done_on=done_on,
            state=judged.state,
            reason=f"{judged.reason} ({progress})" if progress else judged.reason,
            flags=self._flags(expected, settled, judged.state),
            deadline=settled.deadline,
            evidence=evidence,
            place=expected.place or (self.term.where("duty") if self.term else plan.where()),
            is_closed=closed_on is not None and repository.today >= closed_on,
            progress=progress,
            parts=tuple(_key(plan, self.duty, part) for part in expected.parts),
            days=judged.days,
            lapses_on=lapses_on,
            document=expected.document,
            awaits_office=judged.state is State.unknown and _awaits_office(expected, settled, evidence),
            effects=settled.effects,
            basis=expected.basis or (f"mục {self.term.clause}" if self.term else ""),
        )

    def _paper(self, evidence: Evidence) -> Paper | None:
        return evidence.paper or paper_in(self.repository, evidence.place.file)

    def _flags(self, expected: Expected, settled: Settled, state: State) -> tuple[Flag, ...]:
        flags = set(settled.flags)
        if expected.no_number:
            flags.add(Flag.no_number)
        if state is State.waived and settled.is_waived_late and not expected.parts:
            flags.add(Flag.decided_late)
        if state is State.late and settled.skipped:
            flags.add(Flag.decided_after_done)
        unit = self.repository.units.get(unit_of(expected) or "")
        if unit and unit.valid_to and unit.valid_to < self.repository.today:
            flags.add(Flag.unit_closed)
        return tuple(flag for flag in Flag if flag in flags) if flags else ()

    def with_parts(self, expected: Expected, at: At, parts: Sequence[Obligation]) -> Obligation:
        """Return a whole judged by its parts: its own deadline, their worst state, the day on which the last was done.

        Waived and not applicable parts count only if all parts are. A whole is done, and decisions are skipped for it,
        only once all that counts is done; it makes no sense any more once none of its parts does.
        """
        owed = [part for part in parts if part.state not in NOT_COUNTED]
        done_on = _last_done(owed)
        settled = settle(self.repository, self.plan, self.duty, at, done_on)
        whole = self._judged(expected, settled, None)
        state = min((part.state for part in parts), key=WORST_FIRST.index)
        ends = [part.lapses_on for part in parts if part.state is not State.not_applicable]
        last = max((end for end in ends if end), default=None) if all(ends) else None
        words = _how_many_done(self.duty, owed, parts)
        whole = replace(whole, lapses_on=_not_before(last, settled.deadline.on), awaits_office=False, progress=words)
        if expected.parts_unknown and state is not State.overdue:
            reason = f"{_with('Chưa rõ', expected.parts_unknown)} ({words})"
            return replace(whole, state=State.unknown, done_on=None, reason=reason, days=0)
        is_past = state in (State.overdue, State.late)
        of_state = (part for part in parts if part.state is state)
        worst = max(of_state, key=lambda part: part.days if is_past else -part.days)
        flags = self._flags(expected, settled, state)
        reason = f"{worst.reason} ({words})"
        whole = replace(whole, state=state, done_on=done_on, reason=reason, flags=flags, days=worst.days)
        if done_on is None:
            return whole
        return replace(whole, evidence=max(owed, key=lambda part: (part.done_on or date.min, part.id)).evidence)


def _not_before(lapses_on: date | None, due_on: date | None) -> date | None:
    return max(lapses_on, due_on) if lapses_on and due_on else lapses_on


def _last_done(owed: Sequence[Obligation]) -> date | None:
    """Return the day on which the last was done, None while one is not done or nothing is owed."""
    days = [part.done_on for part in owed if part.done_on]
    return max(days) if days and len(days) == len(owed) else None


def _how_many_done(duty: Duty, owed: Sequence[Obligation], parts: Sequence[Obligation]) -> str:
    done = sum(part.done_on is not None for part in owed)
    return f"{done}/{len(owed)} {duty.parts} đã xong" if owed else f"{len(parts)} {duty.parts}"


def _awaits_office(expected: Expected, settled: Settled, evidence: Evidence | None) -> bool:
    """Return whether what is unknown has only to be written down by the office."""
    if evidence and evidence.cause:
        return True
    if expected.arises is None:
        return expected.why_awaits_office
    return settled.deadline.awaits_office


NOT_COUNTED = (State.waived, State.not_applicable)
WORST_FIRST = (
    State.overdue,
    State.unknown,
    State.due_soon,
    State.upcoming,
    State.missed,
    State.late,
    State.on_time,
    *NOT_COUNTED,
)


def _key(plan: Plan, duty: Duty, expected: Expected) -> ObligationKey:
    return ObligationKey(plan.id, duty.slug, expected.occasion, expected.who.key)


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
        finder = Finder(repository, plan, duty, term)
    except NoSuchRole:  # told by the check R104
        return
    judging = Judge(repository, plan, duty, term)
    for expected in finder.first:
        parts = [judging.of(part, finder.at(part)) for part in expected.parts]
        at = finder.at(expected)
        yield judging.with_parts(expected, at, parts) if parts else judging.of(expected, at)
        yield from parts
