"""D205: amendments and moves stand in the order in which they came."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import SCHEDULE_A4, alone, fires, silent

MOVES = """    dời:
      - sang ngày: 15/04/2020
        ngày báo: 07/04/2020
      - sang ngày: 22/04/2020
        ngày báo: 14/04/2020
  - mã: b2"""
AMENDMENTS = "bổ sung:\n  - ngày nhận: 19/03/2020\n  - ngày nhận: 24/03/2020\nbuổi:"


def test_moves_out_of_order(tmp_path: Path) -> None:
    moves = MOVES.replace("ngày báo: 14", "ngày báo: ▸06")
    fires(tmp_path, {SCHEDULE_A4: ("  - mã: b2", moves)}, "D205", "ngày báo: 06/04/2020 trước “ngày báo: 07/04/2020”.")


def test_amended_before_it_came(tmp_path: Path) -> None:
    text = AMENDMENTS.replace("19/03", "▸17/03")
    fires(tmp_path, {SCHEDULE_A4: ("buổi:", text)}, "D205", "ngày nhận: 17/03/2020 trước “ngày nhận: 18/03/2020”.")


def test_in_order(tmp_path: Path) -> None:
    silent(tmp_path, {SCHEDULE_A4: [("  - mã: b2", MOVES), ("buổi:", AMENDMENTS)]}, "D205")


def test_undated_moves_have_no_order(tmp_path: Path) -> None:
    moves = MOVES.replace("\n        ngày báo: 07/04/2020", "")
    silent(tmp_path, {SCHEDULE_A4: ("  - mã: b2", moves)}, "D205")


@pytest.mark.parametrize(
    "news",
    [
        "    dời:\n      - sang ngày: 15/04/2020\n        ngày báo: ▸17/03/2020",
        "    trạng thái: hoãn\n    ngày báo: ▸17/03/2020",
    ],
)
def test_news_of_a_meeting_before_the_schedule_was_received(tmp_path: Path, news: str) -> None:
    last = "    chi đoàn: chi-doan-2"
    told = alone(tmp_path, {SCHEDULE_A4: (last, f"{last}\n{news}")}, "D205")
    assert told.message == "ngày báo: 17/03/2020 trước “ngày nhận: 18/03/2020”."
