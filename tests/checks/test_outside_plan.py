"""D211 and D212: what is planned or due lies within the time of its plan, as first said and as moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import MOVE, PLANS, RESULT, SCHEDULE_A4, TEAM, alone, silent

MOVED = "    chi đoàn: chi-doan-2"


@pytest.mark.parametrize(
    ("file", "change", "code"),
    [
        (SCHEDULE_A4, (MOVED, f"{MOVED}\n    dời:\n      - sang ngày: ▸15/04/2002"), "D211"),
        (SCHEDULE_A4, (MOVED, f"{MOVED}\n    dời:\n      - sang ngày: ▸15/04/2021"), "D212"),
        (SCHEDULE_A4, ("ngày: 10/04/2020", "ngày: ▸10/04/2002"), "D211"),
        (SCHEDULE_A4, ("ngày: 10/04/2020", "ngày: ▸10/04/2021"), "D212"),
        (MOVE, ("sang đến: 26/06/2020", "sang đến: ▸26/06/2021"), "D212"),
        (RESULT, ("hạn: 31/07/2020", "hạn: ▸31/07/2200"), "D212"),
        (TEAM, ("địa điểm: Hội trường Sở B\n    ngày tiến hành: 18/05/2020", "địa điểm: Sở B"), ""),
    ],
)
def test_another_year_is_told_once(tmp_path: Path, file: str, change: tuple[str, str], code: str) -> None:
    if code:
        alone(tmp_path, {file: change}, code)
    else:
        silent(tmp_path, {file: change}, "D211", "D212")


def test_the_message_names_the_time_of_the_plan(tmp_path: Path) -> None:
    told = alone(tmp_path, {SCHEDULE_A4: ("ngày: 10/04/2020", "ngày: ▸10/04/2021")}, "D212")
    assert told.message == ("ngày: 10/04/2021 nằm sau thời gian của kế hoạch 46-KH/ĐTN, từ 01/01/2020 đến 31/12/2020.")


def test_a_month_that_the_plan_does_not_have(tmp_path: Path) -> None:
    text = "tháng: ▸05/2021\nsố ký hiệu: 99-PC/ĐTN\nngày ban hành: 06/05/2020\nphân công: []\n"
    told = alone(tmp_path, {f"{PLANS}/assignments/2021-05.yml": text}, "D212")
    assert told.message.startswith("tháng: 05/2021 nằm sau")


def test_a_due_day_may_lie_in_the_next_year(tmp_path: Path) -> None:
    silent(tmp_path, {RESULT: ("hạn: 31/07/2020", "hạn: 31/07/2021")}, "D211", "D212")
