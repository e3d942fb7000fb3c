"""The tables of a repository: what leads from one record to another, and in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.finding import GoodPractice, Petition, Recommendation, Shortcoming
from ktgs.records.keys import (
    ActivityKey,
    AssignmentKey,
    BranchKey,
    EngagementKey,
    FindingKey,
    MeetingKey,
    TeamKey,
)
from ktgs.records.report import FlashReport, Report, ResultReport, Summary, VisitReport
from ktgs.repository.linked import FindingKind
from ktgs.repository.repository import Repository
from tests.opened import repository_of, sample
from tests.repository.writing import (
    BROKEN,
    BROKEN_REPORT,
    PLAN,
    adjustment,
    assignment,
    follow_up,
    monthly,
    observation,
    result_report,
    schedule,
    team,
    visit_report,
)

JUNE = AssignmentKey("46-kh-dtn", Month(2020, 6))


def key(meeting: str, unit: str = "doan-so-a", month: int = 6) -> MeetingKey:
    return MeetingKey("46-kh-dtn", Month(2020, month), unit, meeting)


def test_records_of_a_kind_and_of_a_family() -> None:
    repository = sample()
    assert [report.id for report in repository.of(FlashReport).values()] == ["2020-05-12-thang-4"]
    assert len(repository.of(Report)) == len(repository.reports) == 7
    assert len(repository.reports_of(VisitReport)) == 3
    assert len(list(repository.every_record())) == sum(map(len, repository.records.values())) > 30
    assert repository.of(FlashReport).keys() == {"2020-05-12-thang-4"}


def test_the_calendar_is_of_the_years_that_have_files(tmp_path: Path) -> None:
    calendar = sample().calendar
    assert (calendar.knows(2020), calendar.knows(2021), calendar.knows(2022)) == (True, True, False)
    assert calendar.reason_off(date(2020, 1, 1)) == "Tết Dương lịch"
    wrong = repository_of(tmp_path, {"data/calendar/nam-nay.yml": "ngày nghỉ: [{ngày: 05/05/2020, tên: Nghỉ}]\n"})
    assert wrong.calendar == calendar
    worked = "ngày nghỉ: []\nlàm bù: [{ngày: 04/06/2022, thay cho: 03/06/2022, căn cứ: Mẫu}, {ngày: 11/06/2022, thay cho: 10/06/2022}]\n"
    other = repository_of(tmp_path, {"data/calendar/2022.yml": worked}).calendar
    assert [(row.on.day, row.instead_of.day, row.basis) for row in other.worked_days if row.on.year == 2022] == [
        (4, 3, "Mẫu"),
        (11, 10, ""),
    ]
    assert other.knows(2022)
    assert {row.basis for row in calendar.days_off if row.on == date(2020, 1, 1)} != {""}


def test_an_organization_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    stand_in = repository_of(tmp_path, {"data/organization.yml": BROKEN}).organization
    assert (stand_in.name, stand_in.superior, stand_in.id) == ("Tổ chức chưa rõ tên", "chưa rõ", "chua-ro")
    assert (stand_in.bodies, stand_in.roles, stand_in.unit_kinds) == ((), (), ())
    assert sample().organization.name == "Đoàn Khối Mẫu"


def test_activities_and_engagements_are_known_where_their_plan_is(tmp_path: Path) -> None:
    repository = sample()
    found = repository.activity(ActivityKey("46-kh-dtn", "dot-1"))
    assert found is not None and found.name == "Kiểm tra đợt 1"
    assert repository.activity(ActivityKey("46-kh-dtn", "x")) is None
    assert repository.activity(ActivityKey("x", "dot-1")) is None
    first = repository.engagements[EngagementKey("46-kh-dtn", "dot-1-doan-1", "c1")]
    assert (first.plan.id, first.activity.id, first.team.id) == ("46-kh-dtn", "dot-1", "dot-1-doan-1")
    assert [
        engagement.key.engagement for engagement in repository.engagements_by_activity[found.key_in(first.plan)]
    ] == [
        "c1",
        "c2",
        "c3",
    ]
    broken = repository_of(tmp_path, {f"{PLAN}/plan.md": BROKEN_REPORT})
    assert (len(broken.teams), len(broken.engagements)) == (1, 0)


def test_of_two_things_under_one_id_the_first_is_meant(tmp_path: Path) -> None:
    meeting = "mã: b1, ngày: 10/06/2020, giờ: 8:00"
    files = {
        **schedule("doan-so-a", "2020-06", meeting, meeting.replace("10/06", "11/06")),
        **team("dot-2-doan-1", "dot-2", "mã: c1, đơn vị: doan-so-a", "mã: c1, đơn vị: doan-so-b"),
        **result_report(
            "2020-06-03-a",
            "46-kh-dtn/dot-1-doan-1",
            "ngày gửi: 03/06/2020",
            "ưu điểm: [{mã: k1, nội dung: Đầu, đơn vị: doan-so-a}, {mã: k1, nội dung: Sau, đơn vị: doan-so-a}]",
        ),
    }
    repository = repository_of(tmp_path, files)
    assert repository.meetings[key("b1")].on == date(2020, 6, 10)
    assert repository.engagements[EngagementKey("46-kh-dtn", "dot-2-doan-1", "c1")].engagement.unit == "doan-so-a"
    assert repository.findings[FindingKey("2020-06-03-a", "k1")].finding.content == "Đầu"


def test_adjustments_of_a_plan_by_day_then_by_name(tmp_path: Path) -> None:
    files = {
        **adjustment("c", "hoạt động: dot-2", "chưa ấn định: có", decided="01/03/2020"),
        **adjustment("b", "hoạt động: dot-2", "chưa ấn định: có", decided="02/03/2020"),
        **adjustment("a", "hoạt động: dot-2", "chưa ấn định: có", decided="02/03/2020"),
    }
    repository = repository_of(tmp_path, files)
    plan = repository.plans["46-kh-dtn"]
    assert [adjusted.id for adjusted in repository.adjustments_of(plan)] == ["c", "a", "b", "2020-03-16-gs-thang-3"]
    assert list(repository.teams_by_activity) == [ActivityKey("46-kh-dtn", "dot-1")]


def test_meetings_of_a_month_and_of_a_unit_by_their_last_announced_day(tmp_path: Path) -> None:
    files = {
        **schedule(
            "doan-so-a",
            "2020-06",
            "mã: b1, ngày: 10/06/2020, giờ: 8:00, dời: [{sang ngày: 20/06/2020}]",
            "mã: b3, ngày: 12/06/2020, giờ: 8:00",
            "mã: b2, ngày: 12/06/2020, giờ: 8:00",
            "mã: b4, ngày: 12/06/2020, giờ: 7:30",
        ),
        **schedule("doan-so-b", "2020-06", "mã: b1, ngày: 11/06/2020, giờ: 8:00"),
    }
    repository = repository_of(tmp_path, files)
    in_june = [scheduled.key.own for scheduled in repository.meetings_by_month[JUNE]]
    assert in_june == ["doan-so-a/b1", "doan-so-a/b3", "doan-so-a/b2", "doan-so-a/b4", "doan-so-b/b1"]
    of_unit = [
        scheduled.key.meeting
        for scheduled in repository.meetings_by_unit["doan-so-a"]
        if scheduled.key.month.number == 6
    ]
    assert of_unit == ["b4", "b2", "b3", "b1"]


def test_assigned_people_by_month_and_by_meeting(tmp_path: Path) -> None:
    files = {
        **schedule("doan-so-a", "2020-06", "mã: b1, ngày: 10/06/2020, giờ: 8:00"),
        f"{PLAN}/schedules/2020-06/doan-so-b.yml": BROKEN,
        **assignment(
            "2020-06",
            "buổi: doan-so-a/b1, cán bộ: tran-thi-b",
            "buổi: doan-so-b/b1, cán bộ: tran-thi-b",
            "buổi: doan-so-a/b1, cán bộ: le-van-c",
        ),
    }
    repository = repository_of(tmp_path, files)
    of_month = [
        (assigned.key.own, assigned.item.person, assigned.meeting is None)
        for assigned in repository.assigned_by_month[JUNE]
    ]
    assert of_month == [
        ("doan-so-a/b1", "tran-thi-b", False),
        ("doan-so-b/b1", "tran-thi-b", True),
        ("doan-so-a/b1", "le-van-c", False),
    ]
    assert [assigned.item.person for assigned in repository.assigned_by_meeting[key("b1")]] == [
        "tran-thi-b",
        "le-van-c",
    ]


MEETINGS = schedule(
    "doan-so-a",
    "2020-06",
    "mã: b1, ngày: 10/06/2020, giờ: 8:00, chi đoàn: chi-doan-1",
    "mã: b2, ngày: 10/06/2020, giờ: 9:00, chi đoàn: chi-doan-1",
    "mã: b3, ngày: 10/06/2020, giờ: 8:00, chi đoàn: chi-doan-2, dời: [{sang ngày: 12/06/2020, giờ: 10:00}]",
    "mã: b4, ngày: 15/06/2020, giờ: 8:00",
)


@pytest.mark.parametrize(
    ("lines", "meeting", "on"),
    [
        (("buổi: 46-kh-dtn/2020-06/doan-so-a/b1",), "b1", date(2020, 6, 10)),
        (("buổi: 46-kh-dtn/2020-06/doan-so-a/b1", "ngày tiến hành: 11/06/2020"), "b1", date(2020, 6, 11)),
        (("đơn vị: doan-so-a", "ngày: 15/06/2020"), "b4", date(2020, 6, 15)),
        (("đơn vị: doan-so-a", "ngày: 15/06/2020", "ngày tiến hành: 16/06/2020"), "b4", date(2020, 6, 16)),
        (("đơn vị: doan-so-a", "ngày: 15/06/2020", "giờ: 8:00"), "b4", date(2020, 6, 15)),
        (("đơn vị: doan-so-a", "ngày: 15/06/2020", "giờ: 8:01"), None, date(2020, 6, 15)),
        (("đơn vị: doan-so-a", "ngày: 15/06/2020", "chi đoàn: chi-doan-1"), None, date(2020, 6, 15)),
        (("đơn vị: doan-so-a", "ngày: 10/06/2020", "chi đoàn: chi-doan-1"), None, date(2020, 6, 10)),  # two fit
        (("đơn vị: doan-so-a", "ngày: 10/06/2020", "chi đoàn: chi-doan-1", "giờ: 9:00"), "b2", date(2020, 6, 10)),
        (("đơn vị: doan-so-a", "ngày: 12/06/2020", "chi đoàn: chi-doan-2", "giờ: 10:00"), "b3", date(2020, 6, 12)),
        (("đơn vị: doan-so-a", "ngày: 10/06/2020", "chi đoàn: chi-doan-2"), None, date(2020, 6, 10)),  # it was moved
        (("đơn vị: doan-so-b", "ngày: 15/06/2020"), None, date(2020, 6, 15)),
        (("đơn vị: doan-so-b", "ngày: 15/06/2020", "ngày tiến hành: 16/06/2020"), None, date(2020, 6, 16)),
    ],
)
def test_a_visit_is_of_the_meeting_named_or_the_only_one_that_fits(
    tmp_path: Path, lines: tuple[str, ...], meeting: str | None, on: date
) -> None:
    repository = repository_of(tmp_path, {**MEETINGS, **visit_report("2020-06-30-a", *lines)})
    report = next(report for report in repository.reports_of(VisitReport) if report.id == "2020-06-30-a")
    visit = repository.visit_of(report)
    assert visit is not None
    assert (visit.meeting and visit.meeting.key.meeting, visit.on, visit.plan) == (meeting, on, "46-kh-dtn")
    assert visit.unit == (report.unit or "doan-so-a")
    assert visit.branch == (visit.meeting.branch if visit.meeting else report.branch)
    assert visit.month == Month(2020, 6)
    own = repository.visit_reports_by_meeting.get(key(meeting), ()) if meeting else ()
    assert own == ((report,) if meeting else ())
    assert [v.report.id for v in repository.visits_by_meeting.get(key(meeting or ""), ())] == ["2020-06-30-a"] * len(
        own
    )
    named = visit.meeting.key if visit.meeting else (report.unit, report.branch, visit.on)
    assert visit.occasion == named


def test_a_visit_of_another_plan_is_not_of_this_plan_s_meeting(tmp_path: Path) -> None:
    lines = ("kế hoạch: 47-kh-dtn", "đơn vị: doan-so-a", "ngày: 15/06/2020")
    second = (Path(__file__).parents[1] / "sample" / PLAN / "plan.md").read_text(encoding="utf-8")
    files = {**MEETINGS, **visit_report("2020-06-30-a", *lines), "data/plans/2020/47-kh-dtn/plan.md": second}
    repository = repository_of(tmp_path, files)
    visit = next(visit for visit in repository.visits if visit.report.id == "2020-06-30-a")
    assert (visit.plan, visit.meeting) == ("47-kh-dtn", None)


def test_the_month_of_a_visit_is_that_of_its_schedule(tmp_path: Path) -> None:
    files = {
        **schedule("doan-so-b", "2020-06", "mã: b1, ngày: 30/06/2020, giờ: 8:00, dời: [{sang ngày: 02/07/2020}]"),
        **visit_report("2020-07-02-a", "buổi: 46-kh-dtn/2020-06/doan-so-b/b1"),
        **visit_report("2020-07-02-b", "đơn vị: doan-so-y", "ngày: 02/07/2020", "chi đoàn: chi-doan-1"),
    }
    repository = repository_of(tmp_path, files)
    (first,), (second,) = repository.visits_by_unit["doan-so-b"][1:], repository.visits_by_unit["doan-so-y"]
    assert (first.on, first.month, second.month) == (date(2020, 7, 2), Month(2020, 6), Month(2020, 7))
    assert second.occasion == ("doan-so-y", BranchKey("doan-so-y", "chi-doan-1"), date(2020, 7, 2))


def test_a_report_on_a_meeting_that_cannot_be_read_counts_where_its_day_is_known(tmp_path: Path) -> None:
    files = {
        f"{PLAN}/schedules/2020-06/doan-so-b.yml": BROKEN,
        **visit_report("2020-06-30-a", "buổi: 46-kh-dtn/2020-06/doan-so-b/b1"),
        **visit_report("2020-06-30-b", "buổi: 46-kh-dtn/2020-06/doan-so-b/b1", "ngày tiến hành: 11/06/2020"),
    }
    repository = repository_of(tmp_path, files)
    assert [visit.report.id for visit in repository.visits if visit.on.month == 6] == ["2020-06-30-b"]
    (visit,) = (visit for visit in repository.visits if visit.report.id == "2020-06-30-b")
    assert (visit.unit, visit.branch, visit.meeting, visit.on) == ("doan-so-b", None, None, date(2020, 6, 11))
    reports = repository.visit_reports_by_meeting[key("b1", "doan-so-b")]
    assert [report.id for report in reports] == ["2020-06-30-a", "2020-06-30-b"]
    assert key("b1", "doan-so-b") not in repository.visits_by_meeting


def test_visits_by_unit_are_by_day_then_by_name_and_by_each_person_named(tmp_path: Path) -> None:
    files = {
        **visit_report("b", "đơn vị: doan-so-y", "ngày: 02/06/2020", attendees="le-van-c, tran-thi-b"),
        **visit_report("a", "đơn vị: doan-so-y", "ngày: 02/06/2020", attendees="le-van-c"),
        **visit_report("c", "đơn vị: doan-so-y", "ngày: 01/06/2020", attendees="le-van-c"),
    }
    repository = repository_of(tmp_path, files)
    assert [visit.report.id for visit in repository.visits_by_unit["doan-so-y"]] == ["c", "a", "b"]
    assert [visit.report.id for visit in repository.visits_by_person["tran-thi-b"]] == [
        "2020-04-09-doan-so-b-chi-doan-1",
        "b",
    ]
    assert [visit.report.id for visit in repository.visits_by_person["le-van-c"]][-3:] == ["a", "b", "c"]


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
    files = {
        **observation(
            "2020-04-08-a", "nghi-quyet-bch", "08/04/2020", "đơn vị: doan-so-y", implied, "ngày gửi: 09/04/2020"
        ),
        **observation("2020-04-08-b", "nghi-quyet-bch", "08/04/2020", "đơn vị: doan-so-y", own, "ngày gửi: 09/04/2020"),
        **visit_report("2020-04-08-c", "đơn vị: doan-so-y", "ngày: 08/04/2020", implied, "ngày gửi: 09/04/2020"),
        **visit_report("2020-04-08-d", "đơn vị: doan-so-y", "ngày: 08/04/2020", own, "ngày gửi: 09/04/2020"),
        **result_report("2020-04-08-e", "46-kh-dtn/dot-1-doan-1", own, "ngày gửi: 09/04/2020"),
    }
    repository = repository_of(tmp_path, files)
    units = {
        finding.key.report[-1]: finding.unit for finding in repository.findings.values() if finding.key.finding == "u1"
    }
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
    assert [follow.id for follow in found.follow_ups] == [
        "2020-06-02-dot-1-doan-1-kn1-2",
        "2020-06-02-dot-1-doan-1-kn1",
    ]
    assert (found.plan, found.unit) == ("46-kh-dtn", "doan-so-b")
