"""Numbers of each month, counted by hand over the small sample, and how reports that come later change them."""

from datetime import date
from pathlib import Path

from ktgs.figures.months import FIGURE, changes, known_by, lines
from ktgs.language.months import Month
from tests.figures.asking import PLAN, VISITS, counted, figure, values, visit
from tests.repo import SAMPLE, facts, lay

APRIL = [3, 4, 0, 3, 3, 2, 2, 2, 32, 39]


def test_sample(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "so-lieu-tung-thang", "2020-05-31")
    assert table.columns == ("05/2020", "04/2020", "03/2020", "02/2020")
    assert [row[1] for row in values(table).values()][: len(APRIL)] == APRIL
    assert counted(table, "Số lượt phân công", "04/2020") == ["month_summary 2020-04"]


def test_a_visit_to_a_meeting_in_no_schedule_counts(tmp_path: Path) -> None:
    report = visit("2020-04/doan-so-a/b1", "pham-thi-d", sent="20/04/2020").replace(
        "buổi: 46-kh-dtn/2020-04/doan-so-a/b1", "đơn vị: doan-so-b\nngày: 21/04/2020\ngiờ: 8:00"
    )
    (table,) = figure(tmp_path, "so-lieu-tung-thang", "2020-05-31", {f"{VISITS}/2020-04-21-doan-so-b.md": report})
    april = {name: row[1] for name, row in values(table).items()}
    assert (april["Số buổi có cán bộ về dự"], april["Số đơn vị có cán bộ về dự"]) == (3, 2)
    assert (april["Số đoàn viên có mặt"], april["Tổng số đoàn viên của các buổi có cán bộ về dự"]) == (42, 51)


def test_a_broken_assignment_makes_its_numbers_unknown(tmp_path: Path) -> None:
    (table,) = figure(tmp_path, "so-lieu-tung-thang", "2020-05-31", {f"{PLAN}/assignments/2020-04.yml": "tháng: [\n"})
    april = {name: row[1] for name, row in values(table).items()}
    assert (april["Số buổi có phân công"], april["Số lượt phân công"]) == ("chưa rõ", "chưa rõ")


def test_what_was_known_by_a_day(tmp_path: Path) -> None:
    known = facts(lay(tmp_path, {}))
    months = known.figure(FIGURE)
    assert months is not None
    now = months.by_month[Month(2020, 4)]
    then = known_by(now, date(2020, 4, 15))
    of_then, of_now = (lines(known.repository, of, of_meetings=True) for of in (then, now))
    moved = {change.name: (change.before, change.now) for change in changes(of_then, of_now)}
    assert moved["Số buổi có cán bộ về dự"] == (1, 2)
    assert moved["Số đoàn viên có mặt"] == (20, 32)
    assert moved["Số lượt phân công"] == (3, 3)


def test_units_owe_what_is_due_in_the_month() -> None:
    months = facts(SAMPLE).figure(FIGURE)
    assert months is not None
    owed = months.by_month[Month(2020, 4)].of_units
    assert {item.duty.name for item in owed} >= {"gửi lịch sinh hoạt"}
    assert {Month.of(item.due_on) for item in owed if item.due_on} == {Month(2020, 4)}
