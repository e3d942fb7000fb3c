"""Decisions and what they do to an obligation: which concern it, what is due after all, which flags it carries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ktgs.language.months import Month
from ktgs.obligations.judging import concerns, derive, due_in_force
from ktgs.obligations.obligation import Change, Duty, Expected, Flag, Obligation, State, unit_of
from ktgs.records.keys import ActivityKey
from ktgs.repository.parties import Who, WhoKind
from ktgs.repository.repository import Repository
from tests.obligations.owing import DUE, PLACE, ROUND, UNIT, done, due, expected
from tests.opened import repository_of, sample
from tests.repository.writing import BROKEN, PLAN, adjustment

PERSON = Who(WhoKind.person, "tran-thi-b", "Trần Thị B")
BODY = Who(WhoKind.body, "doan-so-a", "Cơ quan")


def duty(*owed: Expected, name: str = "thông báo") -> Duty:
    """Return a duty that finds these."""

    def find(*_: object) -> Iterator[Expected]:
        return iter(owed)

    return Duty(name, find, about="")


def judged(repository: Repository, owed: Expected) -> Obligation:
    """Return the only obligation, judged with all decisions of the repository."""
    (obligation,), problems = derive(repository, [duty(owed)])
    assert problems == ()
    return obligation


def extension(name: str, new_due: str, decided: str, *lines: str, kind: str = "gia hạn") -> dict[str, str]:
    due_line = (f"hạn mới: {new_due}",) if new_due else ()
    return adjustment(name, "việc: thông báo", *due_line, *lines, kind=kind, decided=decided)


@pytest.mark.parametrize(
    ("lines", "owed", "is_concerned"),
    [
        (("việc: THÔNG BÁO",), {}, True),
        (("việc: phân công",), {}, False),
        (("hoạt động: dot-1",), {"activity": ROUND}, True),
        (("hoạt động: dot-1",), {"activity": ActivityKey("46-kh-dtn", "dot-2")}, False),
        (("hoạt động: dot-1",), {}, False),
        (("việc: thông báo", "đơn vị: [doan-so-b, doan-so-a]"), {}, True),
        (("việc: thông báo", "đơn vị: [doan-so-b]"), {}, False),
        (("việc: thông báo", "đơn vị: [doan-so-b]"), {"about_unit": "doan-so-b"}, True),
        (("việc: thông báo", "đơn vị: [doan-so-a]"), {"about_unit": "doan-so-b"}, False),
        (("việc: thông báo", "đơn vị: [doan-so-a]"), {"who": PERSON}, False),
        (("việc: thông báo", "đơn vị: [doan-so-a]"), {"who": BODY}, False),
        (("việc: thông báo", "đơn vị: tất cả"), {"who": BODY}, True),
        (("việc: thông báo", "cán bộ: [le-van-c, tran-thi-b]"), {"who": PERSON}, True),
        (("việc: thông báo", "cán bộ: [le-van-c]"), {"who": PERSON}, False),
        (("việc: thông báo", "cán bộ: [tran-thi-b]"), {}, False),
        (("việc: thông báo", "cán bộ: tất cả"), {"who": PERSON}, True),
        (("việc: thông báo", "kỳ: [04/2020, 05/2020]"), {"period": Month(2020, 5)}, True),
        (("việc: thông báo", "kỳ: 04/2020"), {"period": Month(2020, 5)}, False),
        (("việc: thông báo", "kỳ: 04/2020"), {}, False),
        (("việc: thông báo", "kỳ: dot-1"), {"period": ROUND}, True),
        (("việc: thông báo", "kỳ: dot-2"), {"period": ROUND}, False),
        (("việc: thông báo", "kỳ: tất cả"), {"period": ROUND}, True),
        (("việc: thông báo", "đơn vị: [doan-so-a]", "kỳ: dot-2"), {"period": ROUND}, False),
    ],
)
def test_what_a_decision_concerns(
    tmp_path: Path, lines: tuple[str, ...], owed: dict[str, Any], is_concerned: bool
) -> None:
    repository = repository_of(tmp_path, adjustment("x", *lines, "hạn mới: 01/06/2020", kind="gia hạn"))
    decision = next(item for key, item in repository.adjustments.items() if key.adjustment == "x")
    assert concerns(decision, duty(), expected(**owed)) is is_concerned


@pytest.mark.parametrize(
    ("owed", "unit"),
    [
        ({}, "doan-so-a"),
        ({"about_unit": "doan-so-b"}, "doan-so-b"),
        ({"who": PERSON}, None),
        ({"who": BODY}, None),
        ({"who": PERSON, "about_unit": "doan-so-b"}, "doan-so-b"),
    ],
)
def test_the_unit_that_an_obligation_concerns(owed: dict[str, Any], unit: str | None) -> None:
    assert unit_of(expected(**owed)) == unit


def flags(obligation: Obligation) -> list[str]:
    return [flag.name for flag in obligation.flags]


def test_an_extension_moves_the_due_day_and_keeps_the_original(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, extension("gia-han-1", "30/05/2020", "04/05/2020"), "2020-05-20")
    extended = judged(repository, expected())
    assert (extended.due_on, extended.original_due_on, extended.safe_on) == (date(2020, 5, 30), DUE, date(2020, 5, 29))
    assert (extended.state, extended.days, flags(extended)) == (State.upcoming, 10, ["extended"])
    assert extended.deadline.rule == "gia hạn đến 30/05/2020 (gia-han-1)"
    assert due_in_force(repository, repository.plans["46-kh-dtn"], duty(), expected()) == date(2020, 5, 30)


@pytest.mark.parametrize(
    ("decisions", "due_on", "carried"),
    [
        ((("a", "30/05/2020", "04/05/2020"),), date(2020, 5, 30), ["extended"]),  # decided on the due day
        ((("a", "30/05/2020", "05/05/2020"),), date(2020, 5, 30), ["extended", "decided_late"]),
        ((("a", "", "05/05/2020"),), DUE, []),  # without a new day
        ((("b", "20/05/2020", "01/05/2020"), ("a", "30/05/2020", "20/05/2020")), date(2020, 5, 30), ["extended"]),
        (
            (("b", "20/05/2020", "01/05/2020"), ("a", "30/05/2020", "21/05/2020")),
            date(2020, 5, 30),
            ["extended", "decided_late"],
        ),
        (
            (("a", "30/05/2020", "21/05/2020"), ("b", "20/05/2020", "01/05/2020")),
            date(2020, 5, 30),
            ["extended", "decided_late"],
        ),
    ],
)
def test_extensions_count_in_the_order_of_their_days(
    tmp_path: Path, decisions: tuple[tuple[str, str, str], ...], due_on: date, carried: list[str]
) -> None:
    files = {name: text for decision in decisions for name, text in extension(*decision).items()}
    extended = judged(repository_of(tmp_path, files), expected())
    assert (extended.due_on, flags(extended)) == (due_on, carried)


def test_adjustments_of_the_round_count_among_the_extensions(tmp_path: Path) -> None:
    moved = expected(changes=(Change(date(2020, 5, 2), Flag.adjusted, due(date(2020, 5, 10))),))
    assert moved.deadline_in_force == due(date(2020, 5, 10))
    assert expected().deadline_in_force == due()
    before = repository_of(tmp_path / "before", extension("a", "20/05/2020", "01/05/2020"))
    assert judged(before, moved).due_on == date(2020, 5, 10)
    after = judged(repository_of(tmp_path / "after", extension("a", "20/05/2020", "11/05/2020")), moved)
    assert (after.due_on, after.original_due_on) == (date(2020, 5, 20), DUE)
    assert flags(after) == ["extended", "adjusted", "decided_late"]
    assert flags(judged(sample(), moved)) == ["adjusted"]


def test_what_has_no_due_day_is_never_decided_late(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, extension("a", "20/05/2020", "19/05/2020"))
    extended = judged(repository, expected(deadline=due(None, "chưa rõ")))
    assert (extended.due_on, extended.original_due_on, flags(extended)) == (date(2020, 5, 20), None, ["extended"])


@pytest.mark.parametrize(
    ("decided", "owed", "state", "carried"),
    [
        ("04/05/2020", {}, State.waived, []),
        ("05/05/2020", {}, State.waived, ["decided_late"]),
        ("05/05/2020", {"evidence": done(DUE)}, State.on_time, []),
        ("05/05/2020", {"deadline": due(None, "chưa rõ")}, State.waived, []),
    ],
)
def test_a_waiver(tmp_path: Path, decided: str, owed: dict[str, Any], state: State, carried: list[str]) -> None:
    waived = judged(repository_of(tmp_path, extension("a", "", decided, kind="miễn")), expected(**owed))
    assert (waived.state, flags(waived)) == (state, carried)


def test_of_two_waivers_the_last_decided_is_told(tmp_path: Path) -> None:
    files = {**extension("b", "", "01/03/2020", kind="miễn"), **extension("a", "", "02/03/2020", kind="miễn")}
    assert judged(repository_of(tmp_path, files), expected()).reason == "Được miễn, theo a"


def test_an_extension_waives_nothing_and_a_waiver_extends_nothing(tmp_path: Path) -> None:
    extended = judged(repository_of(tmp_path / "1", extension("a", "30/10/2020", "01/03/2020")), expected())
    waived = judged(repository_of(tmp_path / "2", extension("a", "30/10/2020", "01/03/2020", kind="miễn")), expected())
    assert (extended.state, extended.due_on) == (State.upcoming, date(2020, 10, 30))
    assert (waived.state, waived.due_on) == (State.waived, DUE)


def test_a_broken_decision_leaves_it_open_and_is_the_evidence(tmp_path: Path) -> None:
    file = f"{PLAN}/adjustments/2020-09-01-thong-bao.yml"
    repository = repository_of(tmp_path, {file: BROKEN})
    opened = judged(repository, expected())
    assert (opened.state, opened.reason) == (State.unknown, f"Chưa rõ: tệp {file} có lỗi")
    assert opened.evidence is not None
    assert (opened.evidence.place.file, opened.evidence.done_on, opened.evidence.cause) == (
        file,
        None,
        f"tệp {file} có lỗi",
    )
    own = done(DUE)
    assert judged(repository, expected(evidence=own)).evidence == own
    assert judged(repository, expected(evidence=own)).state is State.on_time


def test_flags_that_follow_from_the_unit_and_the_paper() -> None:
    closed = Who(WhoKind.unit, "doan-so-x", "X")
    assert flags(judged(sample("2020-06-30"), expected(who=closed))) == []
    assert flags(judged(sample("2020-07-01"), expected(who=closed))) == ["unit_closed"]
    assert flags(judged(sample("2020-07-01"), expected(about_unit="doan-so-x"))) == ["unit_closed"]
    assert flags(judged(sample("2020-07-01"), expected(who=PERSON))) == []
    assert flags(judged(sample("2020-07-01"), expected(no_number=True))) == ["no_number"]


def test_what_an_obligation_says() -> None:
    repository = sample("2020-05-04")
    plan = repository.plans["46-kh-dtn"]
    term = plan.term("thông báo")
    assert term is not None
    owed = judged(repository, expected(activity=ROUND, period=Month(2020, 5), about_unit="doan-so-b"))
    assert (str(owed.key), owed.id) == ("46-kh-dtn/thong-bao/2020-05/doan-so-a",) * 2
    assert (owed.clause, owed.place, owed.title) == (term.clause, term.where("duty"), "tháng 05/2020")
    assert (owed.who, owed.about_unit, owed.activity, owed.period) == (UNIT, "doan-so-b", ROUND, Month(2020, 5))
    assert (owed.reason, owed.done_on, owed.evidence) == ("Chưa hoàn thành, hôm nay là hạn", None, None)
    own = judged(
        repository, expected(clause="31-BC/ĐTN", place=PLACE, progress="chưa gửi", evidence=done(date(2020, 5, 5)))
    )
    assert (own.clause, own.place, own.progress) == ("31-BC/ĐTN", PLACE, "chưa gửi")
    assert (own.reason, own.done_on) == ("Chưa hoàn thành, hôm nay là hạn (chưa gửi)", None)  # done tomorrow only
    assert judged(repository, expected(evidence=done(DUE))).done_on == DUE
    assert judged(repository, expected(evidence=done(None, "chưa rõ"))).done_on is None
