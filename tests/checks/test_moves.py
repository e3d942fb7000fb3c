"""M406 and M407: a move changes something, and a cancelled meeting is not moved any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import SCHEDULE_A4, alone, silent

LAST = "    chi đoàn: chi-doan-2"
CANCELLED = "\n    trạng thái: hủy\n    ngày báo: {}\n    dời:\n      - sang ngày: 15/04/2020\n        ngày báo: {}"


@pytest.mark.parametrize(
    "moves",
    [
        "      - sang ngày: ▸10/04/2020",
        "      - sang ngày: 15/04/2020\n      - sang ngày: ▸15/04/2020",
        "      - sang ngày: ▸10/04/2020\n        giờ: 14:00",
    ],
)
def test_a_move_to_the_same_day(tmp_path: Path, moves: str) -> None:
    told = alone(tmp_path, {SCHEDULE_A4: (LAST, f"{LAST}\n    dời:\n{moves}")}, "M406")
    assert told.message.endswith("là ngày đã báo, mà giờ và địa điểm cũng không đổi.")


@pytest.mark.parametrize("more", ["giờ: 15:00", "địa điểm: Phòng họp tầng 2"])
def test_the_same_day_at_another_hour_or_place(tmp_path: Path, more: str) -> None:
    move = f"{LAST}\n    dời:\n      - sang ngày: 10/04/2020\n        {more}"
    silent(tmp_path, {SCHEDULE_A4: (LAST, move)}, "M406")


def test_moved_after_it_was_cancelled(tmp_path: Path) -> None:
    change = (LAST, LAST + CANCELLED.format("06/04/2020", "▸07/04/2020"))
    told = alone(tmp_path, {SCHEDULE_A4: change}, "M407")
    assert told.message == "Báo dời ngày 07/04/2020, sau khi đã báo hủy ngày 06/04/2020."


def test_moved_then_cancelled(tmp_path: Path) -> None:
    silent(tmp_path, {SCHEDULE_A4: (LAST, LAST + CANCELLED.format("08/04/2020", "07/04/2020"))}, "M406", "M407")
