"""F203: folder names say what the record says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import MARK, PLAN, PLANS, SCHEDULE_A4, fires, silent
from tests.repo import SAMPLE, lay

OBSERVATION = "data/reports/{}/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"
CURE = "Chuyển tệp sang đúng thư mục, hoặc sửa nội dung."


@pytest.mark.parametrize("folder", ["2020-03", "thang-4", "2020-13"])
def test_the_month_of_a_schedule(tmp_path: Path, folder: str) -> None:
    text = (SAMPLE / SCHEDULE_A4).read_text(encoding="utf-8").replace("tháng: ", "tháng: ▸", 1)
    lay(tmp_path, {SCHEDULE_A4: None})
    message = f"Thư mục mang tên “{folder}” nhưng phải là “2020-04” (theo tháng)."
    (found,) = fires(tmp_path, {f"{PLANS}/schedules/{folder}/doan-so-a.yml": text}, "F203", message)
    assert found.cure == CURE


def test_the_year_of_a_report(tmp_path: Path) -> None:
    text = (SAMPLE / OBSERVATION.format(2020)).read_text(encoding="utf-8").replace("loại:", f"{MARK}loại:", 1)
    lay(tmp_path, {OBSERVATION.format(2020): None})
    message = "Thư mục mang tên “2019” nhưng phải là “2020” (theo ngày ở đầu tên tệp)."
    fires(tmp_path, {OBSERVATION.format(2019): text}, "F203", message)


def test_the_year_of_a_plan(tmp_path: Path) -> None:
    change = ("từ: 01/01/2020\nđến: 31/12/2020\ncăn cứ", "từ: ▸01/01/2019\nđến: 31/12/2020\ncăn cứ")
    message = "Thư mục mang tên “2020” nhưng phải là “2019” (theo từ)."
    fires(tmp_path, {PLAN: change}, "F203", message)


def test_a_plan_issued_before_its_year(tmp_path: Path) -> None:
    silent(tmp_path, {PLAN: ("ngày ban hành: 20/02/2020", "ngày ban hành: 20/12/2019")}, "F203")
