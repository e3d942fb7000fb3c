"""The tables of a repository: what leads from one record to another, and in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ktgs.language.months import Month
from ktgs.records.keys import (
    ActivityKey,
    AssignmentKey,
    EngagementKey,
    FindingKey,
    MeetingKey,
)
from ktgs.records.report import FlashReport, Report, VisitReport
from ktgs.records.schedule import Meeting, Schedule
from tests.opened import repository_of, sample
from tests.repository.writing import (
    BROKEN,
    BROKEN_REPORT,
    PLAN,
    adjustment,
    assignment,
    result_report,
    schedule,
    team,
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
    rows = "  - {ngày: 04/06/2022, thay cho: 03/06/2022, căn cứ: Mẫu}\n  - {ngày: 11/06/2022, thay cho: 10/06/2022}\n"
    files = {"data/calendar/2022.yml": f"ngày nghỉ: []\nlàm bù:\n{rows}"}
    other = repository_of(tmp_path, files).calendar
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
    in_round = repository.engagements_by_activity[found.key_in(first.plan)]
    assert [engagement.key.engagement for engagement in in_round] == ["c1", "c2", "c3"]
    assert repository.engagements_by_team[first.team.key] == in_round
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


def test_adjustments_that_name_a_duty_however_it_is_written(tmp_path: Path) -> None:
    scope = ("kỳ: [06/2020]", "đơn vị: [doan-so-a]", "hạn mới: 01/07/2020")
    files = {
        **adjustment("b", "việc: lịch sinh hoạt", *scope, kind="gia hạn", decided="02/03/2020"),
        **adjustment("a", "việc: Lịch Sinh hoạt", *scope, kind="gia hạn", decided="03/03/2020"),
    }
    repository = repository_of(tmp_path, files)
    plan = repository.plans["46-kh-dtn"]
    assert [adjusted.id for adjusted in repository.adjustments_on(plan, "lịch sinh hoạt")] == ["b", "a"]
    assert repository.adjustments_on(plan, "báo cáo nhanh") == ()


def test_what_records_hold_is_found_by_class_and_every_text_once() -> None:
    repository = sample()
    assert set(repository.by_class[Schedule]) == set(repository.schedules.values())
    meetings = [meeting for schedule in repository.schedules.values() for meeting in schedule.meetings]
    assert list(repository.by_class[Meeting]) == meetings != []
    assert {"Đoàn Khối Mẫu", "nguyen-van-a"} <= repository.texts
    assert "" not in repository.texts


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
    of_unit = [scheduled.key for scheduled in repository.meetings_by_unit["doan-so-a"]]
    assert [key.meeting for key in of_unit if key.month.number == 6] == [
        "b4",
        "b2",
        "b3",
        "b1",
    ]


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
    of_month = repository.assigned_by_month[JUNE]
    assert [(assigned.key.own, assigned.item.person, assigned.meeting is None) for assigned in of_month] == [
        ("doan-so-a/b1", "tran-thi-b", False),
        ("doan-so-b/b1", "tran-thi-b", True),
        ("doan-so-a/b1", "le-van-c", False),
    ]
    of_meeting = repository.assigned_by_meeting[key("b1")]
    assert [assigned.item.person for assigned in of_meeting] == ["tran-thi-b", "le-van-c"]
