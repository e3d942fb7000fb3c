"""What is said to be done without a date is not known before the day that it speaks of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ktgs.language.months import Month
from ktgs.records.keys import AssignmentKey, ScheduleKey, TeamKey
from ktgs.records.values import UNKNOWN
from ktgs.repository.repository import Repository
from ktgs.repository.untimely import without_untimely
from tests.opened import repository_of, sample
from tests.repo import facts, lay
from tests.repository.writing import (
    assignment,
    monthly,
    observation,
    result_report,
    schedule,
    team,
    visit_report,
)

JUNE = Month(2020, 6)
MEETING = "mã: b1, ngày: 10/06/2020, giờ: 8:00"
REPORT = "2020-06-10-x"


def seen(root: Path, day: str, *files: dict[str, str]) -> Repository:
    return repository_of(root, {name: text for group in files for name, text in group.items()}, day)


def test_nothing_changes_where_all_is_dated() -> None:
    repository = sample()
    assert without_untimely(repository) is repository


@pytest.mark.parametrize(("day", "took_place"), [("2020-06-11", None), ("2020-06-12", True), ("2020-06-13", True)])
def test_that_a_meeting_took_place(tmp_path: Path, day: str, took_place: bool | None) -> None:
    written = schedule("doan-so-a", "2020-06", f"{MEETING}, đã diễn ra: có, dời: [{{sang ngày: 12/06/2020}}]")
    repository = seen(tmp_path, day, written)
    assert repository.schedules[ScheduleKey("46-kh-dtn", JUNE, "doan-so-a")].meetings[0].took_place is took_place


@pytest.mark.parametrize(("day", "attended"), [("2020-06-09", None), ("2020-06-10", True)])
def test_that_somebody_attended(tmp_path: Path, day: str, attended: bool | None) -> None:
    item = "buổi: doan-so-a/b1, cán bộ: tran-thi-b, đã dự: có, xác nhận của: đơn vị"
    repository = seen(tmp_path, day, schedule("doan-so-a", "2020-06", MEETING), assignment("2020-06", item))
    (written,) = repository.assignments[AssignmentKey("46-kh-dtn", JUNE)].items
    assert (written.attended, written.confirmed_by is not None) == (attended, bool(attended))


@pytest.mark.parametrize(("day", "is_known"), [("2020-11-11", False), ("2020-11-12", True)])
def test_that_a_session_was_held_on_some_day(tmp_path: Path, day: str, is_known: bool) -> None:
    session = "mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020, ngày tiến hành: chưa rõ, số người dự: 5"
    undated = "mã: c2, đơn vị: doan-so-b, ngày tiến hành: chưa rõ"
    repository = seen(tmp_path, day, team("dot-2-doan-1", "dot-2", session, undated))
    first, second = repository.teams[TeamKey("46-kh-dtn", "dot-2-doan-1")].engagements
    assert (first.held_on, first.attendees) == ((UNKNOWN, 5) if is_known else (None, None))
    assert second.held_on is UNKNOWN


SENT, UNDATED = "ngày gửi: 09/06/2020", "ngày gửi: chưa rõ"
NAMED = "buổi: 46-kh-dtn/2020-06/doan-so-a/b1"


@pytest.mark.parametrize(
    ("report", "first_day"),
    [
        (visit_report(REPORT, NAMED, UNDATED), "2020-06-10"),  # the meeting's day
        (visit_report(REPORT, NAMED), "2020-06-10"),
        (visit_report(REPORT, NAMED, SENT), "2020-06-09"),  # a dated sending is known from its own day
        (visit_report(REPORT, NAMED, UNDATED, "ngày tiến hành: 11/06/2020"), "2020-06-11"),
        (visit_report(REPORT, "đơn vị: doan-so-a", "ngày: 12/06/2020", UNDATED), "2020-06-12"),
        (monthly("nhanh", REPORT, "06/2020", UNDATED), "2020-06-30"),
        (monthly("tổng hợp", REPORT, "06/2020", UNDATED), "2020-06-30"),
        (monthly("nhanh", REPORT, "06/2020", SENT), "2020-06-09"),
    ],
)
def test_a_report_of_a_meeting_or_a_month(tmp_path: Path, report: dict[str, str], first_day: str) -> None:
    before = f"{first_day[:8]}{int(first_day[8:]) - 1:02}"
    laid = (schedule("doan-so-a", "2020-06", MEETING), report)
    assert REPORT not in seen(tmp_path, before, *laid).reports
    assert REPORT in seen(tmp_path, first_day, *laid).reports


def test_a_report_of_a_month_that_is_no_more_than_written_is_there(tmp_path: Path) -> None:
    assert REPORT in seen(tmp_path, "2020-06-01", monthly("nhanh", REPORT, "06/2020")).reports


def steps(root: Path, day: str, *lines: str) -> tuple[Any, ...]:
    """Return the steps of a report of a team whose first session is on 12/11 and second on 16/11."""
    sessions = ("mã: c1, đơn vị: doan-so-a, ngày: 16/11/2020", "mã: c2, đơn vị: doan-so-b, ngày: 12/11/2020")
    report = result_report(REPORT, "46-kh-dtn/dot-2-doan-1", *lines)
    found: Any = seen(root, day, team("dot-2-doan-1", "dot-2", *sessions), report).reports[REPORT]
    return found.compiled_on, found.confirmed_on, found.confirmed_by, found.sent_on


def test_the_steps_of_a_result_report(tmp_path: Path) -> None:
    lines = ("ngày tổng hợp: chưa rõ", "ngày xác nhận: chưa rõ", "người xác nhận: nguyen-van-a", UNDATED)
    assert steps(tmp_path, "2020-11-11", *lines) == (None, None, None, None)
    assert steps(tmp_path, "2020-11-12", *lines) == (UNKNOWN, UNKNOWN, "nguyen-van-a", UNKNOWN)
    assert steps(tmp_path, "2020-11-11", "ngày tổng hợp: chưa rõ", "người xác nhận: nguyen-van-a") == (
        None,
        None,
        "nguyen-van-a",
        None,
    )


def test_a_report_of_a_team_without_sessions_or_on_a_topic_stays(tmp_path: Path) -> None:
    files = (team("dot-2-doan-1", "dot-2"), result_report(REPORT, "46-kh-dtn/dot-2-doan-1", UNDATED))
    assert seen(tmp_path, "2020-03-01", *files).reports[REPORT].sent_on is UNKNOWN
    supervised = observation("2020-03-27-x", "thang-thanh-nien", "27/03/2020", UNDATED)
    assert seen(tmp_path, "2020-03-27", supervised).reports["2020-03-27-x"].sent_on is UNKNOWN


def test_a_report_on_a_meeting_of_an_unknown_day_speaks_of_its_month(tmp_path: Path) -> None:
    broken = {"data/plans/2020/46-kh-dtn/schedules/2020-06/doan-so-a.yml": "tháng: [\n"}
    report = visit_report(REPORT, NAMED, UNDATED)
    assert REPORT not in seen(tmp_path, "2020-05-31", broken, report).reports
    assert REPORT in seen(tmp_path, "2020-06-01", broken, report).reports


@pytest.mark.parametrize("words", ["đã diễn ra: có", "đã diễn ra: không"])
def test_a_meeting_still_to_come_is_said_to_have_been_held_or_not(tmp_path: Path, words: str) -> None:
    written = schedule("doan-so-a", "2020-06", f"{MEETING}, {words}, dời: [{{sang ngày: 12/12/2020}}]")
    found = [item for item in facts(lay(tmp_path, written)).diagnostics if item.code.id == "D101"]
    assert [item.found for item in found] == ["Có “đã diễn ra”, nhưng ngày 12/12/2020 chưa đến."]


def test_with_a_day_that_is_asked_for_nothing_is_said(tmp_path: Path) -> None:
    written = schedule("doan-so-a", "2020-06", f"{MEETING}, đã diễn ra: có")
    found = facts(lay(tmp_path, written), "2020-05-20").diagnostics
    assert [item for item in found if item.code.id == "D101"] == []


def test_attended_and_held_before_the_day(tmp_path: Path) -> None:
    meeting = "mã: b1, ngày: 10/12/2020, giờ: 8:00"
    item = "buổi: doan-so-a/b1, cán bộ: tran-thi-b, đã dự: có, xác nhận của: đơn vị"
    session = "mã: c1, đơn vị: doan-so-a, ngày: 12/11/2020, ngày tiến hành: chưa rõ"
    files = {
        **schedule("doan-so-a", "2020-12", meeting),
        **assignment("2020-12", item),
        **team("dot-2-doan-1", "dot-2", session),
    }
    found = [item for item in facts(lay(tmp_path, files)).diagnostics if "chưa đến" in item.found]
    assert [(item.code.id, item.found) for item in found] == [
        ("D101", "Có “đã dự”, nhưng ngày 10/12/2020 chưa đến."),
        ("D101", "Có “ngày tiến hành”, nhưng ngày 12/11/2020 chưa đến."),
    ]
