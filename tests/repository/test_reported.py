"""Reports and findings as a repository finds them: by team, month, day, unit and kind."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.months import Month
from ktgs.records.finding import GoodPractice, Petition, Recommendation, Shortcoming
from ktgs.records.keys import (
    FindingKey,
    TeamKey,
)
from ktgs.records.report import FlashReport, ResultReport, Summary
from ktgs.repository.linked import FindingKind
from ktgs.repository.repository import Repository
from tests.opened import repository_of
from tests.repository.writing import (
    follow_up,
    monthly,
    observation,
    result_report,
    visit_report,
)


def test_reports_by_team_and_by_month(tmp_path: Path) -> None:
    files = {
        **result_report("2020-06-03-a", "46-kh-dtn/dot-1-doan-1"),
        **monthly("nhanh", "2020-05-20-a", "04/2020", "kế hoạch: 46-kh-dtn", "ngày gửi: 20/05/2020"),
        **monthly("nhanh", "2020-01-20-a", "12/2019", "ngày gửi: 20/01/2020"),
    }
    repository = repository_of(tmp_path, files)
    of_team = repository.result_reports_by_team[TeamKey("46-kh-dtn", "dot-1-doan-1")]
    assert [report.id for report in of_team] == ["2020-06-02-dot-1-doan-1", "2020-06-03-a"]
    april = Month(2020, 4)
    flash = repository.monthly_reports[FlashReport, "46-kh-dtn", april]
    assert [report.id for report in flash] == ["2020-05-12-thang-4", "2020-05-20-a"]
    assert [report.id for report in repository.monthly_reports[Summary, "46-kh-dtn", april]] == ["2020-05-14-thang-4"]
    assert (FlashReport, "", Month(2019, 12)) in repository.monthly_reports


def test_observations_by_day_of_reports_and_of_visits_that_name_topics(tmp_path: Path) -> None:
    files = {
        **observation("2020-04-08-z", "thang-thanh-nien", "08/04/2020"),
        **observation("2020-04-08-a", "nghi-quyet-bch", "08/04/2020"),
    }
    repository = repository_of(tmp_path, files)
    assert [(observed.on.day, observed.report.id, observed.topic.topic) for observed in repository.observations] == [
        (26, "2020-03-26-thang-thanh-nien", "thang-thanh-nien"),
        (8, "2020-04-08-a", "nghi-quyet-bch"),
        (8, "2020-04-08-doan-so-a-chi-doan-1", "nghi-quyet-bch"),
        (8, "2020-04-08-z", "thang-thanh-nien"),
    ]


def test_findings_are_with_the_unit_that_they_name_or_their_report_implies(tmp_path: Path) -> None:
    own, implied = "ưu điểm: [{mã: u1, nội dung: A, đơn vị: doan-so-b}]", "ưu điểm: [{mã: u1, nội dung: A}]"
    unit, sent, day = "đơn vị: doan-so-y", "ngày gửi: 09/04/2020", "08/04/2020"
    files = {
        **observation("2020-04-08-a", "nghi-quyet-bch", day, unit, implied, sent),
        **observation("2020-04-08-b", "nghi-quyet-bch", day, unit, own, sent),
        **visit_report("2020-04-08-c", unit, f"ngày: {day}", implied, sent),
        **visit_report("2020-04-08-d", unit, f"ngày: {day}", own, sent),
        **result_report("2020-04-08-e", "46-kh-dtn/dot-1-doan-1", own, sent),
    }
    findings = repository_of(tmp_path, files).findings.values()
    units = {finding.key.report[-1]: finding.unit for finding in findings if finding.key.finding == "u1"}
    assert units == {"a": "doan-so-y", "b": "doan-so-b", "c": "doan-so-y", "d": "doan-so-b", "e": "doan-so-b"}


def kinds(repository: Repository, kind: FindingKind) -> list[str]:
    return [str(finding.key) for finding in repository.findings_of(kind)]


def test_findings_of_a_kind_without_those_of_drafts(tmp_path: Path) -> None:
    written = "ưu điểm: [{mã: u1, nội dung: A, đơn vị: doan-so-b}]"
    found = written.replace("ưu điểm", "tồn tại, hạn chế")
    files = {
        **result_report("2020-06-03-a", "46-kh-dtn/dot-1-doan-1", found),
        **result_report("2020-06-03-b", "46-kh-dtn/dot-1-doan-1", found, "ngày ban hành: 03/06/2020"),
        **result_report("2020-06-03-c", "46-kh-dtn/dot-1-doan-1", found, "ngày gửi: 03/06/2020"),
    }
    repository = repository_of(tmp_path, files)
    assert kinds(repository, Shortcoming) == ["2020-06-02-dot-1-doan-1#tt1", "2020-06-03-b#u1", "2020-06-03-c#u1"]
    assert kinds(repository, Recommendation) == ["2020-06-02-dot-1-doan-1#kn1", "2020-06-02-dot-1-doan-1#kn2"]
    assert kinds(repository, Petition) == ["2020-04-08-doan-so-a-chi-doan-1#dx1"]
    assert kinds(repository, GoodPractice) == ["2020-04-08-doan-so-a-chi-doan-1#mh1"]
    assert FindingKey("2020-06-03-a", "u1") in repository.findings
    assert isinstance(repository.findings[FindingKey("2020-06-03-a", "u1")].report, ResultReport)


def test_what_happened_to_a_finding_comes_from_all_its_follow_ups(tmp_path: Path) -> None:
    more = follow_up("2020-06-02-dot-1-doan-1#kn1", "ngày: 30/07/2020, việc: trả lời")
    files = {name.replace(".yml", "-2.yml"): text for name, text in more.items()}
    found = repository_of(tmp_path, files).findings[FindingKey("2020-06-02-dot-1-doan-1", "kn1")]
    assert [event.on.isoformat() for event in found.events] == ["2020-07-24", "2020-07-30", "2020-08-05"]
    names = [follow_up.id for follow_up in found.follow_ups]
    assert names == ["2020-06-02-dot-1-doan-1-kn1-2", "2020-06-02-dot-1-doan-1-kn1"]
    assert (found.plan, found.unit) == ("46-kh-dtn", "doan-so-b")
