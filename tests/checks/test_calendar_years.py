"""F201 and D402: a calendar file holds the days of the year that it is named after."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import MARK, fires, silent

FILE = "data/calendar/2022.yml"
YEAR = """
    ngày nghỉ:
      - ngày: {off}
        tên: Tết Dương lịch
      - ngày: 03/01/2022
        tên: Nghỉ bù
    làm bù:
      - ngày: {worked}
        thay cho: 30/12/2021
    """


@pytest.mark.parametrize(
    ("off", "worked", "message"),
    [
        ("▸01/01/2023", "08/01/2022", "01/01/2023 không thuộc năm 2022."),
        ("01/01/2022", "▸06/01/2022", "06/01/2022 là Thứ Năm, không phải ngày nghỉ cuối tuần để làm bù."),
        ("01/01/2022", "▸09/01/2021", "09/01/2021 không thuộc năm 2022."),
    ],
)
def test_a_day_that_cannot_stand_here(tmp_path: Path, off: str, worked: str, message: str) -> None:
    fires(tmp_path, {FILE: YEAR.format(off=off, worked=worked)}, "D402", message)


def test_a_day_twice(tmp_path: Path) -> None:
    text = YEAR.format(off="03/01/2022", worked="08/01/2022")
    text = text.replace("03/01/2022\n        tên: Nghỉ", "▸03/01/2022\n        tên: Nghỉ")
    (found,) = fires(tmp_path, {FILE: text}, "D402", "03/01/2022 đã có ở dòng 2.")
    assert [item.place for item in found.related] == [Place(FILE, 2, 11)]


def test_a_file_that_is_no_year(tmp_path: Path) -> None:
    text = MARK + YEAR.format(off="01/01/2022", worked="08/01/2022").lstrip().replace("\n    ", "\n")
    fires(tmp_path, {"data/calendar/nam-2022.yml": text}, "F201", "“nam-2022” không phải là một năm.")


def test_a_year(tmp_path: Path) -> None:
    silent(tmp_path, {FILE: YEAR.format(off="01/01/2022", worked="08/01/2022")}, "D402", "F201")
