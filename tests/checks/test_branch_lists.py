"""M401 and M402: a schedule speaks of each branch once (scenario 4)."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import ORGANIZATION, SCHEDULE_B4, Change, fires, silent

UNIT = "data/units/doan-so-b.yml"
NO_MEETING = "không sinh hoạt:\n  - chi đoàn: chi-doan-2\n    lý do: Ghép vào tháng 5\n"
LEFT_OUT = {SCHEDULE_B4: [(NO_MEETING, ""), ("  - mã: b1", "  ▸- mã: b1")]}
MESSAGE = "Chi đoàn “chi-doan-2” (Chi đoàn 2) không có trong “buổi” lẫn “không sinh hoạt”."


def test_a_branch_in_neither_list(tmp_path: Path) -> None:
    (found,) = fires(tmp_path, LEFT_OUT, "M401", MESSAGE)
    assert found.severity is Severity.warning
    assert [item.place for item in found.related] == [Place(UNIT, 11, 9)]


def test_a_branch_in_both_lists(tmp_path: Path) -> None:
    change = ("chi đoàn: chi-doan-2", "chi đoàn: ▸chi-doan-1")
    message = "Chi đoàn “chi-doan-1” cũng có buổi “b1” trong lịch này."
    (found,) = fires(tmp_path, {SCHEDULE_B4: change}, "M402", message)
    assert [item.place for item in found.related] == [Place(SCHEDULE_B4, 9, 15)]


OTHER_WORD: dict[str, Change] = {  # doan-so-b is of another kind, whose sub-units have another name
    ORGANIZATION: (
        "  - tên: chi đoàn cơ sở",
        "  - tên: khối\n    đơn vị trực thuộc: phân đoàn\n  - tên: chi đoàn cơ sở",
    ),
    UNIT: [("loại: đoàn cơ sở", "loại: khối"), ("chi đoàn:", "phân đoàn:")],
}


def test_sub_units_are_called_by_the_word_of_their_unit(tmp_path: Path) -> None:
    row = ("    chi đoàn: chi-doan-1", "    phân đoàn: chi-doan-1")
    left_out: dict[str, Change] = {SCHEDULE_B4: [(NO_MEETING, ""), ("  - mã: b1", "  ▸- mã: b1"), row]}
    (found,) = fires(
        tmp_path / "neither", {**OTHER_WORD, **left_out}, "M401", MESSAGE.replace("Chi đoàn “", "Phân đoàn “")
    )
    assert found.cure == "Thêm buổi của phân đoàn, hoặc thêm phân đoàn vào “không sinh hoạt”."
    both: dict[str, Change] = {SCHEDULE_B4: [("  - chi đoàn: chi-doan-2", "  - phân đoàn: ▸chi-doan-1"), row]}
    message = "Phân đoàn “chi-doan-1” cũng có buổi “b1” trong lịch này."
    fires(tmp_path / "both", {**OTHER_WORD, **both}, "M402", message)


def test_a_branch_that_did_not_exist_all_month(tmp_path: Path) -> None:
    started = {UNIT: ("số đoàn viên: 13", "số đoàn viên: 13\n    từ: 02/04/2020")}
    silent(tmp_path, {SCHEDULE_B4: (NO_MEETING, ""), **started}, "M401", "M402")


def test_a_month_without_any_meeting(tmp_path: Path) -> None:
    silent(tmp_path, {SCHEDULE_B4: "đơn vị: doan-so-b\ntháng: 04/2020\nngày nhận: 18/03/2020\n"}, "M401")
