"""M107: the sub-units of a unit have no more members together than the unit."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import alone, silent

UNIT = "data/units/doan-so-a.yml"


def test_more_than_the_unit(tmp_path: Path) -> None:
    told = alone(tmp_path, {UNIT: ("số đoàn viên: 40", "số đoàn viên: ▸39")}, "M107")
    assert told.message == "Đơn vị có 39 đoàn viên, nhưng các chi đoàn cộng lại có 40."
    assert [item.note for item in told.related] == ["Chi đoàn 1", "Chi đoàn 2"]


def test_fewer_or_without_those_that_ended(tmp_path: Path) -> None:
    silent(tmp_path / "fewer", {UNIT: ("số đoàn viên: 40", "số đoàn viên: 45")}, "M107")
    ended = ("số đoàn viên: 18", "số đoàn viên: 18\n    đến: 31/08/2020")
    silent(tmp_path / "ended", {UNIT: [("số đoàn viên: 40", "số đoàn viên: 22"), ended]}, "M107")
