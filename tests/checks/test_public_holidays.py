"""D412: a calendar has the holidays of its year, where they fall on Monday to Friday."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import fires, silent

FILE = "data/calendar/2020.yml"
TET = "27/01/2020 (Tết Nguyên đán)"
OTHERS = "30/04/2020 (Ngày Chiến thắng), 01/05/2020 (Ngày Quốc tế Lao động) và 02/09/2020 (Quốc khánh)."


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("▸ngày nghỉ: []\n", f"01/01/2020 (Tết Dương lịch), {TET}, 02/04/2020 (Giỗ Tổ Hùng Vương), {OTHERS}"),
        (
            "▸ngày nghỉ:\n  - ngày: 01/01/2020\n    tên: Tết Dương lịch\n",
            f"{TET}, 02/04/2020 (Giỗ Tổ Hùng Vương), {OTHERS}",
        ),
    ],
)
def test_what_a_calendar_lacks_is_one_warning(tmp_path: Path, text: str, lacking: str) -> None:
    (found,) = fires(tmp_path, {FILE: text}, "D412", f"Lịch năm 2020 không có {lacking}")
    assert (found.severity, found.cure) == (Severity.warning, "Thêm các ngày còn thiếu, hoặc sửa ngày ghi sai.")


def test_the_day_of_the_hung_kings_a_month_early(tmp_path: Path) -> None:
    changes = {FILE: [("ngày nghỉ:", "▸ngày nghỉ:"), ("- ngày: 02/04/2020", "- ngày: 03/03/2020")]}
    fires(tmp_path, changes, "D412", "Lịch năm 2020 không có 02/04/2020 (Giỗ Tổ Hùng Vương).")


def test_all_there_is(tmp_path: Path) -> None:
    silent(tmp_path, {}, "D412")


def test_what_falls_on_a_weekend_is_not_expected(tmp_path: Path) -> None:
    days = ("02/01/2023", "23/01/2023", "24/01/2023", "02/05/2023", "01/05/2023")  # 30/04, Hùng Kings', 02/09: weekends
    text = "ngày nghỉ:\n" + "".join(f"  - ngày: {day}\n    tên: Nghỉ\n" for day in days)
    silent(tmp_path, {"data/calendar/2023.yml": text}, "D412")
