"""What a broken file could have said: which mark may concern what, by kind, subject and day in its name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.assignment import Assignment
from ktgs.records.keys import (
    ActivityKey,
    AssignmentKey,
    ScheduleKey,
    TeamKey,
    TopicKey,
)
from ktgs.records.notice import Notice
from ktgs.records.report import FlashReport, Summary
from ktgs.records.team import Team
from ktgs.repository import marks
from tests.repository.broken import broken, id_of, ids
from tests.repository.writing import PLAN

JUNE = Month(2020, 6)
KEY = AssignmentKey("46-kh-dtn", JUNE)


def test_words_name_the_file(tmp_path: Path) -> None:
    (mark,) = broken(tmp_path, "teams/dot-2-doan-1.yml").broken
    assert marks.broken_file_words(mark) == f"tệp {PLAN}/teams/dot-2-doan-1.yml có lỗi"


def test_marks_of_a_kind_and_of_units(tmp_path: Path) -> None:
    repository = broken(tmp_path, "teams/dot-2-doan-1.yml", "data/units/doan-so-a.yml", "data/units/doan-so-b.yml")
    assert ids(marks.broken_of(repository, Team)) == ["dot-2-doan-1"]
    assert ids(marks.broken_of(repository, Notice)) == []
    assert marks.broken_units(repository) == ("doan-so-a", "doan-so-b")


def test_a_schedule_is_one_of_its_month_and_unit(tmp_path: Path) -> None:
    repository = broken(tmp_path, "schedules/2020-06/doan-so-a.yml", "schedules/thang-7/doan-so-b.yml")
    asked = ScheduleKey("46-kh-dtn", JUNE, "doan-so-a")
    assert id_of(marks.broken_schedule(repository, asked)) == "doan-so-a"
    assert marks.broken_schedule(repository, ScheduleKey("46-kh-dtn", JUNE, "doan-so-b")) is None
    assert marks.broken_schedule(repository, ScheduleKey("46-kh-dtn", JUNE.next(), "doan-so-a")) is None
    assert id_of(marks.broken_schedule_in(repository, KEY)) == "doan-so-a"
    assert marks.broken_schedule_in(repository, AssignmentKey("46-kh-dtn", JUNE.next())) is None
    assert marks.broken_schedule_in(repository, AssignmentKey("47-kh-dtn", JUNE)) is None


def test_an_assignment_is_one_of_its_month(tmp_path: Path) -> None:
    repository = broken(tmp_path, "assignments/2020-06.yml", "assignments/thang-7.yml")
    assert id_of(marks.broken_assignment(repository, KEY)) == "2020-06"
    assert marks.broken_assignment(repository, AssignmentKey("46-kh-dtn", JUNE.next())) is None
    assert len(ids(marks.broken_of(repository, Assignment))) == 2


ROUND_1, ROUND_2 = ActivityKey("46-kh-dtn", "dot-1"), ActivityKey("46-kh-dtn", "dot-2")


def test_a_name_begins_with_the_longest_activity_that_it_can_mean(tmp_path: Path) -> None:
    text = (Path(__file__).parents[1] / "sample" / PLAN / "plan.md").read_text(encoding="utf-8")
    longer = text.replace("mã: dot-2\n", "mã: dot-1-them\n")
    repository = broken(
        tmp_path,
        "teams/dot-1.yml",
        "teams/dot-1-doan-2.yml",
        "teams/dot-1-them-doan-1.yml",
        "teams/dot-12-doan-1.yml",
        "teams/2020-05-01-dot-1-doan-3.yml",
        "notices/dot-1-9.yml",
        beside={f"{PLAN}/plan.md": longer},
    )
    found = marks.broken_for_activity(repository, Team, ROUND_1)
    assert ids(found) == ["2020-05-01-dot-1-doan-3", "dot-1-doan-2", "dot-1"]
    assert ids(marks.broken_for_activity(repository, Notice, ROUND_1)) == ["dot-1-9"]
    assert marks.broken_teams(repository, ActivityKey("46-kh-dtn", "dot-1-them")) == (
        TeamKey("46-kh-dtn", "dot-1-them-doan-1"),
    )
    assert marks.broken_teams(repository, ActivityKey("46-kh-dtn", "dot-12")) == ()


def test_without_its_plan_a_name_means_no_activity(tmp_path: Path) -> None:
    repository = broken(tmp_path, "data/plans/2020/46-kh-dtn/plan.md", "teams/dot-1-doan-2.yml")
    assert marks.broken_teams(repository, ROUND_1) == ()


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2020-04-09-doan-so-b", date(2020, 4, 9)),
        ("2020-04-31-doan-so-b", None),
        ("2020-04-09", None),
        ("doan-so-b", None),
    ],
)
def test_the_day_that_a_name_begins_with(tmp_path: Path, name: str, day: date | None) -> None:
    (mark,) = broken(tmp_path, f"du-sinh-hoat/{name}.md").broken
    assert marks.named_day(mark) == day


@pytest.mark.parametrize(
    ("name", "concerned"),
    [
        ("2020-09-01-dot-2", {"dot-2 thông báo", "dot-2 tài liệu"}),  # an activity: whatever is owed for it
        ("2020-09-01-thong-bao", {"dot-1 thông báo", "dot-2 thông báo", "None thông báo"}),  # a duty, everywhere
        (
            "thong-bao-tai-lieu",
            {"dot-1 thông báo", "dot-2 thông báo", "None thông báo", "dot-1 tài liệu", "dot-2 tài liệu"},
        ),
        (
            "2020-09-01-khac",  # neither: all
            {"dot-1 thông báo", "dot-2 thông báo", "None thông báo", "dot-1 tài liệu", "dot-2 tài liệu"},
        ),
        ("2020-09-01-dot-2-thong-bao", {"dot-2 thông báo", "dot-2 tài liệu"}),
    ],
)
def test_which_obligations_an_adjustment_could_concern(tmp_path: Path, name: str, concerned: set[str]) -> None:
    repository = broken(tmp_path, f"adjustments/{name}.yml")
    plan = repository.plans["46-kh-dtn"]
    asked = [
        (ROUND_1, "thông báo"),
        (ROUND_2, "thông báo"),
        (None, "thông báo"),
        (ROUND_1, "tài liệu"),
        (ROUND_2, "tài liệu"),
    ]
    found = {
        f"{activity.activity if activity else None} {duty}"
        for activity, duty in asked
        if marks.broken_adjustment(repository, plan, activity, duty)
    }
    assert found == concerned


def test_an_adjustment_of_another_plan_concerns_nothing(tmp_path: Path) -> None:
    repository = broken(tmp_path, "data/plans/2020/50-kh-dtn/adjustments/khac.yml")
    assert marks.broken_adjustment(repository, repository.plans["46-kh-dtn"], None, "thông báo") is None


def test_the_first_adjustment_that_could_concern_is_named(tmp_path: Path) -> None:
    about = enumerate(("dot-1", "tai-lieu", "thong-bao", "khac"), 1)
    names = [f"adjustments/2020-01-0{number}-{name}.yml" for number, name in about]
    repository = broken(tmp_path, *names)
    plan = repository.plans["46-kh-dtn"]
    assert id_of(marks.broken_adjustment(repository, plan, ROUND_2, "thông báo")) == "2020-01-03-thong-bao"
    assert id_of(marks.broken_adjustment(repository, plan, ROUND_2, "phân công")) == "2020-01-04-khac"


@pytest.mark.parametrize(
    ("name", "concerned"),
    [
        ("2020-12-01-dot-2-doan-1", ["dot-2-doan-1"]),
        ("2020-12-01-dot-2-doan-1-2", ["dot-2-doan-1"]),
        ("dot-2-doan-1", ["dot-2-doan-1"]),
        ("2020-12-01-dot-2-doan-10", ["dot-2-doan-10"]),
        ("2020-12-01-dot-1-doan-1", ["dot-1-doan-1"]),
        ("2020-12-01-khac", ["dot-1-doan-1", "dot-2-doan-1", "dot-2-doan-10"]),
    ],
)
def test_which_teams_a_result_report_could_be_of(tmp_path: Path, name: str, concerned: list[str]) -> None:
    repository = broken(tmp_path, f"ket-qua/{name}.md", "teams/dot-2-doan-1.yml", "teams/dot-2-doan-10.yml")
    teams = [TeamKey("46-kh-dtn", team) for team in ("dot-1-doan-1", "dot-2-doan-1", "dot-2-doan-10")]
    assert [team.team for team in teams if marks.broken_result_report(repository, team)] == concerned


@pytest.mark.parametrize(
    ("name", "months"),
    [
        ("2020-07-10-thang-6", [6]),
        ("2020-07-10-thang6", [6]),
        ("2020-07-10-thang-06", [6]),
        ("2020-07-10-thang-12", [12]),
        ("2020-07-10-khac", [6, 7, 12]),
    ],
)
def test_which_months_a_monthly_report_could_be_of(tmp_path: Path, name: str, months: list[int]) -> None:
    repository = broken(tmp_path, f"nhanh/{name}.md")
    asked = [Month(2020, number) for number in (6, 7, 12)]
    assert [month.number for month in asked if marks.broken_monthly(repository, FlashReport, month)] == months
    assert not any(marks.broken_monthly(repository, Summary, month) for month in asked)


def test_which_topics_a_report_could_be_on(tmp_path: Path) -> None:
    on, other = TopicKey("46-kh-dtn", "nghi-quyet-bch"), TopicKey("46-kh-dtn", "thang-thanh-nien")
    supervision = ("giam-sat-thuong-xuyen/2020-06-01-khac.md", "giam-sat-thuong-xuyen/2020-06-02-nghi-quyet-bch.md")
    every = broken(tmp_path / "all", *supervision, "du-sinh-hoat/2020-06-03-doan-so-a.md")
    assert id_of(marks.broken_observation(every, on)) == "2020-06-02-nghi-quyet-bch"  # the one that names it
    assert id_of(marks.broken_observation(every, other)) == "2020-06-01-khac"  # else any
    visits = broken(tmp_path / "visits", "du-sinh-hoat/2020-06-03-doan-so-a.md")
    assert id_of(marks.broken_observation(visits, on)) == "2020-06-03-doan-so-a"  # any visit may name it
    assert marks.broken_observation(broken(tmp_path / "none", "nhanh/2020-06-03-a.md"), on) is None
