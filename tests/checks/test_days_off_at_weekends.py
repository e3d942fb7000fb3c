"""D411: a holiday at a weekend is made up for by the next working day."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import fires, silent
from tests.repo import SAMPLE

FILE = "data/calendar/2020.yml"
TEXT = (SAMPLE / FILE).read_text(encoding="utf-8").rstrip()


def off(*days: str) -> dict[str, str]:
    return {FILE: TEXT + "".join(f"\n  - ngày: {day}\n    tên: Nghỉ\n" for day in days)}


def test_a_weekend_that_nothing_makes_up_for(tmp_path: Path) -> None:
    message = "16/05/2020 là Thứ Bảy, mà 18/05/2020 không phải ngày nghỉ."
    (found,) = fires(tmp_path, off("▸16/05/2020"), "D411", message)
    assert (found.severity, found.cure) == (Severity.warning, "Ghi ngày nghỉ bù 18/05/2020, hoặc sửa ngày.")


def test_made_up_for(tmp_path: Path) -> None:
    silent(tmp_path, off("17/05/2020", "18/05/2020"), "D411")
