"""D401: the days off are known of every year into which a deadline counts."""

from __future__ import annotations

from pathlib import Path

from ktgs.duties.flash_report import DUTY as FLASH_REPORT
from ktgs.language.diagnostics import Severity
from ktgs.language.months import Month
from tests.checks.marked import PLAN, silent
from tests.repo import facts, lay, only


def test_a_year_without_calendar(tmp_path: Path) -> None:
    found = only(facts(lay(tmp_path, {"data/calendar/2021.yml": None})), "D401")
    assert [(str(item.place), item.message, item.cure) for item in found] == [
        (f"{PLAN}:66:11", f"{MESSAGE}: báo cáo nhanh, báo cáo tổng hợp.", "Thêm data/calendar/2021.yml.")
    ]
    assert [(str(place), note) for place, note in found[0].related] == [(f"{PLAN}:73:11", "báo cáo tổng hợp")]
    assert found[0].severity is Severity.warning


MESSAGE = "Chưa có lịch ngày nghỉ của năm 2021, nên chưa tính được hạn hoặc ngày nên xong trước của"


def test_a_broken_calendar_is_called_broken(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, {"data/calendar/2021.yml": "ngày nghỉ - 01/01/2021"}))
    assert only(found, "D401") == []
    (report,) = found.of(FLASH_REPORT, Month(2020, 12))
    assert report.deadline.cause == "tệp lịch ngày nghỉ chưa đọc được: năm 2021"


def test_all_years_known(tmp_path: Path) -> None:
    silent(tmp_path, {}, "D401")
