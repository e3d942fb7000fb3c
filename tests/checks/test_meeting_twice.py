"""M405: one unit or sub-unit does not meet twice at the same hour."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import SCHEDULE_A4, alone, silent

SECOND = "  - mã: b2\n    ngày: 10/04/2020\n    giờ: 14:00\n    địa điểm: Hội trường Sở A\n    chi đoàn: chi-doan-2"
THIRD = SECOND.replace("b2", "b3")


def test_the_same_branch_day_and_hour(tmp_path: Path) -> None:
    told = alone(tmp_path, {SCHEDULE_A4: (SECOND, f"{SECOND}\n{THIRD.replace('b3', '▸b3')}")}, "M405")
    assert told.message == ("Buổi “b3” cùng ngày 10/04/2020, cùng giờ 14:00 với buổi “b2” của cùng nơi sinh hoạt.")


def test_moved_to_the_hour_of_another(tmp_path: Path) -> None:
    first = THIRD.replace("10/04", "09/04").replace("b3", "▸b3") + "\n    dời:\n      - sang ngày: 10/04/2020"
    alone(tmp_path, {SCHEDULE_A4: (SECOND, f"{SECOND}\n{first}")}, "M405")


def test_one_of_two_is_called_off_or_at_another_hour(tmp_path: Path) -> None:
    off = f"{SECOND}\n{THIRD}\n    trạng thái: hủy"
    silent(tmp_path / "off", {SCHEDULE_A4: (SECOND, off)}, "M405")
    silent(tmp_path / "hour", {SCHEDULE_A4: (SECOND, f"{SECOND}\n{THIRD.replace('14:00', '15:00')}")}, "M405")
    silent(tmp_path / "other", {SCHEDULE_A4: (SECOND, f"{SECOND}\n{THIRD.replace('doan-2', 'doan-1')}")}, "M405")
