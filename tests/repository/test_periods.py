"""When an activity takes place: as the plan says, or as the latest adjustment says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.keys import EngagementKey
from ktgs.records.plan import Activity, Plan
from ktgs.repository.periods import Period, expected_on, moves_of, period, periods, planned_period
from ktgs.repository.repository import Repository
from tests.opened import repository_of, sample
from tests.repository.writing import adjustment, team

FIRST, LAST = date(2020, 11, 10), date(2020, 11, 25)


def asked(repository: Repository, activity: str = "dot-2") -> tuple[Repository, Plan, Activity]:
    plan = repository.plans["46-kh-dtn"]
    found = plan.activity(activity)
    assert found is not None
    return repository, plan, found


def days(span: Period) -> tuple[date | None, date | None, bool]:
    return span.starts_on, span.ends_on, span.month_only


def test_a_period_covers_its_first_and_last_day() -> None:
    span = Period(FIRST, LAST)
    covered = [span.covers(date(2020, 11, day)) for day in (9, 10, 25, 26)]
    assert covered == [False, True, True, False]
    assert not Period(None, None).covers(FIRST)
    assert not Period(FIRST, None).covers(FIRST)
    assert not Period(None, LAST).covers(LAST)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, (FIRST, LAST, False)),
        ({"starts_on": None, "ends_on": None, "month": Month(2020, 9)}, (date(2020, 9, 1), date(2020, 9, 30), True)),
        ({"ends_on": None, "month": Month(2020, 9)}, (date(2020, 9, 1), date(2020, 9, 30), True)),
        ({"month": Month(2020, 9)}, (FIRST, LAST, False)),
        ({"starts_on": None}, (date(2020, 1, 1), LAST, False)),
        ({"ends_on": None}, (FIRST, date(2020, 12, 31), False)),
        ({"starts_on": None, "ends_on": None}, (date(2020, 1, 1), date(2020, 12, 31), False)),
    ],
)
def test_the_plan_gives_days_or_a_month_or_itself(changes: dict[str, object], expected: tuple[object, ...]) -> None:
    _, plan, activity = asked(sample())
    assert days(planned_period(plan, activity.replace(**changes))) == expected


MOVED = {
    **adjustment("a-dot-2", "hoạt động: dot-2", "sang tháng: 10/2020", decided="02/03/2020"),
    **adjustment("b-dot-2", "hoạt động: dot-2", "sang đến: 30/11/2020", decided="01/03/2020"),
    **adjustment("c-dot-1", "hoạt động: dot-1", "chưa ấn định: có", decided="03/03/2020"),
    **adjustment("d-dot-1", "hoạt động: dot-1", "sang từ: 12/05/2020", decided="04/03/2020"),
    **adjustment("e-dot-2", "hoạt động: dot-2", "kỳ: dot-2", "hạn mới: 01/12/2020", kind="gia hạn"),
}


def test_adjustments_move_it_in_the_order_of_their_days(tmp_path: Path) -> None:
    where = asked(repository_of(tmp_path, MOVED))
    assert [move.id for move in moves_of(*where)] == ["b-dot-2", "a-dot-2"]
    everywhere = periods(*where)
    assert [days(span) for span in everywhere] == [
        (FIRST, LAST, False),
        (FIRST, date(2020, 11, 30), False),
        (date(2020, 10, 1), date(2020, 10, 31), True),
    ]
    assert [span.adjustment and span.adjustment.id for span in everywhere] == [None, "b-dot-2", "a-dot-2"]
    assert period(*where) == everywhere[-1]


def test_a_new_day_keeps_the_other(tmp_path: Path) -> None:
    where = asked(repository_of(tmp_path, {k: v for k, v in MOVED.items() if "c-dot-1" not in k}), "dot-1")
    assert days(period(*where)) == (date(2020, 5, 12), date(2020, 5, 22), False)


def test_after_no_time_at_all_a_new_first_day_leaves_the_last_open(tmp_path: Path) -> None:
    spans = periods(*asked(repository_of(tmp_path, MOVED), "dot-1"))
    assert [days(span) for span in spans[1:]] == [(None, None, False), (date(2020, 5, 12), None, False)]


def test_a_session_is_expected_on_its_day_else_with_its_activity(tmp_path: Path) -> None:
    sessions = ("mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020", "mã: c2, đơn vị: doan-so-b")
    repository = repository_of(tmp_path, {**MOVED, **team("dot-2-doan-1", "dot-2", *sessions)})
    key = EngagementKey("46-kh-dtn", "dot-2-doan-1", "c1")
    assert expected_on(repository, repository.engagements[key]) == date(2020, 11, 12)
    key = EngagementKey("46-kh-dtn", "dot-2-doan-1", "c2")
    assert expected_on(repository, repository.engagements[key]) == date(2020, 10, 1)
