"""D414: of a day off that no law gives every year, a plan that began before should know when it was announced."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Severity
from tests.checks.marked import fires, silent
from tests.repo import SAMPLE

FILE = "data/calendar/2020.yml"
TEXT = (SAMPLE / FILE).read_text(encoding="utf-8").rstrip()


def off(*days: str, more: str = "") -> str:
    return TEXT + "".join(f"\n  - ngày: {day}\n    tên: Nghỉ\n{more}" for day in days)


def test_an_exchanged_day_in_the_time_of_a_plan(tmp_path: Path) -> None:
    message = (
        "Không có “ngày công bố” của ngày nghỉ 05/05/2020 và 06/05/2020."
        " Hạn nào đếm qua đó cũng tính như đã biết từ đầu."
    )
    text = off("05/05/2020", "06/05/2020", "03/02/2020").replace("ngày nghỉ:", "▸ngày nghỉ:", 1)
    (found,) = fires(tmp_path, {FILE: text}, "D414", message)
    assert (found.severity, found.cure) == (Severity.note, "Thêm “ngày công bố” nếu biết.")


def test_a_day_with_its_announcement(tmp_path: Path) -> None:
    silent(tmp_path, {FILE: off("05/05/2020", more="    ngày công bố: 20/04/2020\n")}, "D414")


def test_what_the_law_gives_is_known_from_the_start(tmp_path: Path) -> None:
    silent(tmp_path, {FILE: off("04/05/2020", "03/09/2020", "01/09/2020")}, "D414")
