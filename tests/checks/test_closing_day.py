"""D220: a plan's year is closed after all that it asks for was due."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import PLAN, fires, silent
from tests.repo import facts

STARTS = "năm 2020\ntừ: 01/01/2020"  # its last due day is 15/01/2021


def test_closed_too_early(tmp_path: Path) -> None:
    closed = {PLAN: (STARTS, STARTS.replace("từ", "ngày khóa sổ: ▸15/01/2021\ntừ"))}
    message = "Khóa sổ ngày 15/01/2021, mà có việc đến hết ngày 15/01/2021 mới hết hạn."
    (found,) = fires(tmp_path, closed, "D220", message, today="2021-01-20")
    assert (found.severity, found.cure) == (Severity.warning, "Lùi ngày khóa sổ ra sau ngày đó, nếu không cố ý.")
    assert [note for _, note in found.related] == ["việc có hạn cuối cùng"]


def test_a_closing_day_to_come_is_refused_and_closes_nothing(tmp_path: Path) -> None:
    """So no page knows of one, and none has to count its days towards it."""
    message = "“ngày khóa sổ” là 16/01/2021, sau hôm nay (15/10/2020)."
    fires(tmp_path, {PLAN: (STARTS, STARTS.replace("từ", "ngày khóa sổ: ▸16/01/2021\ntừ"))}, "D101", message)
    assert [plan.closed_on for plan in facts(tmp_path).repository.plans.values()] == [None]


def test_closed_once_all_was_due(tmp_path: Path) -> None:
    silent(tmp_path, {PLAN: (STARTS, STARTS.replace("từ", "ngày khóa sổ: 16/01/2021\ntừ"))}, "D220", today="2021-01-20")
