"""D403: no paper is issued, and no session is held, on a day when nobody works."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import ASSIGNMENT_4, NOTICE, RESULT, SCHEDULE_A4, TEAM, VISIT_A, alone, silent

HELD = "địa điểm: Hội trường Sở B\n    ngày tiến hành: 18/05/2020"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (TEAM, HELD, HELD.replace(" 18/05", " ▸17/05"), "Ngày làm việc 17/05/2020 là Chủ nhật, ngày nghỉ."),
        (ASSIGNMENT_4, "06/04/2020", "▸04/04/2020", "Ngày ban hành 04/04/2020 là Thứ Bảy, ngày nghỉ."),
        (
            NOTICE,
            "ngày ban hành: 29/04/2020",
            "ngày ban hành: ▸26/04/2020",
            "Ngày ban hành 26/04/2020 là Chủ nhật, ngày nghỉ.",
        ),
        (TEAM, "27/04/2020", "▸02/04/2020", "Ngày ban hành 02/04/2020 là Thứ Năm (Giỗ Tổ Hùng Vương), ngày nghỉ."),
    ],
)
def test_a_paper_or_a_session(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    told = alone(tmp_path, {file: (old, new)}, "D403")
    assert (told.message, told.severity) == (message, Severity.warning)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SCHEDULE_A4, "ngày: 10/04/2020", "ngày: 11/04/2020"),
        (SCHEDULE_A4, "ngày nhận: 18/03/2020", "ngày nhận: 15/03/2020"),
        (VISIT_A, "ngày gửi: 15/04/2020", "ngày gửi: 12/04/2020"),
        (RESULT, "ngày xác nhận: 01/06/2020", "ngày xác nhận: 31/05/2020"),
    ],
)
def test_meetings_and_messages_may_fall_on_any_day(tmp_path: Path, file: str, old: str, new: str) -> None:
    silent(tmp_path, {file: (old, new)}, "D403")


def test_a_session_that_is_called_off(tmp_path: Path) -> None:
    planned = ("ngày: 18/05/2020\n    giờ: 14 giờ", "ngày: 17/05/2020\n    trạng thái: hoãn\n    giờ: 14 giờ")
    silent(tmp_path, {TEAM: [planned, ("    ngày tiến hành: 18/05/2020\n", "")]}, "D403")
