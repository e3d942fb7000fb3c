"""Coverage of visits: full months since the last meeting that somebody reported on."""

from datetime import date
from pathlib import Path

import pytest

from ktgs.figures._counting import months_since
from tests.figures.asking import VISITS, counted, figure, values, visit


@pytest.mark.parametrize(
    ("day", "today", "months"),
    [
        ("2020-04-08", "2020-05-07", 0),
        ("2020-04-08", "2020-05-08", 1),
        ("2020-01-31", "2020-02-28", 0),
        ("2020-01-31", "2020-02-29", 1),  # the last day of a shorter month closes the month
        ("2019-10-15", "2020-10-15", 12),
        ("2020-10-15", "2020-10-15", 0),
    ],
)
def test_months_are_full_calendar_months(day: str, today: str, months: int) -> None:
    assert months_since(date.fromisoformat(day), date.fromisoformat(today)) == months


def test_sample(tmp_path: Path) -> None:
    bands, units = figure(tmp_path, "do-phu-di-co-so", "2020-10-15")
    assert values(bands) == {
        "chưa có cán bộ về dự lần nào": [3],
        "từ 6 tháng": [1],
        "từ 3 đến dưới 6 tháng": [1],
        "từ 1 đến dưới 3 tháng": [0],
        "dưới 1 tháng": [0],
    }
    assert counted(bands, "từ 6 tháng", "Số đơn vị") == ["unit doan-so-b"]
    assert values(units)["Đoàn cơ sở Sở A"] == ["14/05/2020", 5, 2]
    assert values(units)["Đoàn cơ sở Sở B"] == ["09/04/2020", 6, 1]
    assert values(units)["Đoàn cơ sở Trường C"] == ["chưa có", "chưa lần nào", 0]
    assert list(values(units))[-1] == "Đoàn cơ sở Sở A"  # the longest without a visit come first


def test_two_reports_on_one_meeting_are_one_visit(tmp_path: Path) -> None:
    second = visit("2020-05/doan-so-a/b2", "tran-thi-b", sent="20/05/2020")
    files = {f"{VISITS}/2020-05-14-doan-so-a-chi-doan-2-2.md": second}
    _, units = figure(tmp_path, "do-phu-di-co-so", "2020-10-15", files)
    assert values(units)["Đoàn cơ sở Sở A"] == ["14/05/2020", 5, 2]


def test_a_closed_unit_has_no_row_and_keeps_its_visits(tmp_path: Path) -> None:
    _, before = figure(tmp_path, "do-phu-di-co-so", "2020-06-30")
    assert "Đoàn cơ sở Sở X" in values(before)
    _, after = figure(tmp_path, "do-phu-di-co-so", "2020-07-01")
    assert "Đoàn cơ sở Sở X" not in values(after)
    assert values(after)["Đoàn cơ sở Sở Y"] == ["chưa có", "chưa lần nào", 0]


def test_a_report_not_sent_yet_by_the_day_is_not_known(tmp_path: Path) -> None:
    _, units = figure(tmp_path, "do-phu-di-co-so", "2020-05-21")
    assert values(units)["Đoàn cơ sở Sở A"] == ["08/04/2020", 1, 1]
