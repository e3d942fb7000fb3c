"""D215 and D216: a plan's own days fit one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import PLAN, Change, fires, silent

ISSUED = "ngày ban hành: 20/02/2020"
TIME = "từ: 01/01/2020\nđến: 31/12/2020"


def test_issued_after_its_end(tmp_path: Path) -> None:
    """Nothing would be owed any more, and nothing said."""
    message = "ngày ban hành: 20/02/2021 sau ngày kế hoạch kết thúc, 31/12/2020."
    fires(tmp_path, {PLAN: (ISSUED, "ngày ban hành: ▸20/02/2021")}, "D215", message, today="2021-03-01")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            (ISSUED, "ngày ban hành: ▸20/02/2002"),
            "ngày ban hành: 20/02/2002 trước khi kế hoạch bắt đầu, 01/01/2020, hơn một năm.",
        ),
        (
            (TIME, TIME.replace("31/12/2020", "▸31/12/2052")),
            "đến: 31/12/2052 sau khi kế hoạch bắt đầu, 01/01/2020, hơn sáu năm.",
        ),
    ],
)
def test_a_year_mistyped(tmp_path: Path, change: Change, message: str) -> None:
    fires(tmp_path, {PLAN: change}, "D216", message)


@pytest.mark.parametrize(
    "change",
    [
        (ISSUED, "ngày ban hành: 02/01/2019"),
        (ISSUED, "ngày ban hành: 14/10/2020"),
        (TIME, TIME.replace("31/12/2020", "31/12/2025")),
        (TIME, TIME.replace("31/12/2020", "31/12/2019")),  # told as D201
    ],
)
def test_plausible(tmp_path: Path, change: Change) -> None:
    silent(tmp_path, {PLAN: change}, "D215", "D216")
