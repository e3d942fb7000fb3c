"""M501, M502 and M505: a visit report says which meeting it is about, and that was not called off."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import MARK, SCHEDULE_A4, VISIT_A, Change, fires, silent

MEETING = "buổi: 46-kh-dtn/2020-04/doan-so-a/b1"
UNSCHEDULED = "đơn vị: doan-so-a\nngày: 08/04/2020\ngiờ: 7:30"


def test_named_in_both_ways(tmp_path: Path) -> None:
    change = (MEETING, f"{MEETING}\n{MARK}{UNSCHEDULED}")
    (found,) = fires(tmp_path, {VISIT_A: change}, "M501", "Báo cáo đã nêu “buổi” nên không nêu “đơn vị”.")
    assert [item.place for item in found.related] == [Place(VISIT_A, 3, 7)]


@pytest.mark.parametrize("words", [UNSCHEDULED, f"{MEETING}\nngày tiến hành: 07/04/2020"])
def test_one_way(tmp_path: Path, words: str) -> None:
    silent(tmp_path, {VISIT_A: (MEETING, words)}, "M501")


@pytest.mark.parametrize(
    ("words", "told"),
    [("trạng thái: hủy", "bị hủy"), ("đã diễn ra: không", "không diễn ra")],
)
def test_about_a_meeting_that_was_not_held(tmp_path: Path, words: str, told: str) -> None:
    schedule: dict[str, Change] = {SCHEDULE_A4: ("  - mã: b2", f"    {words}\n  - mã: b2")}
    message = f"Lịch ghi buổi “46-kh-dtn/2020-04/doan-so-a/b1” {told}, nhưng có báo cáo dự buổi này."
    (found,) = fires(tmp_path, {VISIT_A: ("buổi: 46", "buổi: ▸46"), **schedule}, "M505", message)
    assert found.severity is Severity.error
    assert [item.place.line for item in found.related] == [12]


@pytest.mark.parametrize(("words", "told"), [("trạng thái: hoãn", "bị hoãn")])
def test_about_a_meeting_that_waits(tmp_path: Path, words: str, told: str) -> None:
    schedule: dict[str, Change] = {SCHEDULE_A4: ("  - mã: b2", f"    {words}\n  - mã: b2")}
    message = f"Lịch ghi buổi “46-kh-dtn/2020-04/doan-so-a/b1” {told}, nhưng có báo cáo dự buổi này."
    (found,) = fires(tmp_path, {VISIT_A: ("buổi: 46", "buổi: ▸46"), **schedule}, "M502", message)
    assert found.severity is Severity.warning
    assert [item.place.line for item in found.related] == [12]


def test_about_a_meeting_moved(tmp_path: Path) -> None:
    moved = ("  - mã: b2", "    dời:\n      - sang ngày: 09/04/2020\n    đã diễn ra: có\n  - mã: b2")
    silent(tmp_path, {SCHEDULE_A4: moved}, "M502", "M505")
