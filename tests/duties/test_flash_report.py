"""The office's flash report on a month's absences: one test a state, through files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import Flag, State
from tests.duties.asking import (
    BROKEN,
    PLAN,
    REPORTS,
    ask,
    assert_every_state_tested,
    closed,
    counted,
    evidence,
    unclear,
    waiver,
)
from tests.duties.test_visit_report import Files, assigned, meeting
from tests.duties.test_visit_report import report as visit_report
from tests.repo import facts, lay

APRIL, MAY = "bao-cao-nhanh/2020-04/van-phong", "bao-cao-nhanh/2020-05/van-phong"
FILE = f"{REPORTS}/nhanh/2020-06-12-thang-5.md"
ABSENT = assigned("vắng: có lý do")
NEVER: dict[State, str] = {}


def flash(sent_on: str, number: str = "số ký hiệu: 41-BC/ĐTN\n") -> Files:
    """Return the flash report for May."""
    return {FILE: f"---\nloại: nhanh\ntháng: 05/2020\n{number}người lập: vo-thi-g\nngày gửi: {sent_on}\n---\n"}


def test_states() -> None:
    assert_every_state_tested(globals(), NEVER)


def test_on_time(tmp_path: Path) -> None:
    found = ask(tmp_path, APRIL, "2020-05-12")
    assert (found.state, str(found.due_on)) == (State.on_time, "2020-05-15")
    assert evidence(found) == f"{REPORTS}/nhanh/2020-05-12-thang-4.md:7 2020-05-12"
    assert counted(found)[:2] == ("2020-04-30", 10)
    assert "2020-05-01 Ngày Quốc tế Lao động" in counted(found)[2]
    assert (found.who.id, found.clause, str(found.period)) == ("van-phong", "II.3", "2020-04")


def test_late(tmp_path: Path) -> None:
    found = ask(tmp_path, MAY, "2020-06-15", ABSENT | flash("15/06/2020", ""))
    assert (found.state, found.days, str(found.due_on)) == (State.late, 3, "2020-06-12")
    assert (evidence(found), found.flags) == (f"{FILE}:5 2020-06-15", (Flag.no_number,))


def test_unknown(tmp_path: Path) -> None:
    found = ask(tmp_path, MAY, "2020-06-20")
    assert (found.state, found.reason) == (State.unknown, "Chưa rõ: còn phân công chưa báo cáo")
    assert evidence(found) is None


def test_nobody_has_attended_what_is_still_to_come(tmp_path: Path) -> None:
    attended = assigned("đã dự: có")
    assert ask(tmp_path, MAY, "2020-05-05", attended).state is State.unknown
    assert ask(tmp_path, MAY, "2020-05-06").state is State.not_applicable


@pytest.mark.parametrize(
    ("files", "cause"),
    [
        ({f"{PLAN}/assignments/2020-05.yml": BROKEN}, f"tệp {PLAN}/assignments/2020-05.yml có lỗi"),
        (ABSENT | {FILE: "---\nloại: [\n---\n"}, f"tệp {FILE} có lỗi"),
        (ABSENT | flash("chưa rõ"), "chưa rõ ngày gửi"),
    ],
)
def test_unknown_for_other_causes(tmp_path: Path, files: Files, cause: str) -> None:
    found = ask(tmp_path, MAY, "2020-06-20", files)
    assert (found.state, found.reason) == (State.unknown, unclear(cause))


def test_waived(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-06-20", ABSENT | waiver("báo cáo nhanh")).state is State.waived


def test_missed(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-06-20", ABSENT | closed("21/06/2020")).state is not State.missed
    found = ask(tmp_path, MAY, "2020-06-21")
    assert (found.state, found.lapses_on) == (State.missed, None)
    assert found.reason.startswith("Không thực hiện: có thể làm đến hết ngày 20/06/2020")


def test_overdue(tmp_path: Path) -> None:
    found = ask(tmp_path, MAY, "2020-06-13", ABSENT)
    assert (found.state, found.days, evidence(found)) == (State.overdue, 1, None)


def test_due_soon(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-06-12", ABSENT).reason == "Chưa hoàn thành, hôm nay là hạn"


def test_upcoming(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-05-20", ABSENT).state is State.upcoming


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (assigned() | visit_report("14/05/2020"), "không có ai vắng"),
        (assigned("đã dự: có"), "không có ai vắng"),
        (assigned("vắng: có lý do\n    dự thay: le-van-c"), "không có ai vắng"),
        (assigned("vắng: có lý do") | meeting("trạng thái: hủy"), "không có ai vắng"),
        ({f"{PLAN}/assignments/2020-05.yml": None}, "chưa ghi nhận phân công nào trong tháng"),
    ],
)
def test_not_applicable(tmp_path: Path, files: Files, why: str) -> None:
    found = ask(tmp_path, MAY, "2020-06-20", files)
    assert (found.state, found.reason) == (State.not_applicable, f"Không phát sinh nghĩa vụ: {why}")


def test_an_absence_stands_beside_assignments_without_report(tmp_path: Path) -> None:
    [(file, text)] = ABSENT.items()
    assert isinstance(text, str)
    files: Files = {file: f"{text}  - buổi: doan-so-a/b2\n    cán bộ: nguyen-van-a\n"}
    assert ask(tmp_path, MAY, "2020-06-13", files).state is State.overdue


def test_one_a_month_even_where_due_after_the_end(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, {}), "2020-03-01").by_duty["46-kh-dtn", "bao-cao-nhanh"]
    assert [str(item.period) for item in found] == [f"2020-{month:02}" for month in range(2, 13)]
    assert str(found[-1].due_on) == "2021-01-15"
