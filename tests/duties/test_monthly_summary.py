"""The office's summary of a month's visits: one test a state, through files."""

from __future__ import annotations

from pathlib import Path

from ktgs.obligations.obligation import Flag, State
from tests.duties.asking import BROKEN, PLAN, REPORTS, ask, assert_every_state_tested, closed, counted, evidence, waiver
from tests.duties.test_visit_report import Files

APRIL, MAY, JUNE = (f"bao-cao-tong-hop/2020-{month}/van-phong" for month in ("04", "05", "06"))
FILE = f"{REPORTS}/tong-hop/2020-06-15-thang-5.md"
NEVER: dict[State, str] = {}


def summary(sent_on: str) -> Files:
    """Return the summary for May, without a number."""
    return {FILE: f"---\nloại: tổng hợp\ntháng: 05/2020\nngười lập: vo-thi-g\nngày gửi: {sent_on}\n---\n"}


def visit(unit: str, day: str) -> Files:
    """Return a report on a meeting that was in no schedule."""
    return {
        f"{REPORTS}/du-sinh-hoat/2020-06-10-{unit}.md": f"---\nloại: dự sinh hoạt\nđơn vị: {unit}\nngày: {day}\n"
        "giờ: 8:00\nngười lập: tran-thi-b\nngày gửi: 11/06/2020\nngười dự:\n  - tran-thi-b\nsố có mặt: 9\n"
        "tổng số đoàn viên: 14\nthành phần: Đoàn viên\nnội dung: Sinh hoạt\n---\n"
    }


def test_states() -> None:
    assert_every_state_tested(globals(), NEVER)


def test_on_time(tmp_path: Path) -> None:
    found = ask(tmp_path, APRIL, "2020-05-14")
    assert (found.state, str(found.due_on), found.flags) == (State.on_time, "2020-05-15", ())
    assert evidence(found) == f"{REPORTS}/tong-hop/2020-05-14-thang-4.md:7 2020-05-14"
    assert counted(found)[:2] == ("2020-04-30", 10)
    assert "2020-05-01 Ngày Quốc tế Lao động" in counted(found)[2]
    assert (found.who.id, found.clause) == ("van-phong", "II.3")


def test_late(tmp_path: Path) -> None:
    found = ask(tmp_path, MAY, "2020-06-15", summary("15/06/2020"))
    assert (found.state, found.days, found.flags) == (State.late, 3, (Flag.no_number,))
    assert evidence(found) == f"{FILE}:5 2020-06-15"


def test_unknown(tmp_path: Path) -> None:
    found = ask(tmp_path, MAY, "2020-06-20", {FILE: "---\nloại: [\n---\n"})
    assert (found.state, found.reason) == (State.unknown, f"Chưa rõ: tệp {FILE} có lỗi")
    assert evidence(found) == f"{FILE} None"


def test_unknown_whether_it_arises(tmp_path: Path) -> None:
    file = f"{PLAN}/assignments/2020-06.yml"
    found = ask(tmp_path, JUNE, "2020-07-20", {file: BROKEN})
    assert (found.state, found.reason) == (State.unknown, f"Chưa rõ: tệp {file} có lỗi")


def test_a_broken_visit_report_of_the_month_may_make_it_arise(tmp_path: Path) -> None:
    file = f"{REPORTS}/du-sinh-hoat/2020-06-10-doan-so-b.md"
    assert ask(tmp_path, JUNE, "2020-07-20", {file: BROKEN}).state is State.unknown
    assert ask(tmp_path, "bao-cao-tong-hop/2020-07/van-phong", "2020-07-20").state is State.not_applicable


def test_waived(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-06-20", waiver("báo cáo tổng hợp", "2020-05")).state is State.waived


def test_missed(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-06-20", closed("21/06/2020")).state is not State.missed
    found = ask(tmp_path, MAY, "2020-06-21")
    assert (found.state, found.lapses_on) == (State.missed, None)
    assert found.reason.startswith("Không thực hiện: có thể làm đến hết ngày 20/06/2020")


def test_overdue(tmp_path: Path) -> None:
    found = ask(tmp_path, MAY, "2020-06-13")
    assert (found.state, found.days, evidence(found)) == (State.overdue, 1, None)


def test_due_soon(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-06-05").reason == "Chưa hoàn thành, còn 7 ngày"


def test_upcoming(tmp_path: Path) -> None:
    assert ask(tmp_path, MAY, "2020-06-04").state is State.upcoming


def test_not_applicable(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-07-20")
    assert found.state is State.not_applicable
    assert found.reason.endswith("chưa ghi nhận phân công hay buổi dự nào trong tháng")


def test_a_visit_without_assignment_makes_it_arise(tmp_path: Path) -> None:
    assert ask(tmp_path, JUNE, "2020-07-20", visit("chi-doan-so-d", "10/06/2020")).state is State.overdue
