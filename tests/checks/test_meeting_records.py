"""M403 and M404: what a schedule says of one meeting fits together."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import SCHEDULE_A4, fires, silent


def test_a_meeting_of_another_month(tmp_path: Path) -> None:
    message = "Buổi “b2” ngày 10/05/2020 nằm ngoài tháng 04/2020 của lịch."
    (found,) = fires(tmp_path, {SCHEDULE_A4: ("ngày: 10/04/2020", "ngày: ▸10/05/2020")}, "M403", message)
    assert found.severity is Severity.warning
    assert [item.place for item in found.related] == [Place(SCHEDULE_A4, 2, 8)]


def test_a_meeting_moved_to_another_month(tmp_path: Path) -> None:
    silent(tmp_path, {SCHEDULE_A4: ("  - mã: b2", "    dời:\n      - sang ngày: 08/05/2020\n  - mã: b2")}, "M403")


@pytest.mark.parametrize("status", ["hoãn", "hủy"])
def test_called_off_and_held(tmp_path: Path, status: str) -> None:
    change = ("  - mã: b2", f"    trạng thái: {status}\n    đã diễn ra: ▸có\n  - mã: b2")
    message = f"Buổi “b1” có “trạng thái: {status}” nhưng “đã diễn ra: có”."
    (found,) = fires(tmp_path, {SCHEDULE_A4: change}, "M404", message)
    assert [item.place for item in found.related] == [Place(SCHEDULE_A4, 12, 17)]


MOVED_LATER = """trạng thái: hoãn
    ngày báo: 07/04/2020
    dời:
      - sang ngày: 09/04/2020
        ngày báo: 08/04/2020"""


def test_postponed_then_moved_and_held(tmp_path: Path) -> None:
    change = ("  - mã: b2", f"    {MOVED_LATER}\n    đã diễn ra: có\n  - mã: b2")
    silent(tmp_path, {SCHEDULE_A4: change}, "M404", "M502")


@pytest.mark.parametrize("words", ["trạng thái: hoãn", "trạng thái: hủy\n    đã diễn ra: không", "đã diễn ra: có"])
def test_one_of_them(tmp_path: Path, words: str) -> None:
    silent(tmp_path, {SCHEDULE_A4: ("  - mã: b2", f"    {words}\n  - mã: b2")}, "M404")
