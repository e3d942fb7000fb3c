"""D206 and D207: a report is sent after what it reports; what follows from a finding happens after the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import FOLLOW_UP, OBSERVATION, RESULT, SCHEDULE_A4, VISIT_A, Change, alone, fires, silent


def test_sent_before_the_meeting(tmp_path: Path) -> None:
    change = ("ngày gửi: 15/04/2020", "ngày gửi: ▸07/04/2020")
    (found,) = fires(tmp_path, {VISIT_A: change}, "D206", "ngày gửi: 07/04/2020 trước “ngày của buổi: 08/04/2020”.")
    assert [item.place for item in found.related] == [Place(SCHEDULE_A4, 7, 11)]


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (OBSERVATION, ("gửi: 30/03/2020", "gửi: ▸25/03/2020"), "ngày gửi: 25/03/2020 trước “ngày: 26/03/2020”."),
        (
            VISIT_A,
            ("ngày gửi: ", "ngày tiến hành: 16/04/2020\nngày gửi: ▸"),
            "ngày gửi: 15/04/2020 trước “ngày tiến hành: 16/04/2020”.",
        ),
    ],
)
def test_other_days(tmp_path: Path, file: str, change: Change, message: str) -> None:
    fires(tmp_path, {file: change}, "D206", message)


def test_the_last_announced_day_counts(tmp_path: Path) -> None:
    moved = {SCHEDULE_A4: ("  - mã: b2", "    dời:\n      - sang ngày: 16/04/2020\n  - mã: b2")}
    marked = {VISIT_A: ("gửi: 15/04", "gửi: ▸15/04")}
    (found,) = fires(tmp_path, {**moved, **marked}, "D206", "ngày gửi: 15/04/2020 trước “ngày của buổi: 16/04/2020”.")
    assert [item.place for item in found.related] == [Place(SCHEDULE_A4, 13, 20)]


def test_held_earlier_than_announced(tmp_path: Path) -> None:
    silent(tmp_path, {VISIT_A: ("ngày gửi: 15", "ngày tiến hành: 06/04/2020\nngày gửi: 07")}, "D206")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("ngày: 24/07/2020", "ngày: ▸24/05/2020"), "ngày: 24/05/2020 trước “ngày gửi: 02/06/2020”."),
        (
            ("việc: phúc tra đạt", "việc: phúc tra chưa đạt\n    hạn mới: ▸31/07/2020"),
            "hạn mới: 31/07/2020 trước “ngày: 05/08/2020”.",
        ),
    ],
)
def test_followed_before_it_was_reported(tmp_path: Path, change: Change, message: str) -> None:
    fires(tmp_path, {FOLLOW_UP: change}, "D207", message)


def test_followed_on_the_day_of_the_report(tmp_path: Path) -> None:
    silent(tmp_path, {FOLLOW_UP: ("24/07/2020", "02/06/2020")}, "D207")


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (
            "data/reports/2020/tong-hop/2020-05-14-thang-4.md",
            ("tháng: 04/2020", "tháng: 05/2020"),
            "ngày ban hành: 14/05/2020 trước “ngày cuối của tháng: 31/05/2020”.",
        ),
        (
            "data/reports/2020/nhanh/2020-05-12-thang-4.md",
            ("tháng: 04/2020", "tháng: 05/2020"),
            "ngày ban hành: 12/05/2020 trước “ngày cuối của tháng: 31/05/2020”.",
        ),
        (
            RESULT,
            ("ngày tổng hợp: 28/05/2020", "ngày tổng hợp: ▸13/05/2020"),
            "ngày tổng hợp: 13/05/2020 trước “ngày làm việc đầu tiên: 14/05/2020”.",
        ),
        (
            OBSERVATION,
            ("ngày gửi: ", "ngày ban hành: ▸25/03/2020\nngày gửi: "),
            "ngày ban hành: 25/03/2020 trước “ngày: 26/03/2020”.",
        ),
    ],
)
def test_before_what_it_reports_is_over(tmp_path: Path, file: str, change: tuple[str, str], message: str) -> None:
    changes = [change] if "▸" in change[1] else [change, ("ngày ban hành: ", "ngày ban hành: ▸")]
    assert alone(tmp_path, {file: changes}, "D206").message == message


def test_on_the_last_day_of_the_month(tmp_path: Path) -> None:
    file = "data/reports/2020/tong-hop/2020-05-14-thang-4.md"
    silent(tmp_path, {file: ("ngày ban hành: 14/05/2020", "ngày ban hành: 30/04/2020")}, "D206")


def test_passed_on_before_it_was_seen(tmp_path: Path) -> None:
    told = alone(tmp_path, {VISIT_A: ("- ngày: 25/05/2020", "- ngày: ▸07/04/2020")}, "D207")
    assert told.message == "ngày: 07/04/2020 trước “ngày của buổi: 08/04/2020”."
    silent(tmp_path / "same", {VISIT_A: ("- ngày: 25/05/2020", "- ngày: 08/04/2020")}, "D207")


def test_due_before_it_was_reported(tmp_path: Path) -> None:
    told = alone(tmp_path, {RESULT: ("hạn: 31/07/2020", "hạn: ▸31/05/2020")}, "D207")
    assert told.message == "hạn: 31/05/2020 trước “ngày gửi: 02/06/2020”."
