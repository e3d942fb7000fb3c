"""What became of a meeting, and on which day it is or was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.keys import MeetingKey
from ktgs.records.schedule import Meeting
from ktgs.repository.meetings import (
    NOT_SCHEDULED,
    WAITING,
    MeetingState,
    branches_left_out,
    days_announced,
    is_cancelled,
    is_off,
    is_postponed,
    meeting_day,
    meeting_state,
)
from ktgs.repository.sessions import Day
from tests.opened import repository_of
from tests.repository.writing import BROKEN, PLAN, made, schedule, unit, visit_report

KEY = MeetingKey("46-kh-dtn", Month(2020, 6), "doan-so-a", "b1")
MEETING = "mã: b1, ngày: 10/06/2020, giờ: 8:00"
MOVED = "dời: [{sang ngày: 12/06/2020, ngày báo: 05/06/2020}]"


def meeting(*lines: str) -> Meeting:
    return made(Meeting, "mã: b1", "ngày: 10/06/2020", "giờ: 8:00", "địa điểm: Phòng họp", *lines)


# What the file says; the state; cancelled; postponed.
CASES: list[tuple[tuple[str, ...], MeetingState, bool, bool]] = [
    ((), MeetingState.announced, False, False),
    (("đã diễn ra: có",), MeetingState.announced, False, False),
    (("đã diễn ra: không",), MeetingState.cancelled, True, False),
    ((MOVED,), MeetingState.moved, False, False),
    ((MOVED, "đã diễn ra: không"), MeetingState.cancelled, True, False),
    (("trạng thái: hủy",), MeetingState.cancelled, True, False),
    ((MOVED, "trạng thái: hủy"), MeetingState.cancelled, True, False),
    (("trạng thái: hoãn",), MeetingState.postponed, False, True),
    (("trạng thái: hoãn", "đã diễn ra: không"), MeetingState.postponed, False, True),
    (("trạng thái: hoãn", MOVED), MeetingState.postponed, False, True),
    (("trạng thái: hoãn", "ngày báo: 04/06/2020", MOVED), MeetingState.moved, False, False),
    (("trạng thái: hoãn", "ngày báo: 05/06/2020", MOVED), MeetingState.moved, False, False),
    (("trạng thái: hoãn", "ngày báo: 06/06/2020", MOVED), MeetingState.postponed, False, True),
    (
        ("trạng thái: hoãn", "ngày báo: 04/06/2020", "dời: [{sang ngày: 12/06/2020}]"),
        MeetingState.postponed,
        False,
        True,
    ),
    (
        ("trạng thái: hoãn", "ngày báo: 04/06/2020", MOVED, "đã diễn ra: không"),
        MeetingState.cancelled,
        True,
        False,
    ),
]


@pytest.mark.parametrize(("lines", "state", "cancelled", "postponed"), CASES)
def test_state(lines: tuple[str, ...], state: MeetingState, cancelled: bool, postponed: bool) -> None:
    written = meeting(*lines)
    assert meeting_state(written) is state
    assert (is_cancelled(written), is_postponed(written)) == (cancelled, postponed)
    assert is_off(written) is (cancelled or postponed)


def test_every_day_ever_announced() -> None:
    assert days_announced(meeting()) == (date(2020, 6, 10),)
    moved = meeting("dời: [{sang ngày: 17/06/2020}, {sang ngày: 12/06/2020}]")
    assert days_announced(moved) == (date(2020, 6, 10), date(2020, 6, 17), date(2020, 6, 12))


def report(name: str, held: str = "", sent: str = "", attendees: str = "tran-thi-b") -> dict[str, str]:
    lines = [f"buổi: {KEY}", *([f"ngày tiến hành: {held}"] if held else []), *([f"ngày gửi: {sent}"] if sent else [])]
    return visit_report(name, *lines, attendees=attendees)


def day_of(root: Path, *files: dict[str, str], person: str | None = "nguyen-van-a") -> Day:
    laid = {name: text for one in files for name, text in one.items()}
    return meeting_day(repository_of(root, laid, "2020-07-01"), KEY, person)


def test_a_meeting_is_on_the_last_announced_day(tmp_path: Path) -> None:
    assert day_of(tmp_path, schedule("doan-so-a", "2020-06", f"{MEETING}, {MOVED}")) == Day(date(2020, 6, 12))


def test_a_meeting_that_waits_has_no_day(tmp_path: Path) -> None:
    assert day_of(tmp_path, schedule("doan-so-a", "2020-06", f"{MEETING}, trạng thái: hoãn")) == Day(None, WAITING)


def test_a_meeting_of_no_schedule_has_no_day(tmp_path: Path) -> None:
    assert day_of(tmp_path) == Day(None, NOT_SCHEDULED)
    file = f"{PLAN}/schedules/2020-06/doan-so-a.yml"
    assert day_of(tmp_path, {file: BROKEN}) == Day(None, f"tệp {file} có lỗi", awaits_office=True)


def test_a_report_says_on_which_day_it_was(tmp_path: Path) -> None:
    waiting = schedule("doan-so-a", "2020-06", f"{MEETING}, trạng thái: hoãn")
    assert day_of(tmp_path, waiting, report("2020-06-10-a", held="11/06/2020")) == Day(date(2020, 6, 11))


@pytest.mark.parametrize(
    ("reports", "day"),
    [
        ((report("a", "11/06/2020", "20/06/2020"), report("b", "12/06/2020", "19/06/2020")), 12),  # the first sent
        ((report("a", "11/06/2020", "19/06/2020"), report("b", "12/06/2020", "19/06/2020")), 11),  # then by name
        ((report("a", "11/06/2020"), report("b", "12/06/2020", "19/06/2020")), 12),  # one not sent comes last
        ((report("a", "11/06/2020", "chưa rõ"), report("b", "12/06/2020", "19/06/2020")), 12),
        ((report("a", "", "18/06/2020"), report("b", "12/06/2020", "19/06/2020")), 10),  # the day announced
        ((report("a", "", "10/06/2020"), report("b", "", "19/06/2020")), 10),  # none says another day
        (
            (
                report("a", "11/06/2020", "18/06/2020"),
                report("b", "12/06/2020", "19/06/2020", "le-van-c, nguyen-van-a"),
            ),
            12,  # one's own
        ),
    ],
)
def test_one_s_own_report_counts_else_the_first_sent(
    tmp_path: Path, reports: tuple[dict[str, str], ...], day: int
) -> None:
    assert day_of(tmp_path, schedule("doan-so-a", "2020-06", MEETING), *reports) == Day(date(2020, 6, day))


def test_for_nobody_the_first_sent_report_counts(tmp_path: Path) -> None:
    first, own = report("a", "11/06/2020", "18/06/2020"), report("b", "12/06/2020", "19/06/2020", "nguyen-van-a")
    assert day_of(tmp_path, schedule("doan-so-a", "2020-06", MEETING), first, own, person=None).on == date(2020, 6, 11)


def test_a_report_without_a_day_speaks_of_the_last_one_announced(tmp_path: Path) -> None:
    waiting = schedule("doan-so-a", "2020-06", f"{MEETING}, {MOVED}, trạng thái: hoãn")
    assert day_of(tmp_path, waiting) == Day(None, WAITING)
    assert day_of(tmp_path, waiting, report("2020-06-12-a", sent="19/06/2020")) == Day(date(2020, 6, 12))


@pytest.mark.parametrize(
    ("meetings", "more", "left_out"),
    [
        (("chi đoàn: p1",), "", ["p2"]),
        (("chi đoàn: p1", "chi đoàn: p2"), "", []),
        (("chi đoàn: p1",), "không sinh hoạt: [{chi đoàn: p2}]", []),
        (("nội dung: Cả đơn vị",), "", ["p1", "p2"]),
        ((), "", []),  # nothing is held this month
    ],
)
def test_sub_units_that_a_schedule_leaves_out(
    tmp_path: Path, meetings: tuple[str, ...], more: str, left_out: list[str]
) -> None:
    days = {"p1": "", "p2": ", từ: 01/06/2020, đến: 30/06/2020", "p3": ", từ: 02/06/2020", "p4": ", đến: 29/06/2020"}
    branches = "".join(f"  - {{mã: {name}, tên: A{span}}}\n" for name, span in days.items())
    rows = (f"mã: b{number}, ngày: 10/06/2020, giờ: 8:00, {text}" for number, text in enumerate(meetings))
    files = {name: text + more for name, text in schedule("doan-so-z", "2020-06", *rows).items()}
    files |= unit("doan-so-z", "chi đoàn:\n" + branches)
    repository = repository_of(tmp_path, files)
    (written,) = (known for key, known in repository.schedules.items() if key.unit == "doan-so-z")
    assert [branch.id for branch in branches_left_out(repository, written)] == left_out


def test_a_unit_that_is_not_there_all_month_leaves_nobody_out(tmp_path: Path) -> None:
    files = {
        **schedule("doan-so-x", "2020-07", "mã: b1, ngày: 10/07/2020, giờ: 8:00"),  # until 30/06/2020
        **schedule("doan-so-x", "2020-06", "mã: b1, ngày: 10/06/2020, giờ: 8:00"),
        **schedule("doan-so-y", "2020-06", "mã: b1, ngày: 10/06/2020, giờ: 8:00"),
        "data/units/doan-so-y.yml": BROKEN,
    }
    repository = repository_of(tmp_path, files)
    left_out = {str(key): [b.id for b in branches_left_out(repository, s)] for key, s in repository.schedules.items()}
    assert left_out["46-kh-dtn/2020-06/doan-so-x"] == ["chi-doan-1"]
    assert left_out["46-kh-dtn/2020-07/doan-so-x"] == left_out["46-kh-dtn/2020-06/doan-so-y"] == []
