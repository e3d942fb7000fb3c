"""Recommendations with a due day: one test a state, through files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import Flag, State
from tests.duties.asking import BROKEN, REPORTS, ask, assert_every_state_tested, closed, counted, evidence, waiver
from tests.duties.test_visit_report import Files
from tests.repo import facts, lay

KN1 = "kien-nghi/2020-06-02-dot-1-doan-1/kn1"
REPORT = f"{REPORTS}/ket-qua/2020-06-02-dot-1-doan-1.md"
FILE = f"{REPORTS}/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml"
NEVER = {
    State.not_applicable: "kiến nghị chỉ là việc phải làm khi báo cáo đã đặt hạn; khi ấy luôn phát sinh",
    State.waived: "kiến nghị chỉ được gia hạn bằng diễn biến",
    State.missed: "kiến nghị không khép lại cùng năm của kế hoạch",
}


def events(*rows: str) -> Files:
    """Return the follow-up with rows of `dd/mm/yyyy step`, or `dd/mm/yyyy step > new due day`."""
    lines = ["của: 2020-06-02-dot-1-doan-1#kn1", "diễn biến:"]
    for row in rows:
        day, _, step = row.partition(" ")
        step, _, new_due = step.partition(" > ")
        lines += [f"  - ngày: {day}", f"    việc: {step}", *([f"    hạn mới: {new_due}"] if new_due else [])]
    return {FILE: "\n".join(lines) + "\n"}


def test_states() -> None:
    assert_every_state_tested(globals(), NEVER)


def test_on_time(tmp_path: Path) -> None:
    found = ask(tmp_path, KN1, "2020-07-25")
    assert (found.state, found.progress, str(found.due_on)) == (State.on_time, "chờ phúc tra", "2020-07-31")
    assert evidence(found) == f"{FILE}:3 2020-07-24"
    assert counted(found) == ("2020-07-31", 0, [])
    assert (found.clause, found.who.id, found.about_unit) == ("08-BC/ĐKT", "doan-so-b", "doan-so-b")
    assert (str(found.place), str(found.period)) == (f"{REPORT}:28:10", "46-kh-dtn/dot-1")


def test_late(tmp_path: Path) -> None:
    found = ask(tmp_path, KN1, "2020-08-10", events("03/08/2020 đã khắc phục"))
    assert (found.state, found.days, evidence(found)) == (State.late, 3, f"{FILE}:3 2020-08-03")


def test_unknown(tmp_path: Path) -> None:
    found = ask(tmp_path, KN1, "2020-07-25", {FILE: BROKEN})
    assert (found.state, found.reason) == (State.unknown, f"Chưa rõ: tệp {FILE} có lỗi")
    assert evidence(found) == f"{FILE} None"


def test_no_decision_waives_it_and_no_year_closes_it(tmp_path: Path) -> None:
    found = ask(tmp_path, KN1, "2020-08-25", waiver("kiến nghị") | {FILE: None} | closed("01/08/2020"))
    assert found.state is State.overdue


def test_overdue(tmp_path: Path) -> None:
    found = ask(tmp_path, KN1, "2020-08-02", {FILE: None})
    assert (found.state, found.days, evidence(found)) == (State.overdue, 2, None)


def test_due_soon(tmp_path: Path) -> None:
    assert ask(tmp_path, KN1, "2020-07-31", {FILE: None}).reason == "Chưa hoàn thành, hôm nay là hạn"


def test_upcoming(tmp_path: Path) -> None:
    assert ask(tmp_path, KN1, "2020-06-02", {FILE: None}).state is State.upcoming


def test_a_day_that_is_a_holiday_stays_and_has_a_safe_day(tmp_path: Path) -> None:
    report = (lay(tmp_path, {}) / REPORT).read_text(encoding="utf-8").replace("hạn: 31/07/2020", "hạn: 02/09/2020")
    found = ask(tmp_path, KN1, "2020-07-01", {REPORT: report})
    assert (str(found.due_on), str(found.safe_on)) == ("2020-09-02", "2020-09-01")


def test_an_extension_holds_from_its_day(tmp_path: Path) -> None:
    files = events("28/07/2020 gia hạn > 15/08/2020")
    assert str(ask(tmp_path, KN1, "2020-07-27", files).due_on) == "2020-07-31"
    found = ask(tmp_path, KN1, "2020-07-28")
    assert (str(found.due_on), str(found.original_due_on), found.flags) == (
        "2020-08-15",
        "2020-07-31",
        (Flag.extended,),
    )


def test_an_extension_after_the_due_day_says_so(tmp_path: Path) -> None:
    found = ask(tmp_path, KN1, "2020-08-05", events("05/08/2020 gia hạn > 15/08/2020"))
    assert (found.state, found.flags) == (State.upcoming, (Flag.extended, Flag.decided_late))


def test_only_recommendations_with_a_due_day_in_a_report_that_is_out(tmp_path: Path) -> None:
    def ids(day: str) -> list[str]:
        return [item.id for item in facts(tmp_path, day).by_duty.get(("46-kh-dtn", "kien-nghi"), ())]

    lay(tmp_path, {})
    assert ids("2020-06-01") == []
    assert ids("2020-06-02") == [f"46-kh-dtn/{KN1}"]


@pytest.mark.parametrize(("addressee", "who"), [("ban thường vụ", ("body", "btv")), ("cấp trên", ("body", "cap-tren"))])
def test_a_body_owes_what_is_not_for_the_unit(tmp_path: Path, addressee: str, who: tuple[str, str]) -> None:
    report = (lay(tmp_path, {}) / REPORT).read_text(encoding="utf-8").replace("gửi: đơn vị", f"gửi: {addressee}")
    found = ask(tmp_path, KN1, "2020-07-01", {REPORT: report})
    assert (found.who.kind.name, found.who.id) == who
    assert found.about_unit == "doan-so-b"
