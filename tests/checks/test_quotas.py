"""R310: a quota of none would be met by doing nothing."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import PLAN, fires, silent

MARCH = "tháng: 03/2020\n    số đơn vị: 5"


def test_none(tmp_path: Path) -> None:
    fires(tmp_path, {PLAN: (MARCH, MARCH.replace("5", "▸0"))}, "R310", "số đơn vị: 0, nhưng phải ít nhất là 1.")


def test_one_or_not_said(tmp_path: Path) -> None:
    silent(tmp_path, {PLAN: (MARCH, MARCH.replace("5", "1"))}, "R310")
    silent(tmp_path, {PLAN: (MARCH, "tháng: 03/2020")}, "R310")
