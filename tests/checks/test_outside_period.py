"""M304: a session outside the effective period asks for an adjustment."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import PLAN, PLANS, TEAM, fires, silent

FOUND = "Buổi làm việc với “doan-so-b” ngày 25/05/2020 nằm ngoài thời gian của “dot-1”."
HELD = ("ngày tiến hành: 18/05/2020", "ngày tiến hành: ▸25/05/2020")
MOVE = f"{PLANS}/adjustments/2020-05-20-dot-1.yml"
ADJUSTED = """
    loại: điều chỉnh
    hoạt động: dot-1
    {}
    ngày quyết định: 20/05/2020
    người quyết định: Ban Thường vụ
    lý do: Trùng lịch hội nghị
    """


def test_held_after_the_plan_s_last_day(tmp_path: Path) -> None:
    message = f"{FOUND} Theo kế hoạch 46-KH/ĐTN: từ 11/05/2020 đến 22/05/2020."
    (found,) = fires(tmp_path, {TEAM: HELD}, "M304", message)
    assert found.severity is Severity.warning
    assert found.cure == f"Thêm tệp điều chỉnh trong {PLANS}/adjustments/, hoặc sửa ngày."
    assert [item.place for item in found.related] == [Place(PLAN, 115, 9)]


def test_held_outside_the_adjusted_period(tmp_path: Path) -> None:
    adjusted = {MOVE: ADJUSTED.format("sang đến: 24/05/2020")}
    message = f"{FOUND} Theo quyết định ngày 20/05/2020: từ 11/05/2020 đến 24/05/2020."
    (found,) = fires(tmp_path, {TEAM: HELD, **adjusted}, "M304", message)
    assert [item.place for item in found.related] == [Place(MOVE, 1, 1)]


def test_held_while_no_time_is_set(tmp_path: Path) -> None:
    marks = [(f"ngày tiến hành: {day}", f"ngày tiến hành: ▸{day}") for day in ("14/05", "18/05", "20/05")]
    adjusted = {MOVE: ADJUSTED.format("chưa ấn định: có")}
    found = "Buổi làm việc với “{}” ngày {}/05/2020 nằm ngoài thời gian của “dot-1”."
    words = found + " Theo quyết định ngày 20/05/2020: chưa ấn định."
    held = [("doan-so-a", "14"), ("doan-so-b", "18"), ("chi-doan-so-d", "20")]
    fires(tmp_path, {TEAM: marks, **adjusted}, "M304", *(words.format(*pair) for pair in held))


@pytest.mark.parametrize("day", ["11/05/2020", "22/05/2020"])
def test_the_first_and_the_last_day(tmp_path: Path, day: str) -> None:
    silent(tmp_path, {TEAM: ("ngày tiến hành: 18/05/2020", f"ngày tiến hành: {day}")}, "M304")


def test_within_the_adjusted_period(tmp_path: Path) -> None:
    held = (HELD[0], HELD[1].replace("▸", ""))
    silent(tmp_path, {TEAM: held, MOVE: ADJUSTED.format("sang đến: 29/05/2020")}, "M304")


def test_cancelled(tmp_path: Path) -> None:
    silent(
        tmp_path,
        {
            TEAM: ("ngày: 18/05/2020", "ngày: 25/05/2020\n    trạng thái: hủy"),
        },
        "M304",
    )
