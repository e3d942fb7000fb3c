"""R103: the word for sub-units is that of the unit's kind, wherever a file speaks of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.records.keys import BranchKey
from tests.opened import Files, lay, opened
from tests.repository.writing import BROKEN, PLAN, schedule, team, visit_report

SCHOOL_KINDS = """\
mã: doan-khoi-mau
tên: Đoàn Khối Mẫu
cấp trên: Thành đoàn Mẫu
ký hiệu: ĐTN
địa danh: Thành phố Mẫu
cơ quan: [{mã: bch, tên: A}, {mã: btv, tên: B}, {mã: ubkt, tên: C}, {mã: van-phong, tên: D}]
phân vai: []
kho dữ liệu: nội bộ
loại đơn vị:
  - {tên: đoàn cơ sở, đơn vị trực thuộc: chi đoàn}
  - {tên: chi đoàn cơ sở}
  - {tên: trường, đơn vị trực thuộc: phòng ban}
  - {tên: Trung tâm, đơn vị trực thuộc: Phân hiệu}
"""
UNIT = "data/units/truong-a.yml"


def school(word: str = "phòng ban", kind: str = "trường") -> dict[str, str]:
    sub_units = f"{word}:\n  - mã: p1\n    tên: Phòng 1\n" if word else ""
    return {UNIT: f"tên: Trường A\nloại: {kind}\ntừ: 01/01/2015\n{sub_units}"}


def told(root: Path, *files: Files, organization: str = SCHOOL_KINDS) -> list[str]:
    """Return what is said of the files, as place, code, message and cure."""
    laid: dict[str, str | bytes | None] = {"data/organization.yml": organization}
    for group in files:
        laid |= group
    problems = opened(lay(root, laid))[1]
    return [f"{p.place.file.rpartition('/')[2]}:{p.place.line} {p.code.id} {p.message} {p.cure}" for p in problems]


def test_each_kind_of_unit_has_a_word_of_its_own(tmp_path: Path) -> None:
    assert told(tmp_path, school()) == []
    repository = opened(tmp_path)[0]
    assert [branch.id for branch in repository.units["truong-a"].branches] == ["p1"]
    assert told(tmp_path, school("phân hiệu", "trung tâm")) == []
    assert told(tmp_path, school("", "đoàn cơ sở")) == []


@pytest.mark.parametrize(
    ("word", "kind", "expected"),
    [
        ("chi đoàn", "trường", "Đơn vị loại “trường” không có “chi đoàn”. Viết “phòng ban”."),
        ("phòng ban", "đoàn cơ sở", "Đơn vị loại “đoàn cơ sở” không có “phòng ban”. Viết “chi đoàn”."),
        (
            "chi đoàn",
            "chi đoàn cơ sở",
            "Đơn vị loại “chi đoàn cơ sở” không có “chi đoàn”. Bỏ dòng này, hoặc sửa “loại” của đơn vị.",
        ),
    ],
)
def test_another_word_than_the_unit_s_is_told(tmp_path: Path, word: str, kind: str, expected: str) -> None:
    assert told(tmp_path, school(word, kind)) == [f"truong-a.yml:4 R103 {expected}"]
    repository = opened(tmp_path)[0]
    assert repository.broken == ()  # what the file says is clear all the same
    assert repository.units["truong-a"].branches[0].name == "Phòng 1"


def test_a_kind_that_the_organization_has_not_has_no_word_to_be_wrong(tmp_path: Path) -> None:
    assert told(tmp_path, school("chi đoàn", "nhà máy")) == []


def test_the_word_is_that_of_the_unit_spoken_of(tmp_path: Path) -> None:
    meeting = "mã: b1, ngày: 10/06/2020, giờ: 8:00, chi đoàn: p1"
    files = (
        school(),
        schedule("truong-a", "2020-06", meeting, meeting.replace("b1", "b2").replace("chi đoàn", "phòng ban")),
        visit_report("2020-06-11-a", "đơn vị: truong-a", "chi đoàn: p1", "ngày: 11/06/2020"),
        team("dot-2-doan-1", "dot-2", "mã: c1, đơn vị: truong-a, chi đoàn mẫu: [p1]"),
        team("dot-2-doan-2", "dot-2", "mã: c1, đơn vị: truong-a, phòng ban mẫu: [p1]"),
        team("dot-2-doan-3", "dot-2", "mã: c1, đơn vị: doan-so-a, chi đoàn mẫu: [chi-doan-1]"),
    )
    found = "Đơn vị loại “trường” không có"
    assert told(tmp_path, *files) == [
        f"truong-a.yml:5 R103 {found} “chi đoàn”. Viết “phòng ban”.",
        f"dot-2-doan-1.yml:6 R103 {found} “chi đoàn mẫu”. Viết “phòng ban mẫu”.",
        f"2020-06-11-a.md:10 R103 {found} “chi đoàn”. Viết “phòng ban”.",
    ]
    repository = opened(tmp_path)[0]
    assert [visit.branch for visit in repository.visits_by_unit["truong-a"]] == [BranchKey("truong-a", "p1")]


def test_a_sub_unit_that_is_none_is_told_under_the_file_s_word(tmp_path: Path) -> None:
    meeting = "mã: b1, ngày: 10/06/2020, giờ: 8:00, phòng ban: p2"
    assert told(tmp_path, school(), schedule("truong-a", "2020-06", meeting)) == [
        "truong-a.yml:5 R101 phòng ban: không có phòng ban nào mang mã “p2”. Hiện có: p1."
    ]


def test_while_the_organization_cannot_be_read_any_word_will_do(tmp_path: Path) -> None:
    meeting = "mã: b1, ngày: 10/06/2020, giờ: 8:00, tổ: p1"
    files = (school("tổ"), schedule("truong-a", "2020-06", meeting))
    lines = told(tmp_path, *files, organization=BROKEN)
    assert {line.partition(":")[0] for line in lines} == {"organization.yml"}
    repository = opened(tmp_path)[0]
    scheduled = next(meeting for key, meeting in repository.meetings.items() if key.unit == "truong-a")
    assert scheduled.branch == BranchKey("truong-a", "p1")


def test_a_unit_that_cannot_be_read_says_no_word(tmp_path: Path) -> None:
    meeting = "mã: b1, ngày: 10/06/2020, giờ: 8:00, chi đoàn: p1"
    lines = told(tmp_path, {UNIT: BROKEN}, schedule("truong-a", "2020-06", meeting))
    assert [line for line in lines if f"{PLAN}" in line or " R" in line] == []
