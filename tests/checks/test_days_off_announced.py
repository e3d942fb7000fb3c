"""D413: a day off is announced before it comes."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import fires, silent
from tests.repo import SAMPLE

FILE = "data/calendar/2020.yml"
TEXT = (SAMPLE / FILE).read_text(encoding="utf-8").rstrip()


def off(day: str, announced: str) -> dict[str, str]:
    return {FILE: f"{TEXT}\n  - ngày: {day}\n    tên: Nghỉ bù\n    ngày công bố: {announced}\n"}


def test_announced_after_it(tmp_path: Path) -> None:
    message = "ngày công bố: 06/05/2020 sau “ngày: 05/05/2020”."
    (found,) = fires(tmp_path, off("05/05/2020", "▸06/05/2020"), "D413", message)
    assert (found.severity, found.cure) == (Severity.warning, "Sửa ngày công bố.")


def test_announced_before_it_or_on_the_day(tmp_path: Path) -> None:
    silent(tmp_path, off("05/05/2020", "05/05/2020"), "D413")
