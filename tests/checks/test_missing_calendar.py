"""D401: the days off are known of every year into which a deadline counts."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import PLAN, silent
from tests.repo import facts, lay, only


def test_a_year_without_calendar(tmp_path: Path) -> None:
    found = only(facts(lay(tmp_path, {"data/calendar/2021.yml": None})), "D401")
    assert [(str(item.place), item.message, item.cure) for item in found] == [
        (f"{PLAN}:{line}:11", "Hạn của việc này cần lịch, mà chưa có lịch ngày nghỉ của năm 2021.", CURE)
        for line in LINES
    ]
    assert found[0].severity is Severity.warning


LINES = (66, 73)  # flash report and summary: ten working days after 12/2020
CURE = "Thêm data/calendar/2021.yml."


def test_all_years_known(tmp_path: Path) -> None:
    silent(tmp_path, {}, "D401")
