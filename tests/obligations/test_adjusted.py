"""What an obligation says once decisions, broken files, its unit and its paper are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ktgs.language.days import Deadline
from ktgs.language.months import Month
from ktgs.obligations.judging import derive
from ktgs.obligations.obligation import Duty, Evidence, Expected, Obligation, Outcome, State, unit_of
from ktgs.repository.parties import Who, WhoKind
from ktgs.repository.repository import Repository
from tests.obligations.owing import DUE, DUTY, PLACE, ROUND, UNIT, done, due, expected
from tests.opened import repository_of, sample
from tests.repository.writing import BROKEN, PLAN, adjustment

PERSON = Who(WhoKind.person, "tran-thi-b", "Trần Thị B")
BODY = Who(WhoKind.body, "doan-so-a", "Cơ quan")
EVERYBODY = ("đơn vị: tất cả", "cán bộ: tất cả", "kỳ: tất cả")


def duty(*owed: Expected) -> Duty:
    """Return a duty that finds these."""

    def find(*_: object) -> Iterator[Expected]:
        return iter(owed)

    return replace(DUTY, find=find)


def judged(repository: Repository, owed: Expected) -> Obligation:
    """Return the only obligation, judged with all decisions of the repository."""
    (obligation,), problems = derive(repository, [duty(owed)])
    assert problems == ()
    return obligation


def decision(name: str, new_due: str, decided: str, kind: str = "gia hạn", *lines: str) -> dict[str, str]:
    due_line = (f"hạn mới: {new_due}",) if new_due else ()
    return adjustment(name, "việc: thông báo", *EVERYBODY, *due_line, *lines, kind=kind, decided=decided)


def flags(obligation: Obligation) -> list[str]:
    return [flag.name for flag in obligation.flags]


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


def test_an_extension_moves_the_due_day_and_keeps_the_original(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, decision("gia-han-1", "30/05/2020", "04/05/2020"), "2020-05-20")
    extended = judged(repository, expected())
    assert (extended.due_on, extended.original_due_on, extended.safe_on) == (date(2020, 5, 30), DUE, date(2020, 5, 29))
    assert (extended.state, extended.days, flags(extended)) == (State.upcoming, 10, ["extended"])
    assert extended.deadline.rule == "gia hạn đến 30/05/2020, theo quyết định ngày 04/05/2020"


@pytest.mark.parametrize(
    ("decided", "owed", "state", "carried"),
    [
        ("04/05/2020", {}, State.waived, []),
        ("05/05/2020", {}, State.waived, ["decided_late"]),
        ("05/05/2020", {"evidence": done(DUE)}, State.on_time, []),
        ("05/05/2020", {"evidence": done(date(2020, 5, 5))}, State.late, ["decided_after_done"]),
        ("05/05/2020", {"evidence": done(date(2020, 5, 6))}, State.late, []),  # done later all the same
        ("05/05/2020", {"deadline": due(None, "chưa rõ")}, State.waived, []),
    ],
)
def test_a_waiver(tmp_path: Path, decided: str, owed: dict[str, Any], state: State, carried: list[str]) -> None:
    waived = judged(repository_of(tmp_path, decision("a", "", decided, "miễn")), expected(**owed))
    assert (waived.state, flags(waived), waived.due_on) == (state, carried, None if "deadline" in owed else DUE)


def test_an_extension_after_it_was_done_late_leaves_but_a_flag(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, decision("a", "30/05/2020", "06/05/2020"))
    late = judged(repository, expected(evidence=done(date(2020, 5, 6))))
    assert (late.state, late.due_on, flags(late)) == (State.late, DUE, ["decided_after_done"])
    on_time = judged(repository, expected(evidence=done(DUE)))
    assert (on_time.state, flags(on_time)) == (State.on_time, [])


def test_what_each_decision_did_is_told(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, decision("a", "01/05/2020", "20/04/2020"))
    told = judged(repository, expected())
    assert (told.due_on, flags(told)) == (DUE, [])
    assert [(effect.adjustment.id, effect.outcome) for effect in told.effects] == [("a", Outcome.not_moved)]


def test_evidence_names_the_paper_that_its_file_records() -> None:
    place = sample().plans["46-kh-dtn"].where("issued_on")
    shown = judged(sample(), expected(evidence=Evidence(place, DUE))).evidence
    assert shown is not None and str(shown.paper) == "46-KH/ĐTN ngày 20/02/2020"
    nowhere = judged(sample(), expected(evidence=done(DUE))).evidence
    assert nowhere is not None and nowhere.paper is None


def test_a_broken_decision_leaves_it_open_and_is_the_evidence(tmp_path: Path) -> None:
    file = f"{PLAN}/adjustments/2020-09-01-thong-bao.yml"
    repository = repository_of(tmp_path, {file: BROKEN})
    opened = judged(repository, expected())
    assert (opened.state, opened.reason) == (State.unknown, f"Chưa rõ: tệp {file} có lỗi")
    assert opened.evidence is not None
    shown = (opened.evidence.place.file, opened.evidence.done_on, opened.evidence.cause)
    assert shown == (file, None, f"tệp {file} có lỗi")
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


@pytest.mark.parametrize(
    ("owed", "awaits"),
    [
        ({}, False),  # not unknown
        ({"evidence": done(None, "chưa rõ ngày nhận")}, True),
        ({"arises": None, "why": "x"}, False),
        ({"arises": None, "why": "x", "why_awaits_office": True}, True),
        ({"why_awaits_office": True}, False),
        ({"deadline": due(None, "chưa ấn định ngày")}, False),
        ({"deadline": Deadline(None, None, None, "chưa rõ", "", awaits_office=True)}, True),
        ({"arises": None, "deadline": Deadline(None, None, None, "chưa rõ", "", awaits_office=True)}, False),
        ({"evidence": done(DUE), "deadline": Deadline(None, None, None, "chưa rõ", "", awaits_office=True)}, True),
    ],
)
def test_what_only_the_office_has_to_write_down(owed: dict[str, Any], awaits: bool) -> None:
    assert judged(sample(), expected(**owed)).awaits_office is awaits


@pytest.mark.parametrize(
    ("lapses_on", "owed", "shown"),
    [
        (None, {}, None),
        (date(2020, 5, 30), {}, date(2020, 5, 30)),
        (date(2020, 5, 3), {}, DUE),  # never before the day in force
        (date(2020, 5, 3), {"deadline": due(None, "chưa rõ")}, date(2020, 5, 3)),
    ],
)
def test_until_when_it_makes_sense(lapses_on: date | None, owed: dict[str, Any], shown: date | None) -> None:
    assert judged(sample(), expected(lapses_on=lapses_on, **owed)).lapses_on == shown


def test_what_can_be_done_no_longer_is_missed(tmp_path: Path) -> None:
    assert judged(sample("2020-05-30"), expected(lapses_on=date(2020, 5, 30))).state is State.overdue
    assert judged(sample("2020-05-31"), expected(lapses_on=date(2020, 5, 30))).state is State.missed
    text = (Path(__file__).parents[1] / "sample" / PLAN / "plan.md").read_text(encoding="utf-8")
    closing = {f"{PLAN}/plan.md": text.replace("người ký:", "ngày khóa sổ: 01/06/2020\nngười ký:", 1)}
    assert judged(repository_of(tmp_path, closing, "2020-05-31"), expected()).state is State.overdue
    assert judged(repository_of(tmp_path, closing, "2020-06-01"), expected()).state is State.missed
    closed = repository_of(tmp_path, closing, "2020-06-01")
    assert [judged(closed, expected(lapses_on=day)).is_closed for day in (None, DUE)] == [True, True]
    (goes_on,), _ = derive(closed, [replace(duty(expected()), never_closes=True)])
    assert (goes_on.state, goes_on.is_closed) == (State.overdue, False)
    assert not judged(repository_of(tmp_path, closing, "2020-05-31"), expected()).is_closed


def test_what_an_obligation_says() -> None:
    repository = sample("2020-05-04")
    term = repository.plans["46-kh-dtn"].term("thông báo")
    assert term is not None
    owed = judged(repository, expected(activity=ROUND, period=Month(2020, 5), about_unit="doan-so-b"))
    assert (str(owed.key), owed.id) == ("46-kh-dtn/thong-bao/2020-05/doan-so-a",) * 2
    assert (owed.clause, owed.place, owed.title) == (term.clause, term.where("duty"), "tháng 05/2020")
    assert (owed.who, owed.about_unit, owed.activity, owed.period) == (UNIT, "doan-so-b", ROUND, Month(2020, 5))
    assert (owed.reason, owed.done_on, owed.evidence) == ("Chưa hoàn thành, hôm nay là hạn", None, None)
    tomorrow = done(date(2020, 5, 5))
    own = judged(repository, expected(clause="31-BC/ĐTN", place=PLACE, progress="chưa gửi", evidence=tomorrow))
    assert (own.clause, own.place, own.progress) == ("31-BC/ĐTN", PLACE, "chưa gửi")
    assert (own.reason, own.done_on) == ("Chưa hoàn thành, hôm nay là hạn (chưa gửi)", None)  # done tomorrow only
    assert judged(repository, expected(evidence=done(DUE))).done_on == DUE
    assert judged(repository, expected(evidence=done(None, "chưa rõ"))).done_on is None
    told = judged(repository, expected(progress=lambda due_on: f"trước {due_on:%d/%m}"))
    assert (told.progress, told.reason) == ("trước 04/05", "Chưa hoàn thành, hôm nay là hạn (trước 04/05)")
