"""D213: the date in a report's file name is the day that the report speaks of or carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import OBSERVATION, RESULT, VISIT_A, VISIT_B, Change, alone, fires, silent
from tests.repo import SAMPLE, lay


def test_an_observation_of_another_day(tmp_path: Path) -> None:
    told = alone(tmp_path, {OBSERVATION: ("ngày: 26/03/2020", "ngày: ▸27/03/2020")}, "D213")
    assert told.message == "Tên tệp bắt đầu bằng ngày 26/03/2020, nhưng ngày trong báo cáo là 27/03/2020."


def test_a_visit_named_after_another_day(tmp_path: Path) -> None:
    text = (SAMPLE / VISIT_B).read_text("utf-8").replace("buổi: 46", "buổi: ▸46")
    lay(tmp_path, {VISIT_B: None})
    file = VISIT_B.replace("2020-04-09", "2020-04-19")
    words = "Tên tệp bắt đầu bằng ngày 19/04/2020, nhưng ngày trong báo cáo là 09/04/2020."
    fires(tmp_path, {file: text}, "D213", words)


@pytest.mark.parametrize(
    ("file", "change"),
    [
        (VISIT_A, ("ngày gửi: ", "ngày tiến hành: 09/04/2020\nngày gửi: ")),
        (RESULT, ("ngày gửi: 02/06/2020", "ngày gửi: 03/06/2020")),
        (RESULT, ("ngày ban hành: 02/06/2020", "ngày ban hành: 01/06/2020")),
    ],
)
def test_one_of_its_days_is_enough(tmp_path: Path, file: str, change: Change) -> None:
    silent(tmp_path, {file: change}, "D213")
