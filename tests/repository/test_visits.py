"""Which meeting a visit report is on, and whose visits they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.keys import (
    BranchKey,
    MeetingKey,
)
from ktgs.records.report import VisitReport
from ktgs.repository.meetings import report_that_counts, visits_that_count
from tests.opened import repository_of
from tests.repository.writing import (
    BROKEN,
    PLAN,
    schedule,
    visit_report,
)


def key(meeting: str, unit: str = "doan-so-a", month: int = 6) -> MeetingKey:
    return MeetingKey("46-kh-dtn", Month(2020, month), unit, meeting)


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
    assert tuple(visit.report for visit in repository.visits_by_meeting.get(key(meeting or ""), ())) == own
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
    of_person = repository.visits_by_person["tran-thi-b"]
    assert [visit.report.id for visit in of_person] == ["2020-04-09-doan-so-b-chi-doan-1", "b"]
    assert [visit.report.id for visit in repository.visits_by_person["le-van-c"]][-3:] == ["a", "b", "c"]


def test_of_several_reports_on_one_meeting_the_first_sent_counts(tmp_path: Path) -> None:
    named, elsewhere = "buổi: 46-kh-dtn/2020-06/doan-so-a/b1", ("đơn vị: doan-so-y", "ngày: 02/06/2020")
    files = {
        **MEETINGS,
        **visit_report("2020-06-10-a", named, "ngày gửi: 15/06/2020"),
        **visit_report("2020-06-10-b", named, "ngày gửi: 14/06/2020", attendees="le-van-c"),
        **visit_report("2020-06-10-c", named),
        **visit_report("2020-06-02-d", *elsewhere, "ngày gửi: 09/06/2020"),
        **visit_report("2020-06-02-e", *elsewhere, "ngày gửi: 09/06/2020"),
    }
    repository = repository_of(tmp_path, files)
    june = [visit for visit in repository.visits if visit.month.number == 6]
    assert len(june) == 5
    assert [visit.report.id for visit in visits_that_count(june)] == ["2020-06-02-d", "2020-06-10-b"]
    reports = repository.visit_reports_by_meeting[key("b1")]
    counting = {person: report_that_counts(reports, person).id for person in ("nguyen-van-a", "le-van-c", None)}
    assert counting == {"nguyen-van-a": "2020-06-10-a", "le-van-c": "2020-06-10-b", None: "2020-06-10-b"}
