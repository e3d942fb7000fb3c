"""What became of each assignment to a meeting; a report that is missing never makes anyone absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.repository.attendance import ABSENT, SETTLED, Attendance, attendance
from tests.opened import repository_of
from tests.repository.writing import BROKEN, PLAN, assignment, schedule, visit_report

MEETING = "mã: b1, ngày: 10/06/2020, giờ: 8:00"
ITEM = "buổi: doan-so-a/b1, cán bộ: tran-thi-b"
SCHEDULE = f"{PLAN}/schedules/2020-06/doan-so-a.yml"
REPORT = visit_report("2020-06-10-doan-so-a", "buổi: 46-kh-dtn/2020-06/doan-so-a/b1", attendees="le-van-c, tran-thi-b")
OTHERS_REPORT = visit_report("2020-06-10-doan-so-a", "buổi: 46-kh-dtn/2020-06/doan-so-a/b1", attendees="le-van-c")
A = Attendance


def state(root: Path, day: str, meeting: str, item: str, files: dict[str, str]) -> Attendance:
    """Return what is known of the only assignment of June; a meeting left out stands for an unreadable schedule."""
    announced = schedule("doan-so-a", "2020-06", meeting) if meeting else {SCHEDULE: BROKEN}
    laid = {**announced, **assignment("2020-06", item), **files}
    repository = repository_of(root, laid, day)
    (assigned,) = (
        assigned for assigned in repository.assigned if str(assigned.key) == "46-kh-dtn/2020-06/doan-so-a/b1"
    )
    return attendance(repository, assigned)


@pytest.mark.parametrize(
    ("day", "meeting", "item", "files", "expected"),
    [
        ("2020-06-09", MEETING, ITEM, {}, A.assigned),
        ("2020-06-10", MEETING, ITEM, {}, A.assigned),
        ("2020-06-11", MEETING, ITEM, {}, A.not_reported),
        ("2020-06-11", f"{MEETING}, dời: [{{sang ngày: 12/06/2020}}]", ITEM, {}, A.moved),
        ("2020-06-12", f"{MEETING}, dời: [{{sang ngày: 12/06/2020}}]", ITEM, {}, A.moved),
        ("2020-06-13", f"{MEETING}, dời: [{{sang ngày: 12/06/2020}}]", ITEM, {}, A.not_reported),
        ("2020-06-11", f"{MEETING}, trạng thái: hoãn", ITEM, {}, A.postponed),
        ("2020-06-11", f"{MEETING}, trạng thái: hủy", ITEM, {}, A.cancelled),
        ("2020-06-11", f"{MEETING}, trạng thái: hủy", f"{ITEM}, vắng: có lý do", {}, A.cancelled),
        ("2020-06-11", MEETING, f"{ITEM}, dự thay: le-van-c", {}, A.replaced),
        ("2020-06-11", MEETING, f"{ITEM}, dự thay: le-van-c, vắng: có lý do", {}, A.replaced),
        ("2020-06-09", MEETING, f"{ITEM}, vắng: có lý do", {}, A.excused),
        ("2020-06-11", MEETING, f"{ITEM}, vắng: không lý do", {}, A.unexcused),
        ("2020-06-11", MEETING, f"{ITEM}, vắng: không lý do", REPORT, A.unexcused),
        ("2020-06-09", MEETING, f"{ITEM}, đã dự: có", {}, A.assigned),
        ("2020-06-10", MEETING, f"{ITEM}, đã dự: có", {}, A.attended),
        ("2020-06-11", MEETING, f"{ITEM}, đã dự: có", {}, A.attended),
        ("2020-06-11", f"{MEETING}, trạng thái: hoãn", f"{ITEM}, đã dự: có", {}, A.attended),
        ("2020-06-11", MEETING, ITEM, REPORT, A.attended),
        ("2020-06-11", MEETING, ITEM, OTHERS_REPORT, A.not_reported),
        ("2020-06-11", "", ITEM, {}, A.assigned),
        ("2020-06-11", "", f"{ITEM}, đã dự: có", {}, A.attended),
        ("2020-06-11", "", ITEM, REPORT, A.attended),
        ("2020-06-11", "", f"{ITEM}, vắng: có lý do", {}, A.excused),
    ],
)
def test_attendance(
    tmp_path: Path, day: str, meeting: str, item: str, files: dict[str, str], expected: Attendance
) -> None:
    assert state(tmp_path, day, meeting, item, files) is expected


def test_what_is_absence_and_what_is_settled() -> None:
    assert frozenset({A.excused, A.unexcused}) == ABSENT
    assert set(A) - SETTLED == {A.assigned, A.postponed, A.moved, A.not_reported}
