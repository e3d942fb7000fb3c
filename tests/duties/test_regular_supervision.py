"""Regular supervision, topic by topic: one test a state, through files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import State
from tests.duties.asking import PLAN, REPORTS, ask, assert_every_state_tested, closed, counted, evidence, waiver
from tests.duties.test_visit_report import Files
from tests.repo import lay

WHOLE = "giam-sat-thuong-xuyen/giam-sat-thuong-xuyen"
TOPIC = f"{WHOLE}/ren-luyen-can-bo"
NEVER = {State.not_applicable: "chủ đề nào của kế hoạch cũng phải được giám sát"}


def observation(day: str, topic: str = "ren-luyen-can-bo", number: int = 1) -> Files:
    """Return an observation on a topic."""
    return {
        f"{REPORTS}/giam-sat-thuong-xuyen/2020-09-1{number}-{topic}.md": f"---\nloại: giám sát thường xuyên\n"
        f"chủ đề: {topic}\nngày: {day}\nkế hoạch: 46-kh-dtn\nngười lập: pham-thi-d\n---\n"
    }


def test_states() -> None:
    assert_every_state_tested(globals(), NEVER)


def test_on_time(tmp_path: Path) -> None:
    found = ask(tmp_path, f"{WHOLE}/thang-thanh-nien", "2020-03-26")
    assert (found.state, str(found.due_on), str(found.done_on)) == (State.on_time, "2020-12-31", "2020-03-26")
    assert evidence(found) == f"{REPORTS}/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md:4 2020-03-26"
    assert counted(found) == ("2020-12-31", 0, [])
    assert (found.who.id, found.clause, str(found.place)) == ("btv", "II.2.2", f"{PLAN}/plan.md:108:9")


def test_a_visit_report_that_names_the_topic_counts(tmp_path: Path) -> None:
    found = ask(tmp_path, f"{WHOLE}/nghi-quyet-bch", "2020-04-15")
    assert evidence(found) == f"{REPORTS}/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md:13 2020-04-08"
    assert found.state is State.on_time


def test_the_first_observation_counts(tmp_path: Path) -> None:
    files = observation("20/09/2020") | observation("10/08/2020", number=2)
    assert str(ask(tmp_path, TOPIC, "2020-10-01", files).done_on) == "2020-08-10"
    assert str(ask(tmp_path, TOPIC, "2020-08-09").done_on) == "None"


def test_late(tmp_path: Path) -> None:
    found = ask(tmp_path, TOPIC, "2021-01-05", observation("05/01/2021"))
    assert (found.state, found.days) == (State.late, 5)


def test_unknown(tmp_path: Path) -> None:
    file = f"{REPORTS}/giam-sat-thuong-xuyen/2020-09-10-ren-luyen-can-bo.md"
    found = ask(tmp_path, TOPIC, "2020-10-01", {file: "---\nloại: [\n---\n"})
    assert (found.state, found.reason) == (State.unknown, f"Chưa rõ: tệp {file} có lỗi")
    assert evidence(found) == f"{file} None"
    assert ask(tmp_path, f"{WHOLE}/thang-thanh-nien", "2020-10-01").state is State.on_time


def test_unknown_where_the_schedule_that_knows_the_day_is_broken(tmp_path: Path) -> None:
    file = f"{PLAN}/schedules/2020-04/doan-so-a.yml"
    found = ask(tmp_path, f"{WHOLE}/nghi-quyet-bch", "2020-10-01", {file: "đơn vị: [\n"})
    assert (found.state, found.reason) == (State.unknown, "Chưa rõ ngày sinh hoạt")


def test_waived(tmp_path: Path) -> None:
    assert ask(tmp_path, TOPIC, "2020-10-01", waiver("giám sát thường xuyên")).state is State.waived
    assert ask(tmp_path, WHOLE, "2020-10-01").state is State.on_time


def test_missed(tmp_path: Path) -> None:
    assert ask(tmp_path, TOPIC, "2020-06-20", closed("21/06/2020")).state is not State.missed
    found = ask(tmp_path, TOPIC, "2020-06-21")
    assert (found.state, found.lapses_on) == (State.missed, None)
    assert found.reason.startswith("Không thực hiện: có thể làm đến hết ngày 20/06/2020")


def test_overdue(tmp_path: Path) -> None:
    found = ask(tmp_path, TOPIC, "2021-01-01")
    assert (found.state, found.days, evidence(found)) == (State.overdue, 1, None)


def test_due_soon(tmp_path: Path) -> None:
    assert ask(tmp_path, TOPIC, "2020-12-31").state is State.due_soon


def test_upcoming(tmp_path: Path) -> None:
    assert ask(tmp_path, TOPIC, "2020-10-01").state is State.upcoming


def test_the_whole_is_done_with_the_last_topic(tmp_path: Path) -> None:
    found = ask(tmp_path, WHOLE, "2020-10-01")
    assert (found.state, found.done_on, found.progress) == (State.upcoming, None, "2/3 chủ đề đã xong")
    found = ask(tmp_path, WHOLE, "2020-10-01", observation("10/09/2020"))
    assert (found.state, str(found.done_on), found.progress) == (State.on_time, "2020-09-10", "3/3 chủ đề đã xong")
    assert tuple(map(str, found.parts)) == tuple(
        f"46-kh-dtn/{WHOLE}/{topic}" for topic in ("nghi-quyet-bch", "thang-thanh-nien", "ren-luyen-can-bo")
    )


@pytest.mark.parametrize("day", ["2020-10-01", "2021-02-01"])
def test_a_plan_without_such_an_activity_has_the_duty_once(tmp_path: Path, day: str) -> None:
    plan = (lay(tmp_path, {}) / PLAN / "plan.md").read_text(encoding="utf-8")
    plan = plan.replace("loại: giám sát thường xuyên", "loại: đi cơ sở")
    found = ask(tmp_path, "giam-sat-thuong-xuyen/chung/thang-thanh-nien", day, {f"{PLAN}/plan.md": plan})
    assert found.state is State.on_time


def test_an_adjustment_of_the_activity_moves_the_due_day(tmp_path: Path) -> None:
    files: Files = {
        f"{PLAN}/adjustments/2020-11-02-giam-sat-thuong-xuyen.yml": "loại: điều chỉnh\n"
        "hoạt động: giam-sat-thuong-xuyen\nsang đến: 15/01/2021\nngày quyết định: 02/11/2020\n"
        "người quyết định: BTV\nlý do: Dịch bệnh\n"
    }
    found = ask(tmp_path, TOPIC, "2021-01-04", files)
    assert (str(found.due_on), str(found.original_due_on)) == ("2021-01-15", "2020-12-31")
    assert [flag.name for flag in found.flags] == ["adjusted"]
