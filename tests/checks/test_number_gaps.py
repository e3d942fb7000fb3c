"""N102: where the register is said to be complete, numbers leave none out."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import ASSIGNMENT_4, ASSIGNMENT_5, NOTICE, ORGANIZATION, PETITION, PLAN, TEAM, fires, silent

FULL = {ORGANIZATION: ("ký hiệu: ĐTN", "ký hiệu: ĐTN\nsổ văn bản đầy đủ: có")}
FLASH = "data/reports/2020/nhanh/2020-05-12-thang-4.md"
ELSE = {  # everything but the assignments begins its series
    PLAN: ("46-KH", "1-KH"),
    TEAM: ("20-QĐ", "1-QĐ"),
    NOTICE: ("15-TB", "1-TB"),
    PETITION: ("25-CV", "1-CV"),
    FLASH: ("31-BC/ĐTN", "1-BC/ĐTN"),
    "data/reports/2020/tong-hop/2020-05-14-thang-4.md": ("32-BC/ĐTN", "2-BC/ĐTN"),
}
REGISTER = "Tệp của tổ chức ghi “sổ văn bản đầy đủ: có”."


def test_gaps(tmp_path: Path) -> None:
    marks = {ASSIGNMENT_4: ("số ký hiệu: 12", "số ký hiệu: ▸2"), ASSIGNMENT_5: ("số ký hiệu: 16", "số ký hiệu: ▸6")}
    first, second = "Trước “02-PC/ĐTN” thiếu số 01 của năm 2020.", "Trước “06-PC/ĐTN” thiếu số 03 đến 05 của năm 2020."
    found = fires(tmp_path, {**FULL, **ELSE, **marks}, "N102", f"{first} {REGISTER}", f"{second} {REGISTER}")
    assert found[0].severity is Severity.warning


def test_no_gap(tmp_path: Path) -> None:
    silent(tmp_path, {**FULL, **ELSE, ASSIGNMENT_4: ("12-PC", "1-PC"), ASSIGNMENT_5: ("16-PC", "2-PC")}, "N102")


def test_the_register_is_not_complete(tmp_path: Path) -> None:
    silent(tmp_path, {}, "N102")
