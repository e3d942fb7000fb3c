"""M108: two units that exist at one time do not have one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import alone, silent

UNIT = "data/units/doan-so-b.yml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("tên: Đoàn cơ sở Sở B", "tên: ▸Đoàn cơ sở Sở A", "“Đoàn cơ sở Sở A” cũng là tên của đơn vị “doan-so-a”."),
        ("ngắn: Đoàn Sở B", "ngắn: ▸đoàn sở  A", "“đoàn sở  A” cũng là tên ngắn của đơn vị “doan-so-a”."),
    ],
)
def test_the_name_of_another(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert alone(tmp_path, {UNIT: (old, new)}, "M108").message == message


def test_one_after_the_other(tmp_path: Path) -> None:
    ended = {"data/units/doan-so-x.yml": ("tên: Đoàn cơ sở Sở X", "tên: Đoàn cơ sở Sở Z")}
    new = "tên: Đoàn cơ sở Sở Z\nloại: đoàn cơ sở\ntừ: 01/07/2020\n"
    silent(tmp_path, {**ended, "data/units/doan-so-z.yml": new}, "M108")
