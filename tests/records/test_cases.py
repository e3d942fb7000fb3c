"""Cases that broke other software, where records are concerned."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from ktgs.records.base import FileRecord
from ktgs.records.loading import Broken, load, load_one
from ktgs.records.schedule import Schedule
from ktgs.records.unit import Unit
from ktgs.records.values import UNKNOWN
from ktgs.source.discovery import SourceFile, discover
from tests.opened import SAMPLE
from tests.records.shapes import WORDS

SCHEDULE = "data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-a.yml"
UNIT = "data/units/doan-so-a.yml"
WHOLE = """\
đơn vị: doan-so-a
tháng: 04/2020
ngày nhận: 18/03/2020
buổi:
  - mã: b1
    ngày: 08/04/2020
    giờ: 7:30
    địa điểm: Phòng họp
"""


def load_text(folder: Path, file: str, content: str | bytes) -> tuple[FileRecord | Broken | None, list[str]]:
    """Return what the only file gives, and its diagnostics as `line:column code`."""
    path = folder / "file"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found, problems = load_one(SourceFile(file, path), WORDS)
    return found, [f"{item.place.line}:{item.place.column} {item.code.id}" for item in problems]


def schedule(folder: Path, content: str | bytes) -> Schedule:
    """Return the schedule in a file without any fault."""
    found, problems = load_text(folder, SCHEDULE, content)
    assert problems == []
    assert isinstance(found, Schedule)
    return found


@pytest.mark.parametrize("key", ["NGÀY NHẬN", "Ngày  nhận", unicodedata.normalize("NFD", "ngày nhận")])
def test_key_is_read_in_any_case_and_unicode_form(key: str, tmp_path: Path) -> None:
    found = schedule(tmp_path, WHOLE.replace("ngày nhận", key))
    assert found.received_on == date(2020, 3, 18)
    assert found.where("received_on")[1:] == (3, len(key) + 3)


def test_key_and_word_are_read_with_either_placement_of_tones(tmp_path: Path) -> None:
    text = "tên: Sở A\nloại: Đoàn cơ sở\ntừ: 01/01/2015\ncấp uỷ: Đảng uỷ Sở A\n"
    found, problems = load_text(tmp_path, UNIT, text)
    assert problems == []
    assert isinstance(found, Unit)
    assert found.party_committee == "Đảng uỷ Sở A"
    cancelled = schedule(tmp_path, WHOLE + "    trạng thái: huỷ\n").meetings[0].status
    assert cancelled is not None and cancelled.name == "cancelled"


@pytest.mark.parametrize("key", ["ngày nhân", "ngay nhan", "ngày_nhận", "received_on", "receivedon"])
def test_key_in_another_spelling_or_in_english_is_unknown(key: str, tmp_path: Path) -> None:
    found, problems = load_text(tmp_path, SCHEDULE, WHOLE.replace("ngày nhận", key))
    assert isinstance(found, Broken)
    assert problems[-1] == "3:1 S103"


def test_valid_file_in_the_wrong_folder_is_said_once_and_left_as_a_mark(tmp_path: Path) -> None:
    found, problems = load_text(tmp_path, "data/people/doan-so-a.yml", "tên: Sở A\nloại: đoàn cơ sở\ntừ: 01/01/2015\n")
    assert problems == ["1:1 F101"]
    assert isinstance(found, Broken) and found.record_kind == "person"
    for file in ("data/doan-so-a.yml", "data/units/khoi/doan-so-a.yml", "data/plans/2020/plan.md"):
        assert load_text(tmp_path, file, WHOLE) == (None, ["1:1 F101"])


@pytest.mark.parametrize("root", [SAMPLE, Path(__file__).parents[2]])
def test_data_that_ships_is_sound_file_by_file(root: Path) -> None:
    files, problems = discover(root)
    found, refused = load(files)
    assert len(found) == len(files) > 30
    assert [*problems, *refused] == []


@pytest.mark.parametrize("day", ["18.3.2020", "2020-03-18", "ngày 18 tháng 3 năm 2020"])
def test_day_in_another_style_than_the_rest_is_read(day: str, tmp_path: Path) -> None:
    assert schedule(tmp_path, WHOLE.replace("18/03/2020", day)).received_on == date(2020, 3, 18)


@pytest.mark.parametrize("day", ["30/02/2020", "2018-12-211", "03/18/2020", "18/3", "18/03/20"])
def test_day_that_is_none_is_told_with_its_line_and_never_guessed(day: str, tmp_path: Path) -> None:
    found, problems = load_text(tmp_path, SCHEDULE, WHOLE.replace("18/03/2020", day))
    assert problems == ["3:12 S201"]
    assert isinstance(found, Broken)


def test_checking_rewrites_nothing_and_counts_lines_as_they_stand(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + WHOLE.replace("18/03/2020", "18/3  ").replace("\n", "  \r\n").encode()
    path = tmp_path / "file"
    path.write_bytes(content)
    _, problems = load_one(SourceFile(SCHEDULE, path), WORDS)
    assert [(item.place.line, item.place.column, item.code.id) for item in problems] == [(3, 12, "S201")]
    assert path.read_bytes() == content
    assert schedule(tmp_path, content.replace(b"18/3", b"18/03/2020")) == schedule(tmp_path, WHOLE)


def test_key_twice_is_told_with_both_lines_and_neither_wins(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(WHOLE + "Ngày nhận: 20/03/2020\n", encoding="utf-8")
    found, (problem,) = load_one(SourceFile(SCHEDULE, path), WORDS)
    assert isinstance(found, Broken)
    assert (problem.place.line, [related.place.line for related in problem.related]) == (9, [3])


@pytest.mark.parametrize("text", ["0123", "0292 3 456 789", "8:30", "13:45", "no", "on", "1.10", "~", "null", "510"])
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    assert schedule(tmp_path, WHOLE.replace("Phòng họp", text)).meetings[0].place == text


def test_empty_value_is_absent(tmp_path: Path) -> None:
    assert schedule(tmp_path, WHOLE + "    nội dung:\n") == schedule(tmp_path, WHOLE)
    for nothing in ("", '""', "   "):
        assert load_text(tmp_path, SCHEDULE, WHOLE.replace("Phòng họp", nothing))[1][0].endswith("S102")


@pytest.mark.parametrize("key", ["on", "no", "~", "0123"])
def test_key_that_yaml_would_change_is_an_unknown_key_as_written(key: str, tmp_path: Path) -> None:
    assert load_text(tmp_path, SCHEDULE, f"{WHOLE}{key}: x\n")[1] == ["9:1 S103"]


def test_day_not_known_is_neither_a_day_nor_absent(tmp_path: Path) -> None:
    assert schedule(tmp_path, WHOLE.replace("18/03/2020", "chưa rõ")).received_on is UNKNOWN
    assert load_text(tmp_path, SCHEDULE, WHOLE.replace("18/03/2020", "~"))[1] == ["3:12 S201"]
    assert load_text(tmp_path, UNIT, "tên: A\nloại: đoàn cơ sở\ntừ: chưa rõ\n")[1] == ["3:5 S201"]
