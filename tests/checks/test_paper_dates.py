"""D202 and D203: a paper is issued, then sent; a result report is compiled, confirmed, sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import NOTICE, PLAN, RESULT, Change, fires, silent


def test_a_notice_sent_first(tmp_path: Path) -> None:
    change = ("ngày gửi: 04/05/2020", "ngày gửi: ▸28/04/2020")
    (found,) = fires(tmp_path, {NOTICE: change}, "D202", "ngày gửi: 28/04/2020 trước “ngày ban hành: 29/04/2020”.")
    assert [item.place for item in found.related] == [Place(NOTICE, 2, 16)]


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (
            PLAN,
            ("trích yếu", "ngày gửi: ▸19/02/2020\ntrích yếu"),
            "ngày gửi: 19/02/2020 trước “ngày ban hành: 20/02/2020”.",
        ),
        (
            RESULT,
            ("ngày ban hành: 02/06/2020", "ngày ban hành: 03/06/2020"),
            "ngày gửi: 02/06/2020 trước “ngày ban hành: 03/06/2020”.",
        ),
    ],
)
def test_every_paper(tmp_path: Path, file: str, change: tuple[str, str], message: str) -> None:
    changes: list[tuple[str, str]] = [change]
    if file == RESULT:
        changes.append(("ngày gửi: 02", "ngày gửi: ▸02"))
    fires(tmp_path, {file: changes}, "D202", message)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("ngày xác nhận: 01/06/2020", "ngày xác nhận: ▸27/05/2020"),
            "ngày xác nhận: 27/05/2020 trước “ngày tổng hợp: 28/05/2020”.",
        ),
        (
            [("ngày xác nhận: 01/06/2020", "ngày xác nhận: 03/06/2020"), ("gửi: 02", "gửi: ▸02")],
            "ngày gửi: 02/06/2020 trước “ngày xác nhận: 03/06/2020”.",
        ),
        (
            [
                ("ngày xác nhận: 01/06/2020", "ngày xác nhận: chưa rõ"),
                ("28/05/2020", "04/06/2020"),
                ("gửi: 02", "gửi: ▸02"),
            ],
            "ngày gửi: 02/06/2020 trước “ngày tổng hợp: 04/06/2020”.",
        ),
    ],
)
def test_steps(tmp_path: Path, change: Change, message: str) -> None:
    fires(tmp_path, {RESULT: change}, "D203", message)


def test_all_on_one_day(tmp_path: Path) -> None:
    days = [("28/05/2020", "02/06/2020"), ("01/06/2020", "02/06/2020")]
    silent(tmp_path, {RESULT: days, NOTICE: ("04/05/2020", "chưa rõ")}, "D202", "D203")
