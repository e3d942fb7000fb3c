"""M210: what is recorded of somebody assigned fits together; all of it is internal."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import ASSIGNMENT_4, fires, silent


def test_absent_and_attended(tmp_path: Path) -> None:
    change = ("vắng: có lý do", "vắng: có lý do\n    đã dự: ▸có")
    message = "“le-van-c” có “đã dự: có” nhưng cũng có “vắng”."
    (found,) = fires(tmp_path, {ASSIGNMENT_4: change}, "M210", message)
    assert found.is_internal
    assert [item.place for item in found.related] == [Place(ASSIGNMENT_4, 11, 11)]


def test_replaced_and_attended(tmp_path: Path) -> None:
    change = ("cán bộ: tran-thi-b", "cán bộ: tran-thi-b\n    dự thay: le-van-c\n    đã dự: ▸có")
    fires(tmp_path, {ASSIGNMENT_4: change}, "M210", "“tran-thi-b” có “đã dự: có” nhưng cũng có “dự thay”.")


def test_replaced_by_oneself(tmp_path: Path) -> None:
    change = ("cán bộ: tran-thi-b", "cán bộ: tran-thi-b\n    dự thay: ▸tran-thi-b")
    (found,) = fires(tmp_path, {ASSIGNMENT_4: change}, "M210", "“tran-thi-b” dự thay cho chính mình.")
    assert found.is_internal


def test_absent_and_replaced(tmp_path: Path) -> None:
    silent(tmp_path, {ASSIGNMENT_4: ("vắng: có lý do", "vắng: có lý do\n    dự thay: tran-thi-b")}, "M210")
