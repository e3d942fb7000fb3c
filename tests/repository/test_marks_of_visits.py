"""Which meetings, months and units a broken visit report, schedule or assignment may concern."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.keys import (
    FindingKey,
    MeetingKey,
)
from ktgs.records.schedule import Schedule
from ktgs.repository import marks
from tests.repository.broken import broken, id_of, ids
from tests.repository.writing import PLAN, REPORTS, schedule

JUNE = Month(2020, 6)
VISITS = f"{REPORTS}/du-sinh-hoat"

TWICE = "[{sang ngày: 17/06/2020}, {sang ngày: 02/07/2020}]"
MEETINGS = {
    **schedule(
        "doan-so-a",
        "2020-06",
        f"mã: b1, ngày: 10/06/2020, giờ: 8:00, chi đoàn: chi-doan-1, dời: {TWICE}",
        "mã: b2, ngày: 12/06/2020, giờ: 8:00, chi đoàn: chi-doan-2",
        "mã: b3, ngày: 13/06/2020, giờ: 8:00, dời: [{sang ngày: 14/06/2020}]",
    )
}


@pytest.mark.parametrize(
    ("name", "meetings"),
    [
        ("2020-06-10-doan-so-a", ["b1"]),
        ("2020-06-17-doan-so-a-chi-doan-1", ["b1"]),
        ("2020-07-02-doan-so-a-chi-doan-1-2", ["b1"]),
        ("2020-06-10-doan-so-a-2", ["b1"]),
        ("2020-06-12-doan-so-a", ["b2"]),
        ("2020-06-12-doan-so-a-chi-doan-1", []),
        ("2020-06-12-doan-so-a-chi-doan-2", ["b2"]),
        ("2020-06-12-doan-so-a-khac", ["b2"]),  # names no sub-unit that there is
        ("2020-06-13-doan-so-a", ["b3"]),
        ("2020-06-14-doan-so-a", ["b3"]),
        ("2020-06-13-doan-so-a-chi-doan-1", []),
        ("2020-06-15-doan-so-a", ["b1", "b2", "b3"]),  # of no announced day: any of the month
        ("2020-06-15-doan-so-a-chi-doan-2", ["b2"]),
        ("2020-07-15-doan-so-a", []),  # of another month
        ("2020-06-31-doan-so-a", ["b1", "b2", "b3"]),  # a day that is none
        ("2020-06-10-doan-so-b", []),
        ("doan-so-a", ["b1", "b2", "b3"]),
        ("2020-06-10-khac", []),
    ],
)
def test_which_meetings_a_visit_report_could_be_on(tmp_path: Path, name: str, meetings: list[str]) -> None:
    repository = broken(tmp_path, f"du-sinh-hoat/{name}.md", beside=MEETINGS)
    keys = [MeetingKey("46-kh-dtn", JUNE, "doan-so-a", meeting) for meeting in ("b1", "b2", "b3")]
    assert [key.meeting for key in keys if marks.broken_visit_report(repository, key)] == meetings
    assert marks.broken_visit_report(repository, MeetingKey("46-kh-dtn", JUNE, "doan-so-a", "b9")) is None


def test_of_a_unit_that_cannot_be_read_any_sub_unit_may_be_meant(tmp_path: Path) -> None:
    names = ("du-sinh-hoat/2020-06-12-doan-so-a-chi-doan-1.md", "data/units/doan-so-a.yml")
    repository = broken(tmp_path, *names, beside=MEETINGS)
    key = MeetingKey("46-kh-dtn", JUNE, "doan-so-a", "b2")
    assert id_of(marks.broken_visit_report(repository, key)) == "2020-06-12-doan-so-a-chi-doan-1"


def test_which_months_a_visit_report_could_be_of(tmp_path: Path) -> None:
    repository = broken(tmp_path / "day", "du-sinh-hoat/2020-06-30-doan-so-a.md", "nhanh/khac.md")
    asked = [Month(2020, 5), Month(2020, 6), Month(2020, 7)]
    assert [month.number for month in asked if marks.broken_visit_report_in(repository, month)] == [6]
    repository = broken(tmp_path / "none", "du-sinh-hoat/doan-so-a.md")
    assert [month.number for month in asked if marks.broken_visit_report_in(repository, month)] == [5, 6, 7]


def test_which_follow_up_is_of_a_finding(tmp_path: Path) -> None:
    key = FindingKey("2020-06-02-dot-1-doan-1", "kn1")
    assert marks.follow_up_name(key) == "2020-06-02-dot-1-doan-1-kn1"
    repository = broken(tmp_path, "follow-ups/2020-06-02-dot-1-doan-1-kn1-2.yml")
    assert id_of(marks.broken_follow_up(repository, key)) == "2020-06-02-dot-1-doan-1-kn1-2"
    assert marks.broken_follow_up(repository, FindingKey("2020-06-02-dot-1-doan-1", "kn")) is None
    assert marks.broken_follow_up(repository, FindingKey("2020-06-02-dot-1-doan-1", "kn2")) is None


def test_which_files_a_month_may_lack(tmp_path: Path) -> None:
    repository = broken(
        tmp_path,
        "schedules/2020-06/doan-so-a.yml",
        "schedules/2020-07/doan-so-a.yml",
        "schedules/thang-8/doan-so-b.yml",
        "assignments/2020-06.yml",
        "assignments/2020-07.yml",
        "assignments/thang-8.yml",
        "du-sinh-hoat/2020-06-30-doan-so-a.md",
        "du-sinh-hoat/2020-07-01-doan-so-a.md",
        "du-sinh-hoat/doan-so-b.md",
        "nhanh/2020-06-10-thang-6.md",
        "teams/dot-2-doan-1.yml",
    )
    found = [
        mark.file.removeprefix(f"{PLAN}/").removeprefix(f"{VISITS}/")
        for mark in marks.broken_in_month(repository, JUNE)
    ]
    assert found == [
        "assignments/2020-06.yml",
        "assignments/thang-8.yml",
        "schedules/2020-06/doan-so-a.yml",
        "schedules/thang-8/doan-so-b.yml",
        "2020-06-30-doan-so-a.md",
        "doan-so-b.md",
    ]
    assert len(ids(marks.broken_of(repository, Schedule))) == 3


def test_which_files_may_be_about_a_unit(tmp_path: Path) -> None:
    repository = broken(
        tmp_path,
        "schedules/2020-06/doan-so-a.yml",
        "schedules/2020-06/chi-doan-so-d.yml",
        "du-sinh-hoat/2020-06-10-doan-so-a-chi-doan-1.md",
        "du-sinh-hoat/2020-06-11-chi-doan-so-d.md",
        "du-sinh-hoat/2020-06-12-khac.md",
        "nhanh/2020-06-13-doan-so-a.md",
        beside={"data/units/doan-so-d.yml": "tên: Đoàn Sở D\nloại: đoàn cơ sở\ntừ: 01/01/2015\n"},
    )
    about = {
        unit: ids(marks.broken_about_unit(repository, unit)) for unit in ("doan-so-a", "doan-so-d", "chi-doan-so-d")
    }
    assert about == {
        "doan-so-a": ["doan-so-a", "2020-06-10-doan-so-a-chi-doan-1", "2020-06-12-khac"],
        "doan-so-d": ["2020-06-12-khac"],
        "chi-doan-so-d": ["chi-doan-so-d", "2020-06-11-chi-doan-so-d", "2020-06-12-khac"],
    }
