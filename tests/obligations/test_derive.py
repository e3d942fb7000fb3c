"""The engine of the duties: which are asked, in which order all comes, what becomes of one that crashes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from ktgs.obligations.judging import derive
from ktgs.obligations.obligation import Duty, Expected, State
from ktgs.records.keys import ActivityKey, RoundUnitKey
from ktgs.records.organization import BodyRole
from ktgs.repository.parties import NoSuchRole
from tests.obligations.owing import DUE, PLACE, done, expected
from tests.opened import sample

ROUND = ActivityKey("46-kh-dtn", "dot-1")


def asked(name: str, *owed: Expected, **changes: Any) -> Duty:
    def find(*_: object) -> Iterator[Expected]:
        return iter(owed)

    return Duty(name, find, about="", **changes)


def of_unit(unit: str, **changes: Any) -> Expected:
    return expected(occasion=RoundUnitKey("46-kh-dtn", "dot-1", unit), title=unit, **changes)


def test_a_duty_of_which_the_plan_has_no_term_is_not_asked() -> None:
    owed = expected(occasion=ROUND)
    obligations, problems = derive(sample(), [asked("việc lạ", owed), asked("thông báo", owed)])
    assert [obligation.id for obligation in obligations] == ["46-kh-dtn/thong-bao/dot-1"]
    assert problems == ()
    obligations, _ = derive(sample(), [asked("việc lạ", owed, needs_term=False)])
    assert [(o.id, o.clause, o.place) for o in obligations] == [
        ("46-kh-dtn/viec-la/dot-1", "", sample().plans["46-kh-dtn"].where())
    ]


def test_all_comes_in_the_order_of_ids_and_a_whole_is_judged_by_its_parts() -> None:
    parts = (of_unit("b", evidence=done(DUE)), of_unit("a", evidence=done(date(2020, 5, 6))))
    whole = expected(occasion=ROUND, parts=parts)
    obligations, _ = derive(sample(), [asked("thông báo", whole), asked("phân công", of_unit("c"))])
    assert [obligation.id.removeprefix("46-kh-dtn/") for obligation in obligations] == [
        "phan-cong/dot-1/c",
        "thong-bao/dot-1",
        "thong-bao/dot-1/a",
        "thong-bao/dot-1/b",
    ]
    judged = obligations[1]
    assert [str(part) for part in judged.parts] == ["46-kh-dtn/thong-bao/dot-1/b", "46-kh-dtn/thong-bao/dot-1/a"]
    assert (judged.state, judged.done_on, judged.days) == (State.late, date(2020, 5, 6), 2)


def test_why_there_may_be_more_parts_reaches_the_whole() -> None:
    whole = expected(occasion=ROUND, parts=(of_unit("a", evidence=done(DUE)),), parts_unknown="tệp a có lỗi")
    obligations, _ = derive(sample(), [asked("thông báo", whole)])
    assert obligations[0].state is State.unknown
    assert obligations[0].reason == "Chưa rõ: tệp a có lỗi (1/1 phần đã xong)"


def test_without_the_role_that_it_needs_a_duty_finds_nothing() -> None:
    def find(*_: object) -> Iterator[Expected]:
        yield expected(occasion=ROUND)
        raise NoSuchRole(BodyRole.office)

    assert derive(sample(), [Duty("thông báo", find, about="")]) == ((), ())


def test_a_duty_that_crashes_is_told_and_hides_no_other() -> None:
    def find(*_: object) -> Iterator[Expected]:
        raise ZeroDivisionError("x")
        yield

    duties = [Duty("thông báo", find, about=""), asked("phân công", expected(occasion=ROUND))]
    obligations, (problem,) = derive(sample(), duties)
    term = sample().plans["46-kh-dtn"].term("thông báo")
    assert term is not None
    assert [obligation.id for obligation in obligations] == ["46-kh-dtn/phan-cong/dot-1"]
    assert (problem.code.id, problem.place) == ("F901", term.where("duty"))
    assert problem.found == "Không tính được việc “thông báo”: ZeroDivisionError: x."
    _, (problem,) = derive(sample(), [replace(duties[0], name="việc lạ", needs_term=False)])
    assert problem.place == sample().plans["46-kh-dtn"].where()
    assert problem.place != PLACE
