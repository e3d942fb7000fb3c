"""R321, R322: what a plan still has to decide is an error, of a draft a note."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import PLAN, fires, silent

STARTS = "năm 2020\ntừ: 01/01/2020"
OPEN = STARTS.replace("từ", "cần quyết định:\n  - ▸Thời gian đợt 1\ntừ")


def test_of_a_plan_in_force(tmp_path: Path) -> None:
    message = "Kế hoạch không còn là dự thảo mà còn phải quyết định: “Thời gian đợt 1”."
    (found,) = fires(tmp_path, {PLAN: (STARTS, OPEN)}, "R321", message)
    assert (found.severity, found.cure) == (
        Severity.error,
        "Quyết định rồi xóa mục này, hoặc ghi lại “dự thảo: có”.",
    )


def test_of_a_draft(tmp_path: Path) -> None:
    draft = OPEN.replace("từ", "dự thảo: có\ntừ")
    (found,) = fires(tmp_path, {PLAN: (STARTS, draft)}, "R322", "Dự thảo còn phải quyết định: “Thời gian đợt 1”.")
    assert found.severity is Severity.note


def test_of_a_draft_with_nothing_left(tmp_path: Path) -> None:
    draft = STARTS.replace("từ", "dự thảo: ▸có\ntừ")
    message = "Kế hoạch từ ngày 01/01/2020 còn là dự thảo, không còn điều gì phải quyết định."
    fires(tmp_path, {PLAN: (STARTS, draft)}, "R322", message)


def test_nothing_to_decide(tmp_path: Path) -> None:
    silent(tmp_path, {PLAN: (STARTS, STARTS.replace("từ", "dự thảo: không\ntừ"))}, "R321")
