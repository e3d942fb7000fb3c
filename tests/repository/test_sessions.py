"""When the session of an engagement is and what became of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.records.team import Engagement
from ktgs.repository.sessions import (
    DAY_UNKNOWN,
    NOT_DATED,
    POSTPONED,
    Day,
    SessionState,
    is_called_off,
    is_cancelled,
    last_session,
    session_day,
    session_state,
)
from tests.opened import repository_of
from tests.repository.writing import made, team

PLANNED, HELD = date(2020, 5, 14), date(2020, 5, 20)


def engagement(*lines: str) -> Engagement:
    return made(Engagement, "mã: c1", "đơn vị: doan-so-a", *lines)


# What the file says; the state; cancelled; called off; the day, or why it is not known.
CASES: list[tuple[tuple[str, ...], SessionState, bool, bool, Day]] = [
    ((), SessionState.planned, False, False, Day(None, NOT_DATED)),
    (("ngày: 14/05/2020",), SessionState.planned, False, False, Day(PLANNED, NOT_DATED)),
    (("ngày: 14/05/2020", "ngày tiến hành: 20/05/2020"), SessionState.held, False, False, Day(HELD)),
    (
        ("ngày: 14/05/2020", "ngày tiến hành: chưa rõ"),
        SessionState.held_some_day,
        False,
        False,
        Day(None, DAY_UNKNOWN, awaits_office=True),
    ),
    (("ngày: 14/05/2020", "trạng thái: hoãn"), SessionState.postponed, False, True, Day(None, POSTPONED)),
    (("ngày: 14/05/2020", "trạng thái: hủy"), SessionState.cancelled, True, True, Day(PLANNED, NOT_DATED)),
    (("ngày tiến hành: 20/05/2020", "trạng thái: hoãn"), SessionState.held, False, False, Day(HELD)),
    (("ngày tiến hành: 20/05/2020", "trạng thái: hủy"), SessionState.held, False, False, Day(HELD)),
    (
        ("ngày tiến hành: chưa rõ", "trạng thái: hoãn"),
        SessionState.held_some_day,
        False,
        False,
        Day(None, DAY_UNKNOWN, awaits_office=True),
    ),
]


@pytest.mark.parametrize(("lines", "state", "cancelled", "called_off", "day"), CASES)
def test_state_and_day(
    lines: tuple[str, ...], state: SessionState, cancelled: bool, called_off: bool, day: Day
) -> None:
    session = engagement(*lines)
    assert session_state(session) is state
    assert (is_cancelled(session), is_called_off(session), session_day(session)) == (cancelled, called_off, day)


@pytest.mark.parametrize(
    ("engagements", "day"),
    [
        ((), Day(None, NOT_DATED)),
        (("ngày: 14/11/2020", "ngày: 12/11/2020"), Day(date(2020, 11, 14), NOT_DATED)),
        (("ngày: 12/11/2020", "ngày: 11/11/2020, ngày tiến hành: 16/11/2020"), Day(date(2020, 11, 16), NOT_DATED)),
        (("ngày: 12/11/2020", "hình thức: tập trung"), Day(None, NOT_DATED)),
        (("ngày: 12/11/2020", "ngày tiến hành: chưa rõ"), Day(None, DAY_UNKNOWN, awaits_office=True)),
        (("ngày: 12/11/2020", "trạng thái: hoãn", "hình thức: tập trung"), Day(None, POSTPONED)),
    ],
)
def test_last_session_is_unknown_while_one_has_no_day(tmp_path: Path, engagements: tuple[str, ...], day: Day) -> None:
    written = (f"mã: c{number}, đơn vị: doan-so-a, {text}" for number, text in enumerate(engagements))
    repository = repository_of(tmp_path, team("dot-2-doan-1", "dot-2", *written), "2020-12-01")
    found = last_session(session for session in repository.engagements.values() if session.key.team == "dot-2-doan-1")
    assert found == day
