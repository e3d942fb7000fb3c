"""Obligations made by hand, for what is asked of judging."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ktgs.language.days import Deadline
from ktgs.language.diagnostics import Place
from ktgs.language.months import Month
from ktgs.obligations.key import ObligationKey
from ktgs.obligations.obligation import Duty, Evidence, Expected, Obligation, State
from ktgs.records.keys import ActivityKey
from ktgs.repository.parties import PartyKey, Who, WhoKind
from tests.opened import sample

PLACE = Place("data/made.yml", 3, 5)
DUE = date(2020, 5, 4)
UNIT = Who(WhoKind.unit, "doan-so-a", "Đoàn cơ sở Sở A")
ROUND = ActivityKey("46-kh-dtn", "dot-1")


def nothing(*_: object) -> Iterator[Expected]:
    """Yield nothing."""
    return iter(())


DUTY = Duty("thông báo", nothing, about="", scopes=("units", "people", "periods"))


def due(day: date | None = DUE, cause: str = "") -> Deadline:
    """Return a deadline of a day, or one that is not known for a cause."""
    return Deadline(day, day, None, cause, "")


def done(day: date | None, cause: str = "") -> Evidence:
    """Return evidence of a day, or of none for a cause."""
    return Evidence(PLACE, day, cause)


def expected(**changes: Any) -> Expected:
    """Return what Sở A owes for May, due on 04/05/2020 and not done."""
    fields = {"occasion": Month(2020, 5), "title": "tháng 05/2020", "who": UNIT, "deadline": due(), **changes}
    return Expected(**fields)


def judged(state: State, days: int = 0, done_on: date | None = None, name: str = "x", **changes: Any) -> Obligation:
    """Return an obligation in a state, named by its party."""
    plan = sample().plans["46-kh-dtn"]
    fields = {
        "key": ObligationKey(plan.id, DUTY.slug, Month(2020, 5), PartyKey(WhoKind.unit, name)),
        "duty": DUTY,
        "plan": plan,
        "clause": "III",
        "title": "tháng 05/2020",
        "who": Who(WhoKind.unit, name, name),
        "about_unit": None,
        "activity": None,
        "period": None,
        "due_on": DUE,
        "original_due_on": DUE,
        "safe_on": DUE,
        "done_on": done_on,
        "state": state,
        "reason": f"lý do {name}",
        "flags": (),
        "deadline": due(),
        "evidence": done(done_on) if done_on else None,
        "place": PLACE,
        "days": days,
        **changes,
    }
    return Obligation(**fields)
