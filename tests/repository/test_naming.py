"""What everything is called: under its name of the day, and by its id where it is not known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.keys import ActivityKey, BranchKey, EngagementKey, MeetingKey, PeriodKey, TeamKey, TopicKey
from ktgs.records.person import Position
from ktgs.repository.naming import (
    body,
    branch_name,
    engagement_name,
    meeting_name,
    period_name,
    person_name,
    place_name,
    position_words,
    positions_on,
    report_name,
    team_name,
    topic_name,
    unit_name,
)
from tests.opened import repository_of, sample
from tests.repository.writing import BROKEN, PLAN, made, schedule, team, unit, visit_report

BEFORE, AFTER = date(2020, 5, 31), date(2020, 6, 1)


def test_a_unit_is_called_as_on_the_day_else_as_now() -> None:
    repository = sample()
    assert unit_name(repository, "doan-truong-c", BEFORE) == "Đoàn cơ sở Trường Trung cấp C"
    assert unit_name(repository, "doan-truong-c", AFTER) == "Đoàn cơ sở Trường C"
    assert unit_name(repository, "doan-truong-c") == "Đoàn cơ sở Trường C"
    assert unit_name(repository, "nobody", BEFORE) == "nobody"


def test_of_several_former_names_that_of_the_day(tmp_path: Path) -> None:
    names = "tên cũ: [{tên: Mới hơn, đến: 31/05/2020}, {tên: Đầu, đến: 31/12/2019}]"
    repository = repository_of(tmp_path, unit("doan-so-z", names))
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 5, 31), date(2020, 6, 1))
    assert [unit_name(repository, "doan-so-z", day) for day in days] == [
        "Đầu",
        "Mới hơn",
        "Mới hơn",
        "Đơn vị doan-so-z",
    ]


def test_people_sub_units_teams_and_topics_else_their_ids() -> None:
    repository = sample()
    assert person_name(repository, "tran-thi-b") == "Trần Thị B"
    assert person_name(repository, "nobody") == "nobody"
    assert branch_name(repository, BranchKey("doan-so-a", "chi-doan-2")) == "Chi đoàn 2"
    assert branch_name(repository, BranchKey("doan-so-a", "x")) == "x"
    assert branch_name(repository, BranchKey("nobody", "x")) == "x"
    assert team_name(repository, TeamKey("46-kh-dtn", "dot-1-doan-1")) == "Đoàn kiểm tra số 1, đợt 1"
    assert team_name(repository, TeamKey("46-kh-dtn", "x")) == "x"
    topic = "Triển khai và kết quả thực hiện Tháng Thanh niên năm 2020"
    assert topic_name(repository, TopicKey("46-kh-dtn", "thang-thanh-nien")) == topic
    assert topic_name(repository, TopicKey("46-kh-dtn", "x")) == "x"
    assert topic_name(repository, TopicKey("y", "x")) == "x"


def test_a_place_is_the_unit_with_its_sub_unit_before_it() -> None:
    repository = sample()
    assert place_name(repository, "doan-truong-c", None, BEFORE) == "Đoàn cơ sở Trường Trung cấp C"
    branch = BranchKey("doan-truong-c", "chi-doan-1")
    assert place_name(repository, "doan-truong-c", branch, BEFORE) == "Chi đoàn 1, Đoàn cơ sở Trường Trung cấp C"
    assert place_name(repository, "doan-truong-c", branch) == "Chi đoàn 1, Đoàn cơ sở Trường C"


def test_meetings_and_engagements_are_called_as_on_their_day(tmp_path: Path) -> None:
    meeting = "mã: b1, ngày: 30/05/2020, giờ: 8:00, chi đoàn: chi-doan-1"
    files = {
        **schedule(
            "doan-truong-c", "2020-05", meeting, f"{meeting}, dời: [{{sang ngày: 01/06/2020}}]".replace("b1", "b2")
        ),
        **team(
            "dot-2-doan-1",
            "dot-2",
            "mã: c1, đơn vị: doan-truong-c, ngày: 31/05/2020",
            "mã: c2, đơn vị: doan-truong-c, ngày: 31/05/2020, ngày tiến hành: 01/06/2020",
            "mã: c3, đơn vị: doan-truong-c",
        ),
    }
    repository = repository_of(tmp_path, files)
    meetings = [repository.meetings[MeetingKey("46-kh-dtn", Month(2020, 5), "doan-truong-c", f"b{n}")] for n in (1, 2)]
    assert [meeting_name(repository, scheduled) for scheduled in meetings] == [
        "Chi đoàn 1, Đoàn cơ sở Trường Trung cấp C",
        "Chi đoàn 1, Đoàn cơ sở Trường C",
    ]
    engagements = [repository.engagements[EngagementKey("46-kh-dtn", "dot-2-doan-1", f"c{n}")] for n in (1, 2, 3)]
    assert [engagement_name(repository, engagement) for engagement in engagements] == [
        "Kiểm tra đợt 2, Đoàn cơ sở Trường Trung cấp C",
        "Kiểm tra đợt 2, Đoàn cơ sở Trường C",
        "Kiểm tra đợt 2, Đoàn cơ sở Trường C",
    ]


def test_reports_are_called_by_what_they_are_about(tmp_path: Path) -> None:
    files = {
        **visit_report("2020-05-06-khong-ro", "buổi: 46-kh-dtn/2020-05/doan-so-b/b1"),
        **visit_report("2020-05-07-truong-c", "đơn vị: doan-truong-c", "ngày: 07/05/2020", "chi đoàn: chi-doan-1"),
        f"{PLAN}/schedules/2020-05/doan-so-b.yml": BROKEN,
    }
    repository = repository_of(tmp_path, files)
    assert {report_name(repository, report) for report in repository.reports.values()} == {
        "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở A, 08/04/2020",
        "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở B, 09/04/2020",
        "Báo cáo dự sinh hoạt: Chi đoàn 2, Đoàn cơ sở Sở A, 14/05/2020",
        "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Trường Trung cấp C, 07/05/2020",
        "Báo cáo dự sinh hoạt: 2020-05-06-khong-ro",
        "Báo cáo kết quả: Đoàn kiểm tra số 1, đợt 1",
        "Báo cáo nhanh tháng 04/2020",
        "Báo cáo tổng hợp tháng 04/2020",
        "Giám sát thường xuyên: Triển khai và kết quả thực hiện Tháng Thanh niên năm 2020, 26/03/2020",
    }


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (Month(2020, 5), "tháng 05/2020"),
        (ActivityKey("46-kh-dtn", "dot-1"), "Kiểm tra đợt 1"),
        (ActivityKey("46-kh-dtn", "x"), "46-KH/ĐTN"),
        (None, "46-KH/ĐTN"),
    ],
)
def test_periods(period: PeriodKey, name: str) -> None:
    assert period_name(sample().plans["46-kh-dtn"], period) == name


def seat(body_id: str, title: str) -> Position:
    return made(Position, f"cơ quan: {body_id}", f"chức danh: {title}")


def test_a_seat_is_told_with_its_body_unless_the_title_names_it() -> None:
    repository = sample()
    assert position_words(repository, seat("btv", "Ủy viên")) == "Ủy viên BTV"
    assert position_words(repository, seat("van-phong", "Cán bộ văn phòng")) == "Cán bộ văn phòng"
    assert position_words(repository, seat("van-phong", "Chánh")) == "Chánh Văn phòng"  # a body without abbreviation
    assert position_words(repository, seat("xyz", "Ủy viên")) == "Ủy viên xyz"
    for title in ("Bí thư", "phó bí thư", "Phó Bí thư Thường trực"):  # the organization's, not the committee's
        assert position_words(repository, seat("btv", title)) == f"{title} Đoàn Khối"
    assert (body(repository, "xyz"), getattr(body(repository, "btv"), "name", "")) == (None, "Ban Thường vụ")


def test_the_seats_of_a_day() -> None:
    repository = sample()
    held = repository.people["vo-thi-g"]
    assert positions_on(repository, held, date(2017, 10, 1)) == ("Ủy viên UBKT", "Cán bộ văn phòng")
    assert positions_on(repository, held, date(2017, 9, 30)) == ()
