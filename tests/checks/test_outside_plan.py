"""D211, D212, D217: what is planned or due lies within the time of its plan, as first said and as moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import MOVE, PLANS, RESULT, SCHEDULE_A4, TEAM, alone, fires, silent

MESSAGE = "ngày: 20/02/2021 nằm sau thời gian của kế hoạch 46-KH/ĐTN, từ 01/01/2020 đến 31/12/2020."
MOVED = "    chi đoàn: chi-doan-2"


@pytest.mark.parametrize(
    ("file", "change", "code"),
    [
        (SCHEDULE_A4, (MOVED, f"{MOVED}\n    dời:\n      - sang ngày: ▸15/04/2002"), "D211"),
        (SCHEDULE_A4, (MOVED, f"{MOVED}\n    dời:\n      - sang ngày: ▸15/04/2021"), "D217"),
        (SCHEDULE_A4, ("ngày: 10/04/2020", "ngày: ▸10/04/2002"), "D211"),
        (SCHEDULE_A4, ("ngày: 10/04/2020", "ngày: ▸10/04/2021"), "D217"),
        (MOVE, ("sang đến: 26/06/2020", "sang đến: ▸26/06/2021"), "D217"),
        (RESULT, ("hạn: 31/07/2020", "hạn: ▸31/07/2200"), "D212"),
        (TEAM, ("địa điểm: Hội trường Sở B\n    ngày tiến hành: 18/05/2020", "địa điểm: Sở B"), ""),
    ],
)
def test_another_year_is_told_once(tmp_path: Path, file: str, change: tuple[str, str], code: str) -> None:
    if code:
        alone(tmp_path, {file: change}, code)
    else:
        silent(tmp_path, {file: change}, "D211", "D212", "D217")


def test_the_message_names_the_time_of_the_plan(tmp_path: Path) -> None:
    told = alone(tmp_path, {SCHEDULE_A4: ("ngày: 10/04/2020", "ngày: ▸10/04/2021")}, "D217")
    assert told.message == ("ngày: 10/04/2021 nằm sau thời gian của kế hoạch 46-KH/ĐTN, từ 01/01/2020 đến 31/12/2020.")


def test_a_month_that_the_plan_does_not_have(tmp_path: Path) -> None:
    text = "tháng: ▸05/2021\nsố ký hiệu: 99-PC/ĐTN\nngày ban hành: 06/05/2020\nphân công: []\n"
    told = alone(tmp_path, {f"{PLANS}/assignments/2021-05.yml": text}, "D217")
    assert told.severity is Severity.error
    assert told.message.startswith("tháng: 05/2021 nằm sau")


def test_a_due_day_may_lie_in_the_next_year(tmp_path: Path) -> None:
    silent(tmp_path, {RESULT: ("hạn: 31/07/2020", "hạn: 31/07/2021")}, "D211", "D212")


def test_put_off_over_the_new_year_is_a_warning(tmp_path: Path) -> None:
    told = alone(
        tmp_path,
        {
            TEAM: (
                "    hình thức: qua báo cáo\n    ngày: 20/05/2020\n    ngày tiến hành: 20/05/2020\n",
                "    ngày: ▸15/01/2021\n",
            )
        },
        "D212",
    )
    assert told.severity is Severity.warning


def test_the_schedule_of_january_belongs_to_the_plan_that_asks_for_it(tmp_path: Path) -> None:
    text = "đơn vị: doan-so-a\ntháng: 01/2021\nngày nhận: 18/12/2020\nbuổi:\n  - mã: b1\n    ngày: {}\n"
    text += "    giờ: 8:00\n    địa điểm: Phòng họp\n"
    path = f"{PLANS}/schedules/2021-01/doan-so-a.yml"
    codes = ("D211", "D212", "D217")
    silent(tmp_path / "good", {path: text.format("20/01/2021")}, *codes, today="2020-12-20")
    late = {path: text.format("▸20/02/2021")}
    assert [item.severity for item in fires(tmp_path / "late", late, "D217", MESSAGE, today="2020-12-20")] == [
        Severity.error
    ]
