"""What a decision, a day off or a term may not do to what happened: one case a test, through files and the program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.obligations.obligation import Obligation
from tests.checks.marked import FOLLOW_UP, PLAN, SCHEDULE_A5
from tests.repo import SAMPLE, by_id, facts, lay

ADJUSTMENTS = "data/plans/2020/46-kh-dtn/adjustments"
CALENDAR = "data/calendar/2020.yml"
SENT_LATE = "46-kh-dtn/gui-lich-sinh-hoat/2020-04/doan-so-b"  # due 19/03, received 20/03


def adjusted(what: str, on: str) -> dict[str, str]:
    return {f"{ADJUSTMENTS}/thu.yml": f"{what}\nngày quyết định: {on}\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"}


def extension(duty: str, scope: str, new_due: str, on: str) -> dict[str, str]:
    return adjusted(f"loại: gia hạn\nviệc: {duty}\n{scope}\nhạn mới: {new_due}", on)


def told(root: Path, name: str, files: dict[str, str], today: str | None = None) -> tuple[str, str, str, set[str]]:
    """Return due day, original due day, state and flags of an obligation of the changed sample."""
    found: Obligation = by_id(facts(lay(root, files), today))[name]
    return f"{found.due_on}", f"{found.original_due_on}", found.state.name, {flag.name for flag in found.flags}


def test_an_extension_brings_no_day_forward(tmp_path: Path) -> None:
    name = "46-kh-dtn/gui-lich-sinh-hoat/2020-04/doan-so-a"  # received 18/03
    files = extension("gửi lịch sinh hoạt", "đơn vị: tất cả\nkỳ: 04/2020", "10/03/2020", "05/03/2020")
    assert told(tmp_path, name, files) == ("2020-03-19", "2020-03-19", "on_time", set())


@pytest.mark.parametrize("kind", ["gia hạn\nhạn mới: 31/12/2020", "miễn"])
@pytest.mark.parametrize("scope", ["", "đơn vị: tất cả", "kỳ: 04/2020"])
def test_a_decision_that_does_not_say_whom_it_means_means_nobody(tmp_path: Path, kind: str, scope: str) -> None:
    name = "46-kh-dtn/gui-lich-sinh-hoat/2020-04/doan-so-x"  # never received
    files = adjusted(f"loại: {kind}\nviệc: gửi lịch sinh hoạt\n{scope}", "05/03/2020")
    assert told(tmp_path, name, files) == ("2020-03-19", "2020-03-19", "missed", {"unit_closed"})


def test_an_extension_decided_long_after_the_thing_was_done_late(tmp_path: Path) -> None:
    files = extension("gửi lịch sinh hoạt", "đơn vị: doan-so-b\nkỳ: 04/2020", "31/12/2020", "12/10/2020")
    assert told(tmp_path, SENT_LATE, files) == ("2020-03-19", "2020-03-19", "late", {"decided_after_done"})


def test_an_extension_names_one_of_two_documents(tmp_path: Path) -> None:
    files = extension("tài liệu", "tài liệu: dot-1-doan-1/c1/bao-cao-6-thang", "15/05/2020", "07/05/2020")
    of = "46-kh-dtn/tai-lieu/dot-1/doan-so-a/"
    assert told(tmp_path, of + "bao-cao-6-thang", files) == ("2020-05-15", "2020-05-08", "on_time", {"extended"})
    assert told(tmp_path, of + "so-chi-doan", files) == ("2020-05-08", "2020-05-08", "on_time", set())


def test_a_move_decided_after_a_round_was_held_late(tmp_path: Path) -> None:
    files = adjusted("loại: điều chỉnh\nhoạt động: dot-1\nsang từ: 01/06/2020\nsang đến: 30/06/2020", "01/09/2020")
    late = (SAMPLE / PLAN).read_text(encoding="utf-8").replace("đến: 22/05/2020", "đến: 19/05/2020")
    name = "46-kh-dtn/tien-hanh-dot/dot-1"  # held 20/05
    found = told(tmp_path, name, {**files, PLAN: late})
    assert found == ("2020-05-19", "2020-05-19", "late", {"decided_after_done"})


def test_a_follow_up_extends_only_to_a_later_day(tmp_path: Path) -> None:
    text = (SAMPLE / FOLLOW_UP).read_text(encoding="utf-8")
    event = "diễn biến:\n  - ngày: 20/06/2020\n    việc: gia hạn\n    hạn mới: 10/07/2020\n"
    name = "46-kh-dtn/kien-nghi/2020-06-02-dot-1-doan-1/kn1"
    found = told(tmp_path, name, {FOLLOW_UP: text.replace("diễn biến:\n", event)})
    assert found == ("2020-07-31", "2020-07-31", "on_time", set())


def test_an_extension_gives_no_day_to_a_meeting_that_has_none(tmp_path: Path) -> None:
    text = (SAMPLE / SCHEDULE_A5).read_text(encoding="utf-8")
    postponed = text.replace("    chi đoàn: chi-doan-1", "    chi đoàn: chi-doan-1\n    trạng thái: hoãn")
    files = extension("báo cáo dự sinh hoạt", "đơn vị: tất cả\ncán bộ: tất cả\nkỳ: 05/2020", "20/05/2020", "04/05/2020")
    name = "46-kh-dtn/bao-cao-du-sinh-hoat/2020-05/doan-so-a/b1/tran-thi-b"
    assert told(tmp_path, name, {**files, SCHEDULE_A5: postponed})[:3] == ("None", "None", "unknown")


@pytest.mark.parametrize(
    ("announced", "due", "state"),
    [("    ngày công bố: 04/05/2020\n", "2020-05-04", "on_time"), ("", "2020-04-29", "late")],
)
def test_a_day_off_announced_late_moves_nothing_that_had_passed(
    tmp_path: Path, announced: str, due: str, state: str
) -> None:
    text = (SAMPLE / CALENDAR).read_text(encoding="utf-8").rstrip()
    off = f"{text}\n  - ngày: 05/05/2020\n    tên: Nghỉ bù\n{announced}"
    found = told(tmp_path, "46-kh-dtn/thong-bao/dot-1/doan-so-b", {CALENDAR: off})  # sent on 04/05
    assert found == (due, due, state, set())


@pytest.mark.parametrize(
    ("line", "written", "code"),
    [
        ("số: 7", "số:", "R305"),
        ("số: 7", "số: 0", "R303"),
        ("đơn vị tính: ngày làm việc", "đơn vị tính:", "R303"),
        ("chiều: sau", "chiều:", "R303"),
    ],
)
def test_a_term_holds_what_its_duty_needs(tmp_path: Path, line: str, written: str, code: str) -> None:
    text = (SAMPLE / PLAN).read_text(encoding="utf-8")
    begins = text.index("việc: báo cáo kết quả")
    head, term = text[:begins], text[begins:]
    assert line in term[: term.index("- việc:")]
    found = facts(lay(tmp_path, {PLAN: head + term.replace(line, written, 1)}))
    assert code in {item.code.id for item in found.diagnostics if item.code.severity.value == "lỗi"}


def test_without_a_calendar_there_is_one_warning_and_no_safe_day(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, {"data/calendar/2021.yml": None, CALENDAR: None}))
    years = [item.message.partition(", nên")[0] for item in found.diagnostics if item.code.id == "D401"]
    assert sorted(years) == [f"Chưa có lịch ngày nghỉ của năm {year}" for year in (2020, 2021)]
    sunday = by_id(found)["46-kh-dtn/gui-lich-sinh-hoat/2020-05/doan-so-b"]
    assert (sunday.due_on, sunday.safe_on) == (date(2020, 4, 19), None)
