"""D210 and M106: a unit's file agrees with itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import Change, fires, silent

UNIT_A = "data/units/doan-so-a.yml"
UNIT_X = "data/units/doan-so-x.yml"


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (
            UNIT_A,
            ("đoàn viên: 18", "đoàn viên: 18\n    từ: ▸01/01/2010"),
            "từ: 01/01/2010 trước ngày đơn vị bắt đầu, 01/01/2015.",
        ),
        (
            UNIT_X,
            ("Chi đoàn 1\n", "Chi đoàn 1\n    đến: ▸01/07/2020\n"),
            "đến: 01/07/2020 sau ngày cuối cùng của đơn vị, 30/06/2020.",
        ),
        (
            "data/units/doan-truong-c.yml",
            ("đến: 31/05/2020", "đến: ▸31/05/2002"),
            "đến: 31/05/2002 trước ngày đơn vị bắt đầu, 01/01/2015.",
        ),
    ],
)
def test_a_branch_or_a_former_name_outside_its_unit(tmp_path: Path, file: str, change: Change, message: str) -> None:
    fires(tmp_path, {file: change}, "D210", message)


def test_a_branch_with_its_unit(tmp_path: Path) -> None:
    silent(tmp_path, {UNIT_X: ("Chi đoàn 1\n", "Chi đoàn 1\n    từ: 01/01/2015\n    đến: 30/06/2020\n")}, "D210")


def test_merged_without_a_last_day(tmp_path: Path) -> None:
    change = [("đến: 30/06/2020\n", ""), ("vào: doan", "vào: ▸doan")]
    message = "Đơn vị đã sáp nhập vào “doan-so-y” nhưng không có “đến”."
    fires(tmp_path, {UNIT_X: change}, "M106", message)


def test_merged_into_itself(tmp_path: Path) -> None:
    fires(tmp_path, {UNIT_X: ("vào: doan-so-y", "vào: ▸doan-so-x")}, "M106", "Đơn vị sáp nhập vào chính mình.")


def test_a_merged_unit(tmp_path: Path) -> None:
    silent(tmp_path, {}, "M106", "D210")
