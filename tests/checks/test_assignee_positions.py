"""M201 and M202: whoever is assigned holds a position, when assigned and on the meeting's day."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import ASSIGNMENT_4, ASSIGNMENT_5, PLAN, fires, silent

PERSON = "data/people/tran-thi-b.yml"
RULE = "Theo kế hoạch 46-KH/ĐTN (II.3, IV.2), người được phân công thuộc BTV, BCH."


def test_assigned_without_a_position(tmp_path: Path) -> None:
    message = "“vo-thi-g” (Võ Thị G) không giữ chức vụ nào trong BTV, BCH vào ngày phân công 05/05/2020."
    (found,) = fires(tmp_path, {ASSIGNMENT_5: ("tran-thi-b", "▸vo-thi-g")}, "M201", f"{message} {RULE}")
    assert [item.place for item in found.related] == [Place(PLAN, 89, 7), Place("data/people/vo-thi-g.yml", 3, 3)]


def _until(day: str) -> dict[str, list[tuple[str, str]]]:
    titles = ["chức danh: Ủy viên\n    từ: 01/10/2017", "chức danh: Phó Bí thư\n    từ: 01/10/2017"]
    return {PERSON: [(title, f"{title}\n    đến: {day}") for title in titles]}


def test_the_day_of_the_item_counts(tmp_path: Path) -> None:
    late = "cán bộ: ▸tran-thi-b\n    ngày phân công: 08/04/2020"
    message = "“tran-thi-b” (Trần Thị B) không giữ chức vụ nào trong BTV, BCH vào ngày phân công 08/04/2020."
    change = {ASSIGNMENT_4: ("cán bộ: tran-thi-b", late), ASSIGNMENT_5: ("tran-thi-b", "le-van-c")}
    fires(tmp_path, {**change, **_until("07/04/2020")}, "M201", f"{message} {RULE}")


def test_a_position_lost_before_the_meeting(tmp_path: Path) -> None:
    message = "“tran-thi-b” (Trần Thị B) không giữ chức vụ nào trong BTV, BCH vào ngày sinh hoạt 06/05/2020."
    change = {ASSIGNMENT_5: ("tran-thi-b", "▸tran-thi-b")}
    (found,) = fires(tmp_path, {**change, **_until("05/05/2020")}, "M202", f"{message} {RULE}")
    assert found.severity is Severity.warning


def test_a_position_lost_after_the_meeting(tmp_path: Path) -> None:
    silent(tmp_path, _until("06/05/2020"), "M201", "M202")


def test_a_plan_that_asks_for_no_body(tmp_path: Path) -> None:
    plan = {PLAN: ("    người được phân công:\n      - btv\n      - bch\n", "")}
    silent(tmp_path, {ASSIGNMENT_5: ("tran-thi-b", "vo-thi-g"), **plan}, "M201", "M202")
