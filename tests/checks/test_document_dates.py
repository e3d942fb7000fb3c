"""D204: a document is asked for, then arrives, then is complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import TEAM, Change, fires, silent

ASKED = "ngày yêu cầu: 29/04/2020\n        hạn: 08/05/2020\n        nhận"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ((ASKED, ASKED.replace("hạn: 08/05", "hạn: ▸08/04")), "hạn: 08/04/2020 trước “ngày yêu cầu: 29/04/2020”."),
        (("- ngày: 07/05/2020", "- ngày: ▸28/04/2020"), "ngày: 28/04/2020 trước “ngày yêu cầu: 29/04/2020”."),
        (
            ("ngày nhận đủ: 08/05/2020", "ngày nhận đủ: ▸07/05/2020"),
            "ngày nhận đủ: 07/05/2020 trước “ngày: 08/05/2020”.",
        ),
        (
            ("ngày nhận đủ: 12/05/2020", "ngày nhận đủ: ▸12/04/2020"),
            "ngày nhận đủ: 12/04/2020 trước “ngày yêu cầu: 29/04/2020”.",
        ),
    ],
)
def test_days_out_of_order(tmp_path: Path, change: Change, message: str) -> None:
    fires(tmp_path, {TEAM: change}, "D204", message)


def test_late_is_no_mistake(tmp_path: Path) -> None:
    silent(tmp_path, {TEAM: ("ngày nhận đủ: 08/05/2020", "ngày nhận đủ: chưa rõ")}, "D204")
