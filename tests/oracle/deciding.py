"""An obligation: its due day after every decision and late day off, its state, its flags; wholes made of parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from tests.oracle.days import Calendars, Count, Deadline, counted
from tests.oracle.reading import Plan, Tree, a_day, a_month, first_of, items, last_of, maybe_day, slug

WORST_FIRST = ("overdue", "unknown", "due_soon", "upcoming", "missed", "late", "on_time", "waived", "not_applicable")


@dataclass(frozen=True)
class Period:
    """When a round is to be held; no days where that is not fixed, whole months where only a month is."""

    start: date | None = None
    end: date | None = None
    is_month: bool = False


def a_period(start: str | None, end: str | None, month: str | None) -> Period:
    """Return the period of an activity as its plan or an adjustment gives it."""
    if month:
        return Period(first_of(a_month(month)), last_of(a_month(month)), is_month=True)
    return Period(a_day(start), a_day(end)) if start and end else Period()


@dataclass(frozen=True)
class Asked:
    """A plan and the day it is asked about, with what judging needs besides."""

    plan: Plan
    today: date
    calendars: Calendars
    soon: timedelta
    ended: frozenset[str]

    @property
    def is_closed(self) -> bool:
        """Tell whether the year is closed."""
        return maybe_day(self.plan.tree, "ngày khóa sổ", self.today) is not None


Rule = Callable[[Period, date], Count]


@dataclass
class Obligation:
    """One obligation before it is judged. `rule` counts its due day from a round's period, as known on a day."""

    asked: Asked
    term: Tree
    occasion: tuple[str, ...]
    who: tuple[str, str]
    rule: Rule
    scope: dict[str, str | None] = field(default_factory=dict)  # whom a decision must name; None: only `tất cả` will do
    about: str | None = None
    period: Period | None = None  # of the round whose adjustments move it
    document: str | None = None
    done: date | None = None
    undated: bool = False  # done on a day not known
    arises: bool = True
    doubtful: bool = False  # not known whether it arises or was done
    office: bool = False  # where it is unknown, the office is to mend it
    lapses_on: date | None = None
    flags: frozenset[str] = frozenset()
    parts: list[Obligation] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Return `plan/duty/occasion`."""
        return "/".join((self.asked.plan.id, slug(self.term["việc"]), *self.occasion))


@dataclass(frozen=True)
class Decision:
    """A decision known today that covers an obligation: a new period, a new due day, or neither (a waiver)."""

    day: date
    period: Period | None = None
    new_due: date | None = None
    names_document: bool = False


def _decisions(it: Obligation) -> list[Decision]:
    found = []
    for name, tree in it.asked.plan.adjustments.items():
        day = maybe_day(tree, "ngày quyết định", it.asked.today)
        moves = tree["loại"] == "điều chỉnh"
        if day and moves and it.period and tree["hoạt động"] == it.occasion[0]:
            period = a_period(tree.get("sang từ"), tree.get("sang đến"), tree.get("sang tháng"))
            found.append((day, 0, name, Decision(day, period)))
        elif day and not moves and _covers(tree, it):
            new_due, named = maybe_day(tree, "hạn mới"), bool(items(tree, "tài liệu"))
            found.append((day, 1, name, Decision(day, None, new_due, named)))
    return [decision for *_, decision in sorted(found, key=lambda row: row[:3])]


def _covers(tree: Tree, it: Obligation) -> bool:
    if tree["việc"] != it.term["việc"]:
        return False
    if named := items(tree, "tài liệu"):
        return it.document in named
    named_by = {key: [a_month(name) for name in items(tree, key)] for key in it.scope}
    return all(tree.get(key) == "tất cả" or who in named_by[key] for key, who in it.scope.items())


@dataclass(frozen=True)
class Settled:
    """A due day after all decisions, the day before any, and what they left behind."""

    deadline: Deadline
    original: date | None
    flags: frozenset[str] = frozenset()
    waived: str = ""  # or the flag of a waiver decided late, or a word
    skipped: bool = False


def settle(it: Obligation, done: date | None, *, extensions: bool = True) -> Settled:
    """Return the due day in force: each decision in turn, those made once the thing was done left out."""

    def count(rule: Count) -> Deadline:
        return it.asked.calendars.settle(rule, done)

    period, as_planned = it.period or Period(), True
    deadline = count(it.rule(period, it.asked.today))
    now = Settled(deadline, deadline.due)
    for decision in _decisions(it):
        before, new, flag = now.deadline.due, now.deadline, set[str]()
        if decision.period:
            if as_planned and "extended" not in now.flags:
                before = count(it.rule(period, decision.day)).due
            new = count(it.rule(decision.period, it.asked.today))
            effect, flag = new.due != before, {"adjusted"}
        elif not decision.new_due:
            effect = True
        elif effect := extensions and (decision.new_due > before if before else decision.names_document):
            new, flag = count(counted({}, decision.new_due)), {"extended"}
        if done and done <= decision.day:
            now = replace(now, skipped=now.skipped or effect)
            continue
        late = {"decided_late"} if effect and before and decision.day > before else set()
        if decision.period or decision.new_due:
            if decision.period and effect and as_planned:
                now, as_planned = replace(now, original=count(it.rule(period, decision.day)).due), False
            now = replace(now, deadline=new, flags=now.flags | (flag | late if effect else set()))
        else:
            now = replace(now, waived=now.waived or "".join(late) or "waived")
    return now


def judge(it: Obligation) -> list[dict[str, Any]]:
    """Return the fields of an obligation and of its parts as JSON gives them, without reason, working, evidence."""
    parts = [fields for part in it.parts for fields in judge(part)]
    counting = [part for part in parts if part["state"] != "not_applicable"]
    owed = [part["done_on"] for part in counting if part["state"] != "waived"]
    done = (max(owed, default=None) if all(owed) else None) if parts else it.done
    now = settle(it, done)
    ends: list[Any] = [part["lapses_on"] for part in counting] if parts else [it.lapses_on]
    lapses_on = max(ends, default=None) if all(ends) else None
    if lapses_on and now.deadline.due:
        lapses_on = max(lapses_on, now.deadline.due)
    state = min((part["state"] for part in parts), key=WORST_FIRST.index, default="") or _state(it, now, lapses_on)
    flags = set(now.flags | it.flags).union(*(part.flags for part in it.parts))
    flags |= {"decided_late"} if state == "waived" and now.waived == "decided_late" else set()
    flags |= {"decided_after_done"} if state == "late" and now.skipped else set()
    flags |= {"unit_closed"} if it.about in it.asked.ended else set()
    fields = {
        "id": it.id,
        "duty": slug(it.term["việc"]),
        "clause": ", ".join(items(it.term, "mục")),
        "who": it.who,
        "about_unit": it.about,
        "due_on": now.deadline.due,
        "original_due_on": now.original,
        "safe_on": now.deadline.safe,
        "done_on": done,
        "state": state,
        "flags": sorted(flags),
        "lapses_on": lapses_on,
        "awaits": "office" if state == "unknown" and it.office and not parts else None,
        "parts": sorted(part.id for part in it.parts),
    }
    return [fields, *parts]


def _state(it: Obligation, now: Settled, lapses_on: date | None) -> str:
    due, today = now.deadline.due, it.asked.today
    if not it.arises:
        return "not_applicable"
    if it.done:
        return "unknown" if due is None else "on_time" if it.done <= due else "late"
    if now.waived:
        return "waived"
    if it.undated or due is None or it.doubtful:
        return "unknown"
    if (lapses_on and today > lapses_on) or (it.asked.is_closed and it.term["việc"] != "kiến nghị"):
        return "missed"
    if today > due:
        return "overdue"
    return "due_soon" if due - today <= it.asked.soon else "upcoming"
