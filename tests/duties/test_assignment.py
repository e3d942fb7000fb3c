"""The month's assignment: one test a state, through files."""

from __future__ import annotations

from pathlib import Path

from ktgs.obligations.obligation import Flag, State
from tests.duties.asking import BROKEN, PLAN, ask, assert_every_state_tested, counted, evidence, waiver
from tests.repo import facts, lay

APRIL, MAY, JUNE = (f"phan-cong/2020-{month}/van-phong" for month in ("04", "05", "06"))
FILE = f"{PLAN}/assignments/2020-06.yml"
NEVER = {State.not_applicable: "mọi tháng của kế hoạch đều phải phân công; chưa có lịch thì chỉ là chưa rõ hạn"}


def schedule(day: str, unit: str = "doan-so-b", more: str = "") -> dict[str, str | bytes | None]:
    """Return a schedule for June with one meeting on that day."""
    meeting = f"  - mã: b1\n    ngày: {day}\n    giờ: 8:00\n    địa điểm: Phòng họp\n"
    text = f"đơn vị: {unit}\ntháng: 06/2020\nngày nhận: 19/05/2020\nbuổi:\n{meeting}"
    return {f"{PLAN}/schedules/2020-06/{unit}.yml": text + (f"    {more}\n" if more else "")}


def assignment(issued_on: str, unit: str = "doan-so-b") -> dict[str, str | bytes | None]:
    """Return an assignment for June to one meeting."""
    return {
        FILE: f"""
            tháng: 06/2020
            ngày ban hành: {issued_on}
            phân công:
              - buổi: {unit}/b1
                cán bộ: nguyen-van-a
            """
    }


def test_states() -> None:
    assert_every_state_tested(globals(), NEVER)


def test_on_time(tmp_path: Path) -> None:
    found = ask(tmp_path, APRIL, "2020-04-06")
    assert (found.state, str(found.due_on), found.flags) == (State.on_time, "2020-04-07", ())
    assert evidence(found) == f"{PLAN}/assignments/2020-04.yml:3 2020-04-06"
    assert counted(found) == ("2020-04-08", 1, [])
    assert (found.clause, found.who.kind.name, found.who.id) == ("II.3, IV.2", "body", "van-phong")


def test_late(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-06-10", schedule("10/06/2020") | assignment("10/06/2020"))
    assert (found.state, found.days, str(found.due_on)) == (State.late, 1, "2020-06-09")
    assert evidence(found) == f"{FILE}:2 2020-06-10"
    assert found.flags == (Flag.no_number,)


def test_unknown(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-05-05")
    assert (found.state, found.due_on) == (State.unknown, None)
    assert found.reason == "Chưa rõ: chưa có lịch sinh hoạt nào của tháng 06/2020"


def test_unknown_where_the_file_is_broken(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-06-20", schedule("10/06/2020") | {FILE: BROKEN})
    assert (found.state, found.reason) == (State.unknown, f"Chưa rõ: tệp {FILE} có lỗi")
    assert evidence(found) == f"{FILE} None"


def test_unknown_where_the_only_schedule_is_broken(tmp_path: Path) -> None:
    file = f"{PLAN}/schedules/2020-06/doan-so-b.yml"
    assert ask(tmp_path, JUNE, "2020-06-20", {file: BROKEN}).reason == f"Chưa rõ: tệp {file} có lỗi"


def test_waived(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-06-20", schedule("10/06/2020") | waiver("phân công"))
    assert found.state is State.waived
    assert ask(tmp_path, APRIL, "2020-06-20").state is State.on_time


def test_missed(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-06-10", schedule("10/06/2020"))
    assert (found.state, str(found.lapses_on)) == (State.overdue, "2020-06-10")
    found = ask(tmp_path, JUNE, "2020-06-11")
    assert (found.state, found.reason) == (State.missed, "Không thực hiện: có thể làm đến hết ngày 10/06/2020")
    moved = schedule("10/06/2020", more="dời: [{sang ngày: 20/06/2020}]")
    assert str(ask(tmp_path, JUNE, "2020-06-11", moved).lapses_on) == "2020-06-20"
    postponed = schedule("10/06/2020", more="trạng thái: hoãn")
    assert ask(tmp_path, JUNE, "2020-06-11", postponed).lapses_on is None


def test_overdue(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-06-10", schedule("10/06/2020"))
    assert (found.state, found.days, evidence(found)) == (State.overdue, 1, None)


def test_due_soon(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-06-09", schedule("10/06/2020"))
    assert (found.state, found.reason) == (State.due_soon, "Chưa hoàn thành, hôm nay là hạn")


def test_upcoming(tmp_path: Path) -> None:
    assert ask(tmp_path, JUNE, "2020-06-01", schedule("10/06/2020")).state is State.upcoming


def test_the_first_assigned_meeting_counts_not_the_first_scheduled(tmp_path: Path) -> None:
    files = schedule("05/06/2020", "doan-so-a") | schedule("10/06/2020") | assignment("05/06/2020")
    found = ask(tmp_path, JUNE, "2020-06-05", files)
    assert (str(found.due_on), found.state) == ("2020-06-09", State.on_time)


def test_a_moved_meeting_counts_by_its_new_day(tmp_path: Path) -> None:
    move = "dời:\n      - sang ngày: 15/06/2020\n        ngày báo: 03/06/2020"
    files = schedule("10/06/2020", more=move)
    assert str(ask(tmp_path, JUNE, "2020-06-02", files).due_on) == "2020-06-09"
    assert str(ask(tmp_path, JUNE, "2020-06-03").due_on) == "2020-06-14"


def test_a_cancelled_meeting_does_not_count(tmp_path: Path) -> None:
    files = schedule("10/06/2020", "doan-so-a", "trạng thái: hủy") | schedule("17/06/2020")
    assert str(ask(tmp_path, JUNE, "2020-06-02", files).due_on) == "2020-06-16"


def test_the_due_day_may_be_a_holiday_and_has_a_safe_day_before(tmp_path: Path) -> None:
    found = ask(tmp_path, JUNE, "2020-06-07", schedule("08/06/2020"))
    assert (str(found.due_on), str(found.safe_on), found.state) == ("2020-06-07", "2020-06-05", State.due_soon)


def test_one_a_month_from_the_issue_to_the_end(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, {}), "2020-03-01").by_duty["46-kh-dtn", "phan-cong"]
    assert [str(item.period) for item in found] == [f"2020-{month:02}" for month in range(2, 13)]
