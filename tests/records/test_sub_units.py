"""The word for sub-units as a key: any that the organization declares, at any depth, and what is said of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.records.base import FileRecord
from ktgs.records.loading import Broken, load, load_one
from ktgs.records.schedule import Schedule
from ktgs.records.sub_units import Words
from ktgs.records.team import Team
from ktgs.records.unit import Unit
from ktgs.source.discovery import SourceFile

UNIT, ORGANIZATION = "data/units/truong-a.yml", "data/organization.yml"
SCHEDULE = "data/plans/2020/46-kh-dtn/schedules/2020-04/truong-a.yml"
TEAM = "data/plans/2020/46-kh-dtn/teams/dot-1-doan-1.yml"
HEAD = "tên: Trường A\nloại: trường\ntừ: 01/01/2015\n"
SUB_UNITS = ":\n  - mã: p1\n    tên: Phòng 1\n"


def read(folder: Path, file: str, text: str, words: Words) -> tuple[FileRecord | Broken | None, list[str]]:
    """Return what a file gives where sub-units are called so, and what is said as line, code, message and cure."""
    path = folder / "file"
    path.write_text(text, encoding="utf-8")
    record, problems = load_one(SourceFile(file, path), words)
    return record, [f"{p.place.line}:{p.place.column} {p.code.id} {p.message} {p.cure}" for p in problems]


@pytest.mark.parametrize("key", ["phòng ban", "PHÒNG  BAN", "chi đoàn"])
def test_any_word_of_the_organization_is_a_key(tmp_path: Path, key: str) -> None:
    unit, problems = read(tmp_path, UNIT, f"{HEAD}{key}{SUB_UNITS}", ("chi đoàn", "phòng ban"))
    assert problems == []
    assert isinstance(unit, Unit)
    assert [branch.id for branch in unit.branches] == ["p1"]
    assert (unit.key_of("branches"), unit.where_key("branches")[1:]) == (key.lower().replace("  ", " "), (4, 1))
    assert unit.gives("branches")


def test_a_file_read_with_one_word_is_read_with_others_as_if_for_the_first_time(tmp_path: Path) -> None:
    text = f"{HEAD}phòng ban{SUB_UNITS}"
    told: dict[Words, tuple[str, list[str]]] = {}
    for words in (("phòng ban",), ("chi đoàn",), None, ("tổ", "phòng ban")) * 2:
        unit, problems = read(tmp_path, UNIT, text, words)
        named = unit.key_of("branches") if isinstance(unit, Unit) else ""
        assert told.setdefault(words, (named, problems)) == (named, problems)
    assert [named for named, _ in told.values()] == ["phòng ban", "", "phòng ban", "phòng ban"]
    assert "“chi đoàn”" in told["chi đoàn",][1][0]


def test_the_word_stands_in_longer_keys_and_at_any_depth(tmp_path: Path) -> None:
    meetings = "buổi:\n  - mã: b1\n    ngày: 08/04/2020\n    giờ: 8:00\n    địa điểm: A\n    phòng ban: p1\n"
    text = f"đơn vị: truong-a\ntháng: 04/2020\nngày nhận: 18/03/2020\n{meetings}không sinh hoạt:\n  - phòng ban: p2\n"
    schedule, problems = read(tmp_path, SCHEDULE, text, ("phòng ban",))
    assert problems == []
    assert isinstance(schedule, Schedule)
    assert (str(schedule.meetings[0].branch), str(schedule.no_meeting[0].branch)) == ("p1", "p2")
    assert schedule.meetings[0].key_of("branch") == "phòng ban"
    engagement = "cuộc:\n  - mã: c1\n    đơn vị: truong-a\n    phòng ban mẫu: [p1, p2]\n"
    team, problems = read(
        tmp_path, TEAM, f"hoạt động: dot-1\ntên: A\nquyết định: []\nthành viên: []\n{engagement}", ("phòng ban",)
    )
    assert problems == []
    assert isinstance(team, Team)
    assert [str(branch) for branch in team.engagements[0].sampled_branches] == ["p1", "p2"]
    assert team.engagements[0].key_of("sampled_branches") == "phòng ban mẫu"


def test_an_empty_list_of_sub_units_is_none(tmp_path: Path) -> None:
    unit, problems = read(tmp_path, UNIT, f"{HEAD}phòng ban:\n", ("phòng ban",))
    assert problems == []
    assert isinstance(unit, Unit)
    assert (unit.branches, unit.gives("branches")) == ((), False)


def test_a_word_that_is_none_is_told_with_those_that_may_be(tmp_path: Path) -> None:
    record, problems = read(tmp_path, UNIT, f"{HEAD}phong ban{SUB_UNITS}", ("phòng ban",))
    assert isinstance(record, Broken)
    keys = "tên ngắn, tên cũ, cụm, số đoàn viên, cấp ủy, phụ trách kiểm tra, cán bộ theo dõi, phòng ban, đến,"
    rest = "sáp nhập vào, chuyển đến từ"
    told = "4:1 S103 Ở đây không dùng tên dòng “phong ban”."
    assert problems == [f"{told} Có thể dùng: {keys} {rest}. Có phải: phòng ban."]
    _, problems = read(tmp_path, UNIT, f"{HEAD}khối{SUB_UNITS}", ("chi đoàn", "phòng ban"))
    assert "chi đoàn hoặc phòng ban" in problems[0]


def test_two_words_in_one_mapping_are_one_too_many(tmp_path: Path) -> None:
    record, problems = read(tmp_path, UNIT, f"{HEAD}phòng ban{SUB_UNITS}chi đoàn{SUB_UNITS}", ("phòng ban", "chi đoàn"))
    assert isinstance(record, Broken)
    assert [problem.split()[:2] for problem in problems] == [["7:1", "S103"]]


def test_where_no_word_is_known_one_unknown_key_is_taken_for_it(tmp_path: Path) -> None:
    unit, problems = read(tmp_path, UNIT, f"{HEAD}khối{SUB_UNITS}", None)
    assert problems == []
    assert isinstance(unit, Unit)
    assert (unit.branches[0].name, unit.key_of("branches")) == ("Phòng 1", "khối")
    record, problems = read(tmp_path, UNIT, f"{HEAD}khối{SUB_UNITS}xyz: 1\n", None)
    assert isinstance(record, Broken)  # two could be it
    assert [problem.split()[:2] for problem in problems] == [["4:1", "S103"], ["7:1", "S103"]]


KINDS = """\
mã: so-a
tên: Sở A
cấp trên: B
ký hiệu: S
địa danh: A
cơ quan: []
phân vai: []
kho dữ liệu: nội bộ
loại đơn vị:
  - {tên: trường, đơn vị trực thuộc: phòng ban}
  - {tên: trung tâm, đơn vị trực thuộc: phân hiệu}
  - {tên: phòng}
  - {tên: viện, đơn vị trực thuộc: phòng ban}
"""


@pytest.mark.parametrize(
    ("organization", "word", "is_read"),
    [(KINDS, "phân hiệu", True), (KINDS, "khối", False), (None, "khối", True), ("tên: [\n", "khối", True)],
)
def test_the_words_are_those_of_the_organization_s_own_file(
    tmp_path: Path, organization: str | None, word: str, is_read: bool
) -> None:
    files = {UNIT: f"{HEAD}{word}{SUB_UNITS}", **({ORGANIZATION: organization} if organization else {})}
    for number, text in enumerate(files.values()):
        (tmp_path / str(number)).write_text(text, encoding="utf-8")
    records, _ = load(SourceFile(file, tmp_path / str(number)) for number, file in enumerate(files))
    assert isinstance(records[0], Unit) is is_read


def test_a_kind_without_sub_units_has_no_word_and_each_word_comes_once(tmp_path: Path) -> None:
    organization, _ = read(tmp_path, ORGANIZATION, KINDS, ())
    assert organization is not None and not isinstance(organization, Broken)
    assert organization.sub_unit_words == ("phòng ban", "phân hiệu")  # type: ignore[attr-defined]
    words = [organization.sub_unit_word(kind) for kind in ("Trường", "trung tâm", "phòng", "xã")]  # type: ignore[attr-defined]
    assert words == ["phòng ban", "phân hiệu", "", ""]
    kinds = [organization.has_kind(kind) for kind in ("TRƯỜNG", "phòng", "xã")]  # type: ignore[attr-defined]
    assert kinds == [True, True, False]
