"""The day that places a report under a plan, and how things are grouped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.repository.linked import grouped, report_day
from tests.opened import repository_of
from tests.repository.writing import monthly, observation, result_report, visit_report

NAME, MEETING = "2020-06-10-x", "buổi: 46-kh-dtn/2020-04/doan-so-a/b1"
UNIT, ON, HELD = "đơn vị: doan-so-a", "ngày: 10/06/2020", "ngày tiến hành: 11/06/2020"
SENT, ISSUED = "ngày gửi: 15/06/2020", "ngày ban hành: 14/06/2020"


@pytest.mark.parametrize(
    ("report", "day"),
    [
        (observation(NAME, "nghi-quyet-bch", "09/06/2020", SENT), date(2020, 6, 9)),
        (monthly("nhanh", NAME, "05/2020", SENT), date(2020, 5, 31)),
        (monthly("tổng hợp", NAME, "05/2020", SENT), date(2020, 5, 31)),
        (visit_report(NAME, UNIT, ON, HELD, SENT), date(2020, 6, 11)),
        (visit_report(NAME, UNIT, ON, SENT), date(2020, 6, 10)),
        (visit_report(NAME, MEETING, HELD, SENT), date(2020, 6, 11)),
        (visit_report(NAME, MEETING, SENT), date(2020, 6, 15)),
        (visit_report(NAME, MEETING, ISSUED), date(2020, 6, 14)),
        (result_report(NAME, "46-kh-dtn/dot-1-doan-1", SENT, ISSUED), date(2020, 6, 15)),
        (result_report(NAME, "46-kh-dtn/dot-1-doan-1", ISSUED, "ngày gửi: chưa rõ"), date(2020, 6, 14)),
        (result_report(NAME, "46-kh-dtn/dot-1-doan-1"), None),
    ],
)
def test_the_day_of_a_report(tmp_path: Path, report: dict[str, str], day: date | None) -> None:
    assert report_day(repository_of(tmp_path, report).reports[NAME]) == day


def test_groups_and_their_values_come_in_order() -> None:
    groups = grouped([("b", 2), ("a", 3), ("b", 1)])
    assert list(groups.items()) == [("b", (2, 1)), ("a", (3,))]
