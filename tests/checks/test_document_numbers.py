"""N101: one number belongs to one paper of its year, type and symbol."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import ASSIGNMENT_4, ASSIGNMENT_5, MARK, NOTICE, PETITION, PLANS, TEAM, Change, fires, silent
from tests.repo import SAMPLE

SECOND = f"{PLANS}/teams/dot-1-doan-2.yml"
SUMMARY = "data/reports/2020/tong-hop/2020-05-14-thang-4.md"


def _decision(number: str, day: str) -> dict[str, Change]:
    text = (SAMPLE / TEAM).read_text(encoding="utf-8").partition("cuộc:")[0]
    return {SECOND: text.replace("20-QĐ/ĐTN", number).replace("27/04/2020", day) + "cuộc: []\n"}


def test_two_assignments(tmp_path: Path) -> None:
    change = ("số ký hiệu: 16-PC/ĐTN", "số ký hiệu: ▸12 - PC/ĐTN")
    message = f"Số “12-PC/ĐTN” năm 2020 đã dùng cho {ASSIGNMENT_4}. Mỗi số chỉ thuộc một văn bản."
    (found,) = fires(tmp_path, {ASSIGNMENT_5: change}, "N101", message)
    assert [item.place for item in found.related] == [Place(ASSIGNMENT_4, 2, 13)]


@pytest.mark.parametrize(
    ("file", "change", "name"),
    [
        (NOTICE, ("15-TB/ĐTN", "▸46-KH/ĐTN"), f"{PLANS}/plan.md"),
        (SUMMARY, ("32-BC/ĐTN", "▸31-BC/ĐTN"), "data/reports/2020/nhanh/2020-05-12-thang-4.md"),
        (PETITION, ("25-CV/ĐTN", "▸15-TB/ĐTN"), NOTICE),
    ],
)
def test_papers_of_other_kinds(tmp_path: Path, file: str, change: tuple[str, str], name: str) -> None:
    message = f"Số “{change[1].removeprefix(MARK)}” năm 2020 đã dùng cho {name}. Mỗi số chỉ thuộc một văn bản."
    fires(tmp_path, {file: change}, "N101", message)


def test_one_number_on_two_decisions_of_other_days(tmp_path: Path) -> None:
    message = f"Số “20-QĐ/ĐTN” năm 2020 đã dùng cho quyết định trong {TEAM}. Mỗi số chỉ thuộc một văn bản."
    fires(tmp_path, _decision("▸20-QĐ/ĐTN", "28/04/2020"), "N101", message)


def test_one_decision_for_two_teams(tmp_path: Path) -> None:
    silent(tmp_path, _decision("20-QĐ/ĐTN", "27/04/2020"), "N101")


def test_one_answer_to_two_petitions(tmp_path: Path) -> None:
    other = PETITION.replace("-dx1.yml", "-dx1-2.yml")
    silent(tmp_path, {other: (SAMPLE / PETITION).read_text(encoding="utf-8")}, "N101")


@pytest.mark.parametrize("number", ["12a-PC/ĐTN", "12-PC/TĐTN", "12-QĐ/ĐTN"])
def test_another_number(tmp_path: Path, number: str) -> None:
    silent(tmp_path, {ASSIGNMENT_5: ("16-PC/ĐTN", number)}, "N101")


def test_another_year(tmp_path: Path) -> None:
    silent(tmp_path, {NOTICE: [("15-TB/ĐTN", "46-KH/ĐTN"), ("ban hành: 29/04/2020", "ban hành: 29/04/2019")]}, "N101")
