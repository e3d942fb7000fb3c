"""Properties: what is put into a table in any of its forms comes out as the same schedule, whatever the text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ktgs.command import importing
from ktgs.importers.meeting_schedule import IMPORTER
from ktgs.intake.job import Job
from ktgs.language.text import bare, nfc
from ktgs.records.loading import read_record
from ktgs.records.schedule import Schedule
from ktgs.tables.cells import has_contact
from ktgs.tables.sending import workbook
from tests.opened import SAMPLE, repository_of

UNIT = "tên: Đoàn Sở H\nloại: đoàn cơ sở\nchi đoàn:\n" + "".join(
    f"  - mã: chi-doan-{number}\n    tên: Chi đoàn {number}\n" for number in range(1, 7)
)
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵAĂÂĐÊÔƠƯ"
TEXT = st.text(f"{LETTERS}0123456789 .,;:'\"()/&%+=#-–“”[]{{}}@!?*|<>", min_size=1, max_size=40)


class Held(NamedTuple):
    """A meeting as it is put into a table."""

    branch: int
    on: date
    at: time
    place: str
    content: str


def _plain(text: str) -> str:
    return " ".join(nfc(text).split())


@st.composite
def meetings(draw: st.DrawFn) -> list[Held]:
    """Return meetings of different sub-units in November 2020 with any Vietnamese text."""
    held = []
    for branch in draw(st.lists(st.integers(1, 6), min_size=1, max_size=4, unique=True)):
        place, content = _plain(draw(TEXT)), _plain(draw(TEXT))
        assume(place and content and not has_contact(place) and not has_contact(content))
        assume(not bare(content).startswith("khong"))
        at = time(draw(st.integers(6, 20)), draw(st.sampled_from([0, 15, 30, 45])))
        held.append(Held(branch, date(2020, 11, draw(st.integers(1, 30))), at, place, content))
    return held


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample with a unit that has sent nothing."""
    folder = tmp_path_factory.mktemp("round")
    repository_of(folder, {"data/units/doan-so-h.yml": f"{UNIT}từ: 01/01/2017\n"}, base=SAMPLE)
    return folder


def _imported(root: Path, data: bytes) -> list[Held]:
    repository = repository_of(root, {})
    result = importing.run(root, IMPORTER, data, Job(repository, date(2020, 10, 15), importing.nobody))
    assert [str(problem) for problem in result.problems] == []
    (text,) = result.made
    record, refused = read_record(text.record.file, text.after.encode(), ("chi đoàn",))
    assert isinstance(record, Schedule), refused
    found = record.meetings
    return sorted(Held(int(str(m.branch)[-1]), m.on, m.at, m.place, m.content or "") for m in found)


def _as_csv(held: Sequence[Held], separator: str) -> str:
    stream = io.StringIO()
    rows = csv.writer(stream, delimiter=separator)
    rows.writerow(["Lịch sinh hoạt tháng 11/2020"])
    rows.writerow(["Đơn vị", "Chi đoàn", "Ngày", "Giờ", "Địa điểm", "Nội dung"])
    for one in held:
        rows.writerow(["Đoàn Sở H", one.branch, f"{one.on:%d/%m/%Y}", f"{one.at:%Hh%M}", one.place, one.content])
    return stream.getvalue()


SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SETTINGS
@given(held=meetings(), separator=st.sampled_from([",", ";", "\t"]), encoding=st.sampled_from(["utf-8-sig", "utf-16"]))
def test_text_goes_there_and_back(root: Path, held: list[Held], separator: str, encoding: str) -> None:
    assert _imported(root, _as_csv(held, separator).encode(encoding)) == sorted(held)


@settings(parent=SETTINGS, max_examples=8)
@given(held=meetings())
def test_a_workbook_goes_there_and_back(root: Path, held: list[Held]) -> None:
    columns = IMPORTER.columns(repository_of(root, {}))
    rows = [
        {
            "unit": "Đoàn Sở H",
            "branch": f"Chi đoàn {one.branch}",
            **one._asdict() | {"branch": f"chi doan {one.branch}"},
        }
        for one in held
    ]
    data = workbook("LỊCH SINH HOẠT THÁNG 11/2020", columns, rows, {"Đoàn Sở H": ["Chi đoàn 1"]})
    assert _imported(root, data) == sorted(held)
