"""M503 and M504: the numbers of a visit report are possible, and two reports on one meeting agree (scenario 7)."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place, Severity
from tests.checks.marked import VISIT_A, Change, fires, silent
from tests.repo import SAMPLE

SECOND = VISIT_A.replace(".md", "-2.md")


def _second(present: str) -> dict[str, Change]:
    text = (SAMPLE / VISIT_A).read_text(encoding="utf-8").replace("số có mặt: 20", f"số có mặt: {present}")
    return {SECOND: text.partition("mô hình hay:")[0] + "---\n"}


def test_more_present_than_members(tmp_path: Path) -> None:
    message = "số có mặt: 23 lớn hơn “tổng số đoàn viên: 22”."
    (found,) = fires(tmp_path, {VISIT_A: ("số có mặt: 20", "số có mặt: ▸23")}, "M503", message)
    assert [item.place for item in found.related] == [Place(VISIT_A, 9, 20)]


def test_two_reports_differ(tmp_path: Path) -> None:
    message = "số có mặt: 21, nhưng báo cáo “2020-04-08-doan-so-a-chi-doan-1” về cùng buổi ghi 20."
    (found,) = fires(tmp_path, _second("▸21"), "M504", message)
    assert found.severity is Severity.warning
    assert [item.place for item in found.related] == [Place(VISIT_A, 8, 12)]


def test_two_reports_agree_and_all_were_present(tmp_path: Path) -> None:
    silent(tmp_path / "two", _second("20"), "M504")
    silent(tmp_path / "all", {VISIT_A: ("số có mặt: 20", "số có mặt: 22")}, "M503")


def test_two_meetings_on_one_day(tmp_path: Path) -> None:
    second = {SECOND: str(_second("19")[SECOND]).replace("doan-so-a/b1", "doan-so-a/b2")}
    silent(tmp_path, dict(second), "M504")
