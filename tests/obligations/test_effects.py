"""What an adjustment did, obligation by obligation, and why it had no effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ktgs.obligations.effects import (
    AdjustmentEffects,
    change_words,
    effects_of,
    how_many,
    missing_scopes,
    touched_by_all,
)
from ktgs.obligations.judging import derive
from ktgs.obligations.obligation import Duty, Effect, Expected, Obligation, Outcome, State
from ktgs.records.adjustment import Adjustment
from ktgs.records.keys import AdjustmentKey, RoundUnitKey
from ktgs.repository.parties import Who, WhoKind
from ktgs.repository.repository import Repository
from tests.obligations.owing import DUE, DUTY, ROUND, done, due, expected, judged
from tests.opened import repository_of, sample
from tests.repository.writing import adjustment, made

ALL = ("đơn vị: tất cả", "cán bộ: tất cả", "kỳ: tất cả")
HEAD = ("loại: gia hạn", "việc: thông báo", "người quyết định: BTV", "lý do: Mẫu")
PERSON = Who(WhoKind.person, "tran-thi-b", "Trần Thị B")
BODY = Who(WhoKind.body, "van-phong", "Văn phòng")


def of_unit(unit: str, **changes: Any) -> Expected:
    return expected(occasion=RoundUnitKey("46-kh-dtn", "dot-1", unit), who=Who(WhoKind.unit, unit, unit), **changes)


def owed(repository: Repository, *every: Expected) -> tuple[Obligation, ...]:
    def find(*_: object) -> Iterator[Expected]:
        return iter(every)

    obligations, problems = derive(repository, [replace(DUTY, find=find)])
    assert problems == ()
    return obligations


def extended(root: Path, new_due: str, decided: str, kind: str = "gia hạn") -> Repository:
    due_line = (f"hạn mới: {new_due}",) if new_due else ()
    return repository_of(root, adjustment("x", "việc: thông báo", *ALL, *due_line, kind=kind, decided=decided))


def effects(obligations: tuple[Obligation, ...]) -> AdjustmentEffects:
    return effects_of(obligations)[AdjustmentKey("46-kh-dtn", "x")]


def test_which_obligations_an_adjustment_reached(tmp_path: Path) -> None:
    repository = extended(tmp_path, "10/05/2020", "20/04/2020")
    every = (
        of_unit("a"),
        of_unit("b", evidence=done(date(2020, 4, 20))),
        of_unit("c", deadline=due(date(2020, 5, 10))),
        of_unit("d", arises=False),
        of_unit("e", deadline=due(None, "chưa rõ")),
    )
    found = effects(owed(repository, *every))
    told = {item.obligation.who.id: item.why_not for item in found.concerned}
    assert told == {
        "a": "",
        "b": "đã xong ngày 20/04/2020 nên không tính lại theo quyết định",
        "c": "hạn mới 10/05/2020 không sau hạn 10/05/2020",
        "d": "không phát sinh nghĩa vụ",
        "e": "chưa rõ hạn nên chưa dời được",
    }
    assert [item.obligation.who.id for item in found.reached] == ["a"]
    assert [item.obligation.who.id for item in found.unreached] == ["b", "c", "d", "e"]
    assert [item.obligation.who.id for item in found.not_moved] == ["c", "e"]
    assert effects_of(owed(sample(), *every)) == {}


def test_a_whole_is_left_out_as_its_parts_are_told(tmp_path: Path) -> None:
    repository = extended(tmp_path, "10/05/2020", "20/04/2020")
    whole = expected(occasion=ROUND, parts=(of_unit("a"), of_unit("b")))
    assert [item.obligation.who.id for item in effects(owed(repository, whole)).concerned] == ["a", "b"]


@pytest.mark.parametrize(
    ("changes", "why_not"),
    [
        ({}, ""),
        ({"evidence": done(date(2020, 5, 6))}, "vẫn làm, ngày 06/05/2020, nên tính như không được miễn"),
    ],
)
def test_a_waiver_counts_while_it_is_not_done(tmp_path: Path, changes: dict[str, Any], why_not: str) -> None:
    repository = extended(tmp_path, "", "20/04/2020", "miễn")
    assert [item.why_not for item in effects(owed(repository, of_unit("a", **changes))).concerned] == [why_not]


def told(
    state: State, outcome: Outcome, *, new_due: str = "10/05/2020", decided: str = "20/04/2020", **more: Any
) -> str:
    """Return why an extension had no effect on an obligation in a state."""
    line = (f"hạn mới: {new_due}",) if new_due else ()
    decision = made(Adjustment, *HEAD, f"ngày quyết định: {decided}", *line).replace(places=KEYED)
    effect = Effect(decision, outcome, DUE, DUE)
    found = effects_of([judged(state, effects=(effect,), **more)])
    return next(iter(found.values())).concerned[0].why_not


KEYED = made(Adjustment, *HEAD, "ngày quyết định: 20/04/2020").places
KEYED.file = "data/plans/2020/46-kh-dtn/adjustments/x.yml"


@pytest.mark.parametrize(
    ("state", "outcome", "more", "why_not"),
    [
        (State.upcoming, Outcome.moved, {}, ""),
        (State.upcoming, Outcome.not_moved, {"new_due": ""}, "hạn vẫn là 04/05/2020"),
        (State.waived, Outcome.waived_before, {}, "đã được miễn trước đó"),
        (State.waived, Outcome.waived, {}, ""),
        (State.unknown, Outcome.done_before, {}, ""),  # nobody knows when it was done
        (State.missed, Outcome.moved, {"decided": "31/12/2020"}, ""),
        (State.missed, Outcome.moved, {"closed": True, "decided": "31/05/2020"}, ""),
        (
            State.missed,
            Outcome.moved,
            {"closed": True, "decided": "01/06/2020"},
            "năm kế hoạch đã khóa sổ ngày 01/06/2020",
        ),
        (State.overdue, Outcome.moved, {"closed": True, "decided": "01/06/2020"}, ""),
    ],
)
def test_why_it_had_no_effect(state: State, outcome: Outcome, more: dict[str, Any], why_not: str) -> None:
    plan = sample().plans["46-kh-dtn"]
    if more.pop("closed", False):
        plan = plan.replace(closed_on=date(2020, 6, 1))
    assert told(state, outcome, plan=plan, **more) == why_not


def test_the_scopes_that_a_decision_does_not_write_out() -> None:
    scopes = ("units", "people", "periods")
    decision = made(Adjustment, *HEAD, "ngày quyết định: 20/04/2020", "cán bộ: tất cả")
    assert missing_scopes(decision, scopes) == ("units", "periods")
    named = made(Adjustment, *HEAD, "ngày quyết định: 20/04/2020", "tài liệu: d/c/so")
    assert missing_scopes(named, scopes) == ()


def test_what_a_decision_would_touch_if_it_meant_everything() -> None:
    duty: Duty = DUTY
    in_may = judged(State.upcoming, name="a", who=Who(WhoKind.unit, "a", "A"), duty=duty)
    whole = judged(State.upcoming, name="w", who=Who(WhoKind.unit, "a", "A"), duty=duty, parts=(in_may.key,))
    other = judged(State.upcoming, name="b", who=Who(WhoKind.unit, "b", "B"), duty=replace(duty, name="phân công"))
    decision = made(Adjustment, *HEAD, "ngày quyết định: 20/04/2020", "đơn vị: [a]")
    assert touched_by_all(decision, [in_may, whole, other]) == (in_may,)
    elsewhere = made(Adjustment, *HEAD, "ngày quyết định: 20/04/2020", "đơn vị: [b]")
    assert touched_by_all(elsewhere, [in_may, whole, other]) == ()
    fixed = judged(State.upcoming, name="c", duty=replace(duty, scopes=None))
    assert touched_by_all(decision, [fixed]) == ()


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("chưa ấn định: có",), "chưa ấn định thời gian mới"),
        (("sang tháng: 10/2020",), "sang tháng 10/2020"),
        (("hạn mới: 10/10/2020",), "hạn mới 10/10/2020"),
        (("sang từ: 01/10/2020", "sang đến: 05/10/2020"), "từ 01/10/2020 đến 05/10/2020"),
        (("sang đến: 05/10/2020",), "đến 05/10/2020"),
        ((), ""),
    ],
)
def test_what_an_adjustment_sets(lines: tuple[str, ...], words: str) -> None:
    assert change_words(made(Adjustment, *HEAD, "ngày quyết định: 20/04/2020", *lines)) == words


def test_how_many_of_how_many_units() -> None:
    a, b = (judged(State.upcoming, who=Who(WhoKind.unit, name, name)) for name in "ab")
    office = judged(State.upcoming, who=BODY)
    assert how_many([a, a, b, office]) == "4 việc của 2 đơn vị"
    assert how_many([office]) == "1 việc"
