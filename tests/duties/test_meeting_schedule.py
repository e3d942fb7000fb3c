"""Sending the month's meeting schedule: one test a state, through files."""

from __future__ import annotations

from pathlib import Path

from ktgs.obligations.obligation import Flag, State
from tests.duties.asking import PLAN, ask, assert_every_state_tested, counted, evidence, waiver
from tests.repo import facts, lay

APRIL_A = "gui-lich-sinh-hoat/2020-04/doan-so-a"
FILE_A = f"{PLAN}/schedules/2020-04/doan-so-a.yml"
FILE_C = f"{PLAN}/schedules/2020-04/doan-truong-c.yml"
NEVER: dict[State, str] = {}


def test_states() -> None:
    assert_every_state_tested(globals(), NEVER)


def test_on_time(tmp_path: Path) -> None:
    found = ask(tmp_path, APRIL_A, "2020-03-18")
    assert (found.state, found.reason, str(found.done_on)) == (State.on_time, "Hoàn thành đúng hạn", "2020-03-18")
    assert evidence(found) == f"{FILE_A}:3 2020-03-18"
    assert counted(found) == ("2020-03-20", 1, [])
    assert (str(found.due_on), str(found.safe_on), found.clause) == ("2020-03-19", "2020-03-19", "II.3")
    assert (found.who.kind.name, found.who.id, str(found.period)) == ("unit", "doan-so-a", "2020-04")


def test_late(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-so-b", "2020-03-20")
    assert (found.state, found.reason) == (State.late, "Hoàn thành trễ hạn 1 ngày")
    assert evidence(found) == f"{PLAN}/schedules/2020-04/doan-so-b.yml:3 2020-03-20"


def test_unknown(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-04-01", {FILE_C: "đơn vị: [\n"})
    assert (found.state, found.reason) == (State.unknown, f"Chưa rõ: tệp {FILE_C} có lỗi")
    assert evidence(found) == f"{FILE_C} None"


def test_a_broken_schedule_changes_no_other(tmp_path: Path) -> None:
    lay(tmp_path / "sound", {})
    lay(tmp_path / "broken", {FILE_C: "đơn vị: [\n"})
    one, two = facts(tmp_path / "sound", "2020-04-01"), facts(tmp_path / "broken", "2020-04-01")
    changed = {a.id for a, b in zip(one.obligations, two.obligations, strict=True) if a.state is not b.state}
    assert changed == {"46-kh-dtn/gui-lich-sinh-hoat/2020-04/doan-truong-c"}


def test_unknown_day_of_receipt(tmp_path: Path) -> None:
    files = {FILE_C: "đơn vị: doan-truong-c\ntháng: 04/2020\nngày nhận: chưa rõ\n"}
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-04-01", files)
    assert (found.state, found.reason) == (State.unknown, "Chưa rõ ngày nhận")
    assert evidence(found) == f"{FILE_C}:3 None"


def test_unknown_unit(tmp_path: Path) -> None:
    found = ask(tmp_path, APRIL_A.replace("-a", "-q"), "2020-04-01", {"data/units/doan-so-q.yml": "tên: [\n"})
    assert (found.state, found.reason) == (State.unknown, "Chưa rõ: tệp của đơn vị có lỗi")


def test_waived(tmp_path: Path) -> None:
    found = ask(
        tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-04-01", waiver("gửi lịch sinh hoạt", "04/2020")
    )
    assert (found.state, found.reason) == (State.waived, "Được miễn, theo Công văn mẫu")
    assert ask(tmp_path, APRIL_A, "2020-04-01").state is State.on_time
    assert ask(tmp_path, "gui-lich-sinh-hoat/2020-05/doan-truong-c", "2020-05-01").state is State.overdue


def test_missed(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-04-30")
    assert (found.state, str(found.lapses_on)) == (State.overdue, "2020-04-30")
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-05-01")
    assert (found.state, found.reason) == (State.missed, "Không thực hiện: có thể làm đến hết ngày 30/04/2020")


def test_overdue(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-03-22")
    assert (found.state, found.reason, found.days) == (State.overdue, "Chưa hoàn thành, quá hạn 3 ngày", 3)
    assert evidence(found) is None
    assert (found.place.file, found.place.line) == (f"{PLAN}/plan.md", 32)


def test_due_soon(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-03-12")
    assert (found.state, found.reason) == (State.due_soon, "Chưa hoàn thành, còn 7 ngày")
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-03-19")
    assert (found.state, found.reason) == (State.due_soon, "Chưa hoàn thành, hôm nay là hạn")


def test_upcoming(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-04/doan-truong-c", "2020-03-11")
    assert (found.state, found.reason) == (State.upcoming, "Chưa hoàn thành, còn trong hạn")


def test_not_applicable(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-07/doan-so-x", "2020-07-01")
    assert found.state is State.not_applicable
    assert found.reason.startswith("Không phát sinh nghĩa vụ: đơn vị không hoạt động vào cả ngày đến hạn")
    assert found.flags == (Flag.unit_closed,)


def test_a_due_day_that_is_a_holiday_stays_and_has_a_safe_day(tmp_path: Path) -> None:
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-05/doan-so-b", "2020-04-20")
    assert (str(found.due_on), str(found.safe_on), found.state) == ("2020-04-19", "2020-04-17", State.late)


def test_a_term_may_move_the_due_day_past_a_holiday(tmp_path: Path) -> None:
    plan = (lay(tmp_path, {}) / PLAN / "plan.md").read_text(encoding="utf-8")
    moved = plan.replace("gặp ngày nghỉ: giữ nguyên", "gặp ngày nghỉ: sang ngày làm việc sau")
    found = ask(tmp_path, "gui-lich-sinh-hoat/2020-05/doan-so-b", "2020-04-20", {f"{PLAN}/plan.md": moved})
    assert (str(found.due_on), found.state) == ("2020-04-20", State.on_time)
    assert counted(found) == ("2020-04-20", 1, ["2020-04-19 Chủ nhật"])


def test_ten_a_unit_due_from_march_to_december(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, {}), "2020-03-01").by_duty["46-kh-dtn", "gui-lich-sinh-hoat"]
    mine = [str(item.due_on) for item in found if item.who.id == "doan-so-a"]
    assert mine == [f"2020-{month:02}-19" for month in range(3, 13)]
