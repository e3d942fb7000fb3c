"""Whose turn it is with a finding, on which day it was raised, which unit it is with after a merger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.repository.findings import (
    RecommendationState,
    addressee_name,
    age_days,
    owing_unit,
    raised_on,
    turn,
)
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.repository import Repository
from tests.opened import repository_of, sample
from tests.repository.writing import BROKEN, follow_up, monthly, observation, result_report, unit, visit_report

KN1, KN2 = "2020-06-02-dot-1-doan-1#kn1", "2020-06-02-dot-1-doan-1#kn2"
DX1 = "2020-04-08-doan-so-a-chi-doan-1#dx1"
R = RecommendationState


DONE, PASSED, FAILED = "việc: đã khắc phục", "việc: phúc tra đạt", "việc: phúc tra chưa đạt"


def of(repository: Repository, key: str) -> tuple[Repository, ReportedFinding]:
    return repository, next(finding for finding in repository.findings.values() if str(finding.key) == key)


RECOMMENDED = "kiến nghị: [{mã: k1, nội dung: Làm, đơn vị: doan-so-x, gửi: %s, hạn: 31/07/2020}]"
PROPOSED = "đề xuất: [{mã: d1, nội dung: Làm, đơn vị: doan-so-a, gửi: %s}]"


@pytest.mark.parametrize(
    ("addressee", "whose"),
    [("đơn vị", "Đoàn cơ sở Sở Y"), ("ban thường vụ", "Ban Thường vụ"), ("cấp trên", "Thành đoàn Mẫu")],
)
def test_whose_turn_it_is_by_the_addressee(tmp_path: Path, addressee: str, whose: str) -> None:
    files = result_report("2020-06-03-them", "46-kh-dtn/dot-1-doan-1", "ngày gửi: 03/06/2020", RECOMMENDED % addressee)
    repository, finding = of(repository_of(tmp_path, files), "2020-06-03-them#k1")
    assert turn(repository, finding) == whose


@pytest.mark.parametrize(
    ("addressee", "whose"),
    [
        ("ban thường vụ", "Ban Thường vụ"),
        ("cấp trên", "Văn phòng"),
        ("cấp ủy", "Văn phòng"),
        ("chính quyền", "Văn phòng"),
    ],
)
def test_who_takes_up_a_petition(tmp_path: Path, addressee: str, whose: str) -> None:
    files = result_report("2020-06-03-them", "46-kh-dtn/dot-1-doan-1", "ngày gửi: 03/06/2020", PROPOSED % addressee)
    repository, finding = of(repository_of(tmp_path, files), "2020-06-03-them#d1")
    assert turn(repository, finding) == whose


def test_nobody_s_turn_is_told_of_a_good_practice() -> None:
    repository, finding = of(sample(), "2020-04-08-doan-so-a-chi-doan-1#mh1")
    assert turn(repository, finding) == ""


def test_without_a_body_for_the_role_nobody_is_named(tmp_path: Path) -> None:
    repository, finding = of(repository_of(tmp_path, {"data/organization.yml": BROKEN}), KN2)
    assert turn(repository, finding) == ""


def test_who_rechecks_what_no_team_recommended(tmp_path: Path) -> None:
    lines = ("đơn vị: doan-so-a", "ngày gửi: 27/03/2020", RECOMMENDED.replace("doan-so-x", "doan-so-a") % "đơn vị")
    files = {
        **observation("2020-03-27-them", "thang-thanh-nien", "27/03/2020", *lines),
        **follow_up("2020-03-27-them#k1", f"ngày: 01/04/2020, {DONE}"),
    }
    repository, finding = of(repository_of(tmp_path, files), "2020-03-27-them#k1")
    assert turn(repository, finding) == "Ban Thường vụ"


def test_a_finding_is_raised_on_the_day_of_what_it_comes_from(tmp_path: Path) -> None:
    found = "ưu điểm: [{mã: u1, nội dung: Tốt, đơn vị: doan-so-a}]"
    files = {
        **observation("2020-03-27-them", "thang-thanh-nien", "27/03/2020", found, "ngày gửi: 30/03/2020"),
        **monthly("tổng hợp", "2020-06-12-thang-5", "05/2020", found, "ngày gửi: 12/06/2020"),
        **result_report(
            "2020-06-03-a", "46-kh-dtn/dot-1-doan-1", found, "ngày ban hành: 03/06/2020", "ngày gửi: 05/06/2020"
        ),
        **result_report(
            "2020-06-03-b", "46-kh-dtn/dot-1-doan-1", found, "ngày ban hành: 03/06/2020", "ngày gửi: chưa rõ"
        ),
        **result_report("2020-06-03-c", "46-kh-dtn/dot-1-doan-1", found),
        **visit_report("2020-05-06-a", "buổi: 46-kh-dtn/2020-05/doan-so-a/b1", found, "ngày tiến hành: 07/05/2020"),
        **visit_report("2020-05-06-b", "buổi: 46-kh-dtn/2020-05/doan-so-a/b1", found),
        **visit_report("2020-05-06-c", "buổi: 46-kh-dtn/2020-05/doan-so-a/b1", found, "ngày gửi: 08/05/2020"),
        "data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml": BROKEN,
    }
    repository = repository_of(tmp_path, files)
    raised = {
        finding.key.report: raised_on(repository, finding)
        for finding in repository.findings.values()
        if finding.key.finding == "u1"
    }
    assert raised == {
        "2020-03-27-them": date(2020, 3, 27),
        "2020-06-12-thang-5": date(2020, 5, 31),
        "2020-06-03-a": date(2020, 6, 5),
        "2020-06-03-b": date(2020, 6, 3),
        "2020-06-03-c": None,
        "2020-05-06-a": date(2020, 5, 7),
        "2020-05-06-b": None,
        "2020-05-06-c": date(2020, 5, 8),
    }
    assert age_days(*of(repository, "2020-06-03-c#u1")) is None
    assert raised_on(*of(sample(), DX1)) == date(2020, 4, 8)  # the meeting's day


@pytest.mark.parametrize(
    ("happened", "day", "owing"),
    [
        ((), "2020-06-30", "doan-so-x"),
        ((), "2020-07-01", "doan-so-y"),
        (("30/06/2020, việc: đã khắc phục",), "2020-10-15", "doan-so-x"),  # done before the merger
        (("01/07/2020, việc: đã khắc phục",), "2020-10-15", "doan-so-y"),
        (("20/06/2020, việc: đã khắc phục", f"01/07/2020, {FAILED}"), "2020-10-15", "doan-so-y"),  # open again
    ],
)
def test_what_is_open_at_a_merger_goes_to_the_successor(
    tmp_path: Path, happened: tuple[str, ...], day: str, owing: str
) -> None:
    lines = ("ngày gửi: 03/06/2020", RECOMMENDED % "đơn vị")
    files = {
        **result_report("2020-06-03-them", "46-kh-dtn/dot-1-doan-1", *lines),
        **follow_up("2020-06-03-them#k1", *(f"ngày: {line}" for line in happened)),
    }
    assert owing_unit(*of(repository_of(tmp_path, files, day), "2020-06-03-them#k1")) == owing


def test_a_petition_closed_before_a_merger_stays_with_the_unit(tmp_path: Path) -> None:
    proposed = PROPOSED.replace("doan-so-a", "doan-so-x") % "cấp trên"
    files = {
        **result_report("2020-06-03-them", "46-kh-dtn/dot-1-doan-1", "ngày gửi: 03/06/2020", proposed),
        **follow_up("2020-06-03-them#d1", "ngày: 30/06/2020, việc: trả lời"),
        **unit("doan-so-z"),
    }
    assert owing_unit(*of(repository_of(tmp_path, files), "2020-06-03-them#d1")) == "doan-so-x"


def test_a_finding_about_no_known_unit_is_with_none(tmp_path: Path) -> None:
    found = "ưu điểm: [{mã: u1, nội dung: Tốt}]"
    files = {
        **visit_report("2020-05-06-b", "đơn vị: doan-so-a", "ngày: 07/05/2020", found),
        **visit_report("2020-05-06-c", "buổi: 46-kh-dtn/2020-05/doan-so-a/b1", found),
        "data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml": BROKEN,
    }
    repository = repository_of(tmp_path, files)
    assert owing_unit(*of(repository, "2020-05-06-b#u1")) == "doan-so-a"
    assert owing_unit(*of(repository, "2020-05-06-c#u1")) is None


@pytest.mark.parametrize(
    ("addressee", "name"),
    [("đơn vị", "đơn vị"), ("ban thường vụ", "Ban Thường vụ"), ("cấp trên", "Thành đoàn Mẫu")],
)
def test_whom_a_recommendation_is_put_to(tmp_path: Path, addressee: str, name: str) -> None:
    files = result_report("2020-06-03-them", "46-kh-dtn/dot-1-doan-1", RECOMMENDED % addressee)
    assert addressee_name(*of(repository_of(tmp_path, files), "2020-06-03-them#k1")) == name


@pytest.mark.parametrize(
    ("addressee", "name"),
    [
        ("ban thường vụ", "Ban Thường vụ"),
        ("cấp trên", "Thành đoàn Mẫu"),
        ("cấp ủy", "cấp ủy"),
        ("chính quyền", "chính quyền"),
    ],
)
def test_whom_a_petition_is_put_to(tmp_path: Path, addressee: str, name: str) -> None:
    files = result_report("2020-06-03-them", "46-kh-dtn/dot-1-doan-1", PROPOSED % addressee)
    assert addressee_name(*of(repository_of(tmp_path, files), "2020-06-03-them#d1")) == name


def test_other_findings_are_put_to_nobody_and_a_body_that_is_none_is_its_word(tmp_path: Path) -> None:
    assert addressee_name(*of(sample(), "2020-04-08-doan-so-a-chi-doan-1#mh1")) == ""
    broken = repository_of(tmp_path, {"data/organization.yml": BROKEN})
    assert addressee_name(*of(broken, KN2)) == "ban thường vụ"
