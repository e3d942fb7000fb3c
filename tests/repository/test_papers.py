"""The paper that a file records, and which plan comes after which."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.repository.papers import paper_in, paper_of
from ktgs.repository.plans import next_plan
from tests.opened import SAMPLE, repository_of, sample
from tests.repository.writing import PLAN, REPORTS, notice, team

TEAM = f"{PLAN}/teams/dot-1-doan-1.yml"


@pytest.mark.parametrize(
    ("file", "on", "paper"),
    [
        (f"{PLAN}/plan.md", None, "46-KH/ĐTN ngày 20/02/2020"),
        (f"{PLAN}/assignments/2020-04.yml", None, "12-PC/ĐTN ngày 06/04/2020"),
        (f"{PLAN}/notices/dot-1-1.yml", date(1999, 1, 1), "15-TB/ĐTN ngày 29/04/2020"),
        (f"{REPORTS}/tong-hop/2020-05-14-thang-4.md", None, "32-BC/ĐTN ngày 14/05/2020"),
        (TEAM, date(2020, 4, 27), "20-QĐ/ĐTN ngày 27/04/2020"),
        (TEAM, date(2020, 4, 28), None),
        (TEAM, None, None),
        (f"{REPORTS}/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md", None, None),
        (f"{PLAN}/schedules/2020-04/doan-so-a.yml", None, None),
        (f"{PLAN}/teams/nothing.yml", None, None),
    ],
)
def test_the_paper_that_a_file_records(file: str, on: date | None, paper: str | None) -> None:
    found = paper_in(sample(), file, on)
    assert (str(found) if found else None) == paper


def test_a_paper_may_lack_its_number_or_its_day(tmp_path: Path) -> None:
    numbered = f"{REPORTS}/tong-hop/2020-05-14-thang-4.md"
    text = (SAMPLE / numbered).read_text(encoding="utf-8").replace("ngày ban hành: 14/05/2020\n", "")
    repository = repository_of(tmp_path, {**notice("dot-2-1", "dot-1-doan-1"), numbered: text})
    assert str(paper_in(repository, f"{PLAN}/notices/dot-2-1.yml")) == "ngày 01/03/2020"
    assert str(paper_in(repository, numbered)) == "32-BC/ĐTN"


def test_of_several_decisions_that_of_the_day(tmp_path: Path) -> None:
    days = "[{số ký hiệu: 1-QĐ/ĐTN, ngày ban hành: 01/03/2020}, {ngày ban hành: 02/03/2020}]"
    files = {name: text.replace("quyết định: []", f"quyết định: {days}") for name, text in team("x", "dot-2").items()}
    (record,) = (team for team in repository_of(tmp_path, files).teams.values() if team.id == "x")
    assert [str(paper_of(record, date(2020, 3, day))) for day in (1, 2)] == [
        "01-QĐ/ĐTN ngày 01/03/2020",
        "ngày 02/03/2020",
    ]


def test_the_earliest_plan_that_begins_after_the_end(tmp_path: Path) -> None:
    text = (SAMPLE / PLAN / "plan.md").read_text(encoding="utf-8")
    begin = {"a": "31/12/2020", "c": "02/01/2021", "b": "02/01/2021", "d": "03/01/2021"}
    files = {
        f"data/plans/2021/{name}/plan.md": text.replace("\ntừ: 01/01/2020", f"\ntừ: {first}", 1).replace(
            "\nđến: 31/12/2020", "\nđến: 31/12/2021", 1
        )
        for name, first in begin.items()
    }
    repository = repository_of(tmp_path, files)
    following = next_plan(repository, repository.plans["46-kh-dtn"])
    assert following is not None and following.id == "b"  # of two on one day the first by id
    assert next_plan(repository, repository.plans["d"]) is None
