"""D410: a weekend day is worked in exchange for a day off that the calendar has."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import fires, silent
from tests.repo import SAMPLE

FILE = "data/calendar/2020.yml"
TEXT = (SAMPLE / FILE).read_text(encoding="utf-8")


def worked(on: str, instead_of: str) -> dict[str, str]:
    return {FILE: f"{TEXT.rstrip()}\nlàm bù:\n  - ngày: {on}\n    thay cho: {instead_of}\n"}


def test_a_day_that_is_no_day_off(tmp_path: Path) -> None:
    message = "Làm bù ngày 09/05/2020 thay cho 04/05/2020, mà ngày đó không có trong “ngày nghỉ”."
    (found,) = fires(tmp_path, worked("09/05/2020", "▸04/05/2020"), "D410", message)
    assert found.severity is Severity.warning
    assert found.cure == "Thêm 04/05/2020 vào “ngày nghỉ” của năm 2020, hoặc sửa ngày."


def test_a_year_mistyped(tmp_path: Path) -> None:
    message = "Làm bù ngày 09/05/2020 thay cho 30/04/2002, mà ngày đó không có trong “ngày nghỉ”."
    fires(tmp_path, worked("09/05/2020", "▸30/04/2002"), "D410", message)


def test_both_halves(tmp_path: Path) -> None:
    silent(tmp_path, worked("09/05/2020", "30/04/2020"), "D410")


def test_a_day_of_the_year_before_without_calendar(tmp_path: Path) -> None:
    silent(tmp_path, worked("04/01/2020", "31/12/2019"), "D410")
