"""Two files for one thing are told with both places (cases 3 and 11); a repository without its organization is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Diagnostic
from tests.opened import SAMPLE, Files, lay, opened

PLANS = "data/plans/2020/46-kh-dtn"
PLAN = f"{PLANS}/plan.md"
SCHEDULE_A4 = f"{PLANS}/schedules/2020-04/doan-so-a.yml"
ASSIGNMENT_4 = f"{PLANS}/assignments/2020-04.yml"
OBSERVATION = "data/reports/2020/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"


def only(root: Path, files: Files, code: str) -> list[Diagnostic]:
    """Return what is said with a code of the sample with files laid over it."""
    return [problem for problem in opened(lay(root, files))[1] if problem.code.id == code]


def _text(file: str) -> str:
    return (SAMPLE / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        (PLAN, "data/plans/2021/46-kh-dtn/plan.md", "Mã “46-kh-dtn”"),
        (
            OBSERVATION,
            "data/reports/2021/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md",
            "Mã “2020-03-26-thang-thanh-nien”",
        ),
        (SCHEDULE_A4, f"{PLANS}/schedules/thang-4/doan-so-a.yml", "Lịch sinh hoạt tháng 04/2020 của “doan-so-a”"),
        (ASSIGNMENT_4, f"{PLANS}/assignments/thang-4.yml", "Phân công tháng 04/2020"),
    ],
)
def test_two_files_for_one_thing(tmp_path: Path, first: str, second: str, what: str) -> None:
    (found,) = only(tmp_path, {second: _text(first)}, "R102")
    line = 2 if first.endswith(".md") else 1
    assert str(found.place) == f"{second}:{line}:1"
    assert found.message == f"{what} đã có trong {first}."
    assert found.cure == "Sửa hoặc đổi tên một trong hai tệp."
    assert [(str(item.place), item.note) for item in found.related] == [(f"{first}:{line}:1", "tệp thứ nhất")]


def test_one_report_name_in_two_folders(tmp_path: Path) -> None:
    second = "data/reports/2020/nhanh/2020-05-14-thang-4.md"
    flash = _text("data/reports/2020/nhanh/2020-05-12-thang-4.md")
    (found,) = only(tmp_path, {second: flash}, "R102")
    assert found.related[0].place.file != found.place.file


def test_no_organization(tmp_path: Path) -> None:
    (found,) = only(tmp_path, {"data/organization.yml": None}, "F103")
    assert (str(found.place), found.message) == ("data/organization.yml", "Không có tệp data/organization.yml.")


def test_a_broken_organization_is_told_once(tmp_path: Path) -> None:
    assert only(tmp_path, {"data/organization.yml": "tên: [\n"}, "F103") == []


@pytest.mark.parametrize(
    ("missing", "code"), [("data/organization.yml", "F103"), ("data/plans/2020/46-kh-dtn/plan.md", "F104")]
)
def test_a_file_that_all_rest_on_is_missed_once(tmp_path: Path, missing: str, code: str) -> None:
    problems = opened(lay(tmp_path, {missing: None}))[1]
    assert [f"{problem.place} {problem.code.id}" for problem in problems] == [f"{missing} {code}"]


def test_without_a_folder_nothing_else_is_said(tmp_path: Path) -> None:
    assert [f"{problem.place} {problem.code.id}" for problem in opened(tmp_path)[1]] == ["data:1:1 F001"]


def test_of_a_folder_without_files_the_organization_is_missed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert [problem.code.id for problem in opened(tmp_path)[1]] == ["F103"]
