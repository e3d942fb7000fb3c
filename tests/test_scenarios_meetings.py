"""The scenarios of the specification about schedules, meetings, visits, mergers and recommendations."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.obligations.obligation import Flag, Obligation, State
from ktgs.records.keys import FindingKey
from ktgs.repository.attendance import Attendance, attendance
from ktgs.repository.findings import (
    PetitionState,
    RecommendationState,
    age_days,
    petition_state,
    recommendation_progress,
    turn,
)
from tests.duties.asking import PLAN, REPORTS
from tests.duties.test_recommendation import KN1, events
from tests.duties.test_visit_report import FILE as VISIT_FILE
from tests.duties.test_visit_report import Files, assigned, meeting, report
from tests.repo import by_id, facts, lay, only

SCHEDULE, VISIT, FLASH = "gui-lich-sinh-hoat", "bao-cao-du-sinh-hoat", "bao-cao-nhanh"
FILE_C = f"{PLAN}/schedules/2020-04/doan-truong-c.yml"
APRIL_C = f"{SCHEDULE}/2020-04/doan-truong-c"


def at(root: Path, obligation: str, day: str) -> Obligation:
    """Return an obligation of plan 46 as of an ISO day."""
    return by_id(facts(root, day))[f"46-kh-dtn/{obligation}"]


def state(root: Path, obligation: str, day: str) -> tuple[State, int]:
    """Return the state and the days late, overdue or left."""
    found = at(root, obligation, day)
    return found.state, found.days


def april(received: str, more: str = "") -> Files:
    """Return the schedule of doan-truong-c for April, its only branch meeting."""
    meeting = "  - mã: b1\n    ngày: 07/04/2020\n    giờ: 8:00\n    địa điểm: Hội trường\n    chi đoàn: chi-doan-1\n"
    return {FILE_C: f"đơn vị: doan-truong-c\ntháng: 04/2020\nngày nhận: {received}\n{more}buổi:\n{meeting}"}


class TestScenario2:
    """A schedule received in time, late, not at all; a due day that is a Sunday."""

    def test_received_late(self, tmp_path: Path) -> None:
        lay(tmp_path, april("20/03/2020"))
        assert state(tmp_path, APRIL_C, "2020-03-20") == (State.late, 1)

    def test_received_on_the_last_day(self, tmp_path: Path) -> None:
        lay(tmp_path, april("19/03/2020"))
        assert state(tmp_path, APRIL_C, "2020-03-19") == (State.on_time, 0)

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2020-03-11", State.upcoming),
            ("2020-03-12", State.due_soon),
            ("2020-03-19", State.due_soon),
            ("2020-03-20", State.overdue),
            ("2020-04-30", State.overdue),
            ("2020-05-01", State.missed),
        ],
    )
    def test_not_received(self, tmp_path: Path, day: str, expected: State) -> None:
        lay(tmp_path, {})
        assert at(tmp_path, APRIL_C, day).state is expected

    def test_received_later_than_asked(self, tmp_path: Path) -> None:
        lay(tmp_path, april("23/03/2020"))
        assert state(tmp_path, APRIL_C, "2020-03-20") == (State.overdue, 1)
        assert state(tmp_path, APRIL_C, "2020-03-23") == (State.late, 4)

    def test_due_on_a_sunday(self, tmp_path: Path) -> None:
        found = at(lay(tmp_path, {}), f"{SCHEDULE}/2020-05/doan-so-b", "2020-04-20")
        assert (str(found.due_on), str(found.safe_on), found.state) == ("2020-04-19", "2020-04-17", State.late)


class TestScenario3:
    """An amendment changes nothing, unless the first sending was not complete."""

    def test_amended(self, tmp_path: Path) -> None:
        lay(tmp_path, april("17/03/2020", "bổ sung:\n  - ngày nhận: 24/03/2020\n"))
        assert state(tmp_path, APRIL_C, "2020-04-01") == (State.on_time, 0)

    def test_incomplete_at_first(self, tmp_path: Path) -> None:
        lay(tmp_path, april("17/03/2020", "chưa đủ: có\nbổ sung:\n  - ngày nhận: 24/03/2020\n    đủ: có\n"))
        assert state(tmp_path, APRIL_C, "2020-04-01") == (State.late, 5)
        assert state(tmp_path, APRIL_C, "2020-03-20") == (State.overdue, 1)


class TestScenario4:
    """Which branches meet is never lateness."""

    def test_one_branch_meets_the_other_does_not(self, tmp_path: Path) -> None:
        files: Files = {
            f"{PLAN}/schedules/2020-04/doan-so-b.yml": "đơn vị: doan-so-b\ntháng: 04/2020\nngày nhận: 18/03/2020\n"
            "buổi:\n  - mã: b1\n    ngày: 09/04/2020\n    giờ: 8:00\n    địa điểm: Hội trường\n"
            "    chi đoàn: chi-doan-1\nkhông sinh hoạt:\n  - chi đoàn: chi-doan-2\n"
        }
        assert at(lay(tmp_path, files), f"{SCHEDULE}/2020-04/doan-so-b", "2020-04-01").state is State.on_time

    def test_no_meeting_at_all(self, tmp_path: Path) -> None:
        lay(tmp_path, {FILE_C: "đơn vị: doan-truong-c\ntháng: 04/2020\nngày nhận: 18/03/2020\n"})
        assert at(tmp_path, APRIL_C, "2020-04-01").state is State.on_time

    def test_a_branch_in_neither_list(self, tmp_path: Path) -> None:
        file = f"{PLAN}/schedules/2020-04/doan-so-b.yml"
        text = (lay(tmp_path, {}) / file).read_text(encoding="utf-8").partition("không sinh hoạt")[0]
        whole = facts(lay(tmp_path, {file: text.replace("20/03/2020", "18/03/2020")}), "2020-04-01")
        found = [item for item in whole.diagnostics if item.place.file == file]
        assert [item.severity.name for item in found] == ["warning"]
        assert by_id(whole)[f"46-kh-dtn/{SCHEDULE}/2020-04/doan-so-b"].state is State.on_time


APRIL_REPORT = f"{VISIT}/2020-04/doan-so-a/b1/nguyen-van-a"


class TestScenario5:
    """A meeting moved twice, then cancelled."""

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        file = f"{PLAN}/schedules/2020-04/doan-so-a.yml"
        text = (lay(tmp_path, {}) / file).read_text(encoding="utf-8")
        moves = (
            "dời:\n      - sang ngày: 15/04/2020\n        ngày báo: 07/04/2020\n"
            "      - sang ngày: 22/04/2020\n        ngày báo: 14/04/2020\n    trạng thái: hủy\n    ngày báo: 21/04/2020"
        )
        text = text.replace("chi đoàn: chi-doan-1", f"chi đoàn: chi-doan-1\n    {moves}")
        report_file = f"{REPORTS}/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md"
        follow_up = f"{REPORTS}/follow-ups/2020-04-08-doan-so-a-chi-doan-1-dx1.yml"
        return lay(tmp_path, {file: text, report_file: None, follow_up: None})

    def test_the_report_is_due_after_the_last_announced_day(self, root: Path) -> None:
        found = at(root, APRIL_REPORT, "2020-04-20")
        assert (str(found.due_on), found.state) == ("2020-05-05", State.upcoming)
        whole = facts(root, "2020-04-20")
        reports = [item for item in whole.by_duty["46-kh-dtn", VISIT] if item.about_unit == "doan-so-a"]
        assert [item.state for item in reports] == [State.upcoming]

    def test_each_move_holds_from_the_day_it_was_reported(self, root: Path) -> None:
        assert str(at(root, APRIL_REPORT, "2020-04-06").due_on) == "2020-04-17"
        assert str(at(root, APRIL_REPORT, "2020-04-13").due_on) == "2020-04-24"

    def test_cancelled(self, root: Path) -> None:
        whole = facts(root, "2020-04-21")
        assert by_id(whole)[f"46-kh-dtn/{APRIL_REPORT}"].state is State.not_applicable
        [item] = [item for item in whole.repository.assigned if item.key.unit == "doan-so-a"]
        assert attendance(whole.repository, item) is Attendance.cancelled


B1_B = f"{VISIT}/2020-05/doan-so-a/b1/tran-thi-b"
B1_C = f"{VISIT}/2020-05/doan-so-a/b1/le-van-c"
MAY_FLASH = f"{FLASH}/2020-05/van-phong"


class TestScenario6:
    """One assignment: replaced, excused, not reported, attended."""

    def test_replaced(self, tmp_path: Path) -> None:
        lay(tmp_path, assigned("dự thay: le-van-c") | report("14/05/2020", attendees="le-van-c"))
        assert str(at(tmp_path, B1_C, "2020-05-14").due_on) == "2020-05-15"
        assert at(tmp_path, B1_C, "2020-05-14").state is State.on_time
        assert at(tmp_path, B1_B, "2020-05-14").state is State.not_applicable

    def test_excused(self, tmp_path: Path) -> None:
        lay(tmp_path, assigned("vắng: có lý do"))
        assert at(tmp_path, B1_B, "2020-05-20").state is State.not_applicable
        assert str(at(tmp_path, MAY_FLASH, "2020-05-20").due_on) == "2020-06-12"
        assert at(tmp_path, MAY_FLASH, "2020-06-13").state is State.overdue

    def test_nothing_recorded(self, tmp_path: Path) -> None:
        lay(tmp_path, assigned())
        found = at(tmp_path, B1_B, "2020-05-16")
        assert (found.state, found.progress) == (State.overdue, "chưa báo cáo")
        assert at(tmp_path, MAY_FLASH, "2020-05-16").state is State.unknown

    def test_all_attended(self, tmp_path: Path) -> None:
        lay(tmp_path, assigned() | report("14/05/2020"))
        assert at(tmp_path, MAY_FLASH, "2020-05-16").state is State.not_applicable

    @pytest.mark.parametrize(
        ("files", "day", "expected"),
        [
            (assigned(), "2020-05-06", Attendance.assigned),
            (assigned(), "2020-05-07", Attendance.not_reported),
            (assigned("đã dự: có"), "2020-05-07", Attendance.attended),
            (assigned() | report("14/05/2020"), "2020-05-14", Attendance.attended),
            (assigned("dự thay: le-van-c"), "2020-05-07", Attendance.replaced),
            (assigned("vắng: có lý do"), "2020-05-07", Attendance.excused),
            (assigned("vắng: không lý do"), "2020-05-07", Attendance.unexcused),
            (assigned() | meeting("trạng thái: hoãn"), "2020-05-07", Attendance.postponed),
            (assigned() | meeting("trạng thái: hủy"), "2020-05-07", Attendance.cancelled),
            (assigned() | meeting("dời:\n      - sang ngày: 20/05/2020"), "2020-05-20", Attendance.moved),
            (assigned() | meeting("dời:\n      - sang ngày: 20/05/2020"), "2020-05-21", Attendance.not_reported),
        ],
    )
    def test_every_state_of_attendance(self, tmp_path: Path, files: Files, day: str, expected: Attendance) -> None:
        repository = facts(lay(tmp_path, files), day).repository
        [item] = [item for item in repository.assigned if str(item.key.month) == "2020-05"]
        assert attendance(repository, item) is expected


class TestScenario7:
    """A unit inspected in the morning, its branch visited by two in the afternoon, one report."""

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        return lay(
            tmp_path,
            {
                f"{PLAN}/assignments/2020-05.yml": "tháng: 05/2020\nsố ký hiệu: 16-PC/ĐTN\nngày ban hành: 05/05/2020\n"
                "phân công:\n  - buổi: doan-so-a/b2\n    cán bộ: le-van-c\n"
                "  - buổi: doan-so-a/b2\n    cán bộ: tran-thi-b\n",
                f"{REPORTS}/du-sinh-hoat/2020-05-14-doan-so-a-chi-doan-2.md": self.visit("b2", "le-van-c, tran-thi-b"),
            },
        )

    def visit(self, meeting_id: str, attendees: str, present: int = 16) -> str:
        """Return a report on a meeting of doan-so-a in May."""
        return (
            f"---\nloại: dự sinh hoạt\nbuổi: 46-kh-dtn/2020-05/doan-so-a/{meeting_id}\nngười lập: le-van-c\n"
            f"ngày gửi: 22/05/2020\nngười dự: [{attendees}]\nsố có mặt: {present}\ntổng số đoàn viên: 18\n"
            "thành phần: Đoàn viên\nnội dung: Sinh hoạt\n---\n"
        )

    def test_two_obligations_on_time(self, root: Path) -> None:
        found = facts(root, "2020-05-22").by_duty["46-kh-dtn", VISIT]
        owed = [item for item in found if item.period == Month(2020, 5)]
        assert [(item.who.id, item.state, str(item.due_on)) for item in owed] == [
            ("le-van-c", State.on_time, "2020-05-25"),
            ("tran-thi-b", State.on_time, "2020-05-25"),
        ]

    def test_what_is_counted(self, root: Path) -> None:
        repository = facts(root, "2020-05-22").repository
        visits = [visit for visit in repository.visits if visit.on.isoformat() == "2020-05-14"]
        engagements = [engaged.engagement for engaged in repository.engagements.values()]
        sessions = [engagement for engagement in engagements if str(engagement.held_on) == "2020-05-14"]
        assert len(sessions) == 1
        assert len({visit.occasion for visit in visits}) == 1
        assert sum(len(visit.report.attendees) for visit in visits) == 2
        assert {visit.unit for visit in visits} | {session.unit for session in sessions} == {"doan-so-a"}

    def test_a_report_without_assignment(self, root: Path) -> None:
        before = facts(root, "2020-05-22")
        after = facts(lay(root, {VISIT_FILE: self.visit("b1", "nguyen-van-a")}), "2020-05-22")
        assert {item.id for item in after.obligations} == {item.id for item in before.obligations}
        assert len(after.repository.visits) == len(before.repository.visits) + 1

    def test_two_reports_that_count_differently(self, root: Path) -> None:
        second = f"{REPORTS}/du-sinh-hoat/2020-05-14-doan-so-a-chi-doan-2-2.md"
        found = facts(lay(root, {second: self.visit("b2", "tran-thi-b", 15)}), "2020-05-22")
        assert "warning" in {item.severity.name for item in found.diagnostics if item.place.file == second}
        assert len({visit.occasion for visit in found.repository.visits if visit.on.isoformat() == "2020-05-14"}) == 1


class TestScenario11:
    """A unit merged into another on 30/06/2020."""

    def test_schedules(self, tmp_path: Path) -> None:
        whole = facts(lay(tmp_path, {}), "2020-07-15")
        july_x, july_y = (by_id(whole)[f"46-kh-dtn/{SCHEDULE}/2020-07/doan-so-{unit}"] for unit in "xy")
        assert (july_x.state, july_y.state) == (State.not_applicable, State.overdue)
        assert {str(july_x.due_on), str(july_y.due_on)} == {"2020-06-19"}
        june_x = by_id(whole)[f"46-kh-dtn/{SCHEDULE}/2020-06/doan-so-x"]
        assert (june_x.state, june_x.who.id, june_x.flags) == (State.missed, "doan-so-x", (Flag.unit_closed,))
        assert at(tmp_path, f"{SCHEDULE}/2020-06/doan-so-x", "2020-06-30").state is State.overdue
        assert f"46-kh-dtn/{SCHEDULE}/2020-08/doan-so-x" not in by_id(whole)
        assert not any("doan-so-x" in item.id for item in whole.by_unit["doan-so-y"])

    def test_an_open_recommendation_goes_to_the_successor(self, tmp_path: Path) -> None:
        self.recommend(tmp_path)
        before, after = at(tmp_path, KN1, "2020-06-30"), at(tmp_path, KN1, "2020-07-01")
        assert (before.who.id, after.who.id, after.about_unit) == ("doan-so-x", "doan-so-y", "doan-so-y")
        assert (before.id, before.due_on, after.flags) == (after.id, after.due_on, ())

    def test_one_done_before_stays(self, tmp_path: Path) -> None:
        self.recommend(tmp_path, events("30/06/2020 đã khắc phục"))
        assert at(tmp_path, KN1, "2020-07-15").who.id == "doan-so-x"

    def test_one_undone_after_goes_over(self, tmp_path: Path) -> None:
        self.recommend(tmp_path, events("30/06/2020 đã khắc phục", "10/07/2020 phúc tra chưa đạt"))
        assert at(tmp_path, KN1, "2020-07-09").who.id == "doan-so-x"
        assert at(tmp_path, KN1, "2020-07-10").who.id == "doan-so-y"

    def recommend(self, root: Path, follow_up: Files | None = None) -> None:
        """Turn the sample's recommendation into one for doan-so-x."""
        file = f"{REPORTS}/ket-qua/2020-06-02-dot-1-doan-1.md"
        text = (lay(root, {}) / file).read_text(encoding="utf-8").replace("đơn vị: doan-so-b", "đơn vị: doan-so-x")
        lay(root, {file: text, **(follow_up or events("01/12/2020 đã khắc phục"))})


class TestScenario12:
    """A recommendation remedied, re-checked, failed; a petition forwarded and answered."""

    def progress(self, root: Path, day: str) -> tuple[str, State, int]:
        """Return the recommendation's own state, the obligation's state and its days."""
        whole = facts(root, day)
        recommendation = whole.repository.findings[FindingKey("2020-06-02-dot-1-doan-1", "kn1")]
        judged = by_id(whole)[f"46-kh-dtn/{KN1}"]
        return str(recommendation_progress(recommendation).state(whole.today)), judged.state, judged.days

    def test_remedied_and_passed(self, tmp_path: Path) -> None:
        lay(tmp_path, {})
        assert self.progress(tmp_path, "2020-07-25") == ("chờ phúc tra", State.on_time, 0)
        assert self.progress(tmp_path, "2020-08-05") == ("đã khắc phục", State.on_time, 0)

    def test_failed(self, tmp_path: Path) -> None:
        lay(tmp_path, events("24/07/2020 đã khắc phục", "05/08/2020 phúc tra chưa đạt"))
        assert self.progress(tmp_path, "2020-08-04") == ("chờ phúc tra", State.on_time, 0)
        assert self.progress(tmp_path, "2020-08-05") == ("quá hạn", State.overdue, 5)

    def test_failed_with_a_new_due_day(self, tmp_path: Path) -> None:
        lay(tmp_path, events("24/07/2020 đã khắc phục", "05/08/2020 phúc tra chưa đạt > 31/08/2020"))
        assert self.progress(tmp_path, "2020-08-05") == ("chưa đạt, khắc phục lại", State.upcoming, 26)
        assert self.progress(tmp_path, "2020-09-01") == ("quá hạn", State.overdue, 1)

    def test_remedied_again(self, tmp_path: Path) -> None:
        lay(tmp_path, events("24/07/2020 đã khắc phục", "05/08/2020 phúc tra chưa đạt", "10/08/2020 đã khắc phục"))
        assert self.progress(tmp_path, "2020-08-10") == ("chờ phúc tra", State.late, 10)

    def test_open(self, tmp_path: Path) -> None:
        lay(tmp_path, {f"{REPORTS}/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml": None})
        assert self.progress(tmp_path, "2020-07-01")[0] == RecommendationState.in_progress.value

    @pytest.mark.parametrize(
        ("day", "expected", "age", "whose"),
        [
            ("2020-03-20", PetitionState.recorded, 2, "Văn phòng"),
            ("2020-04-01", PetitionState.forwarded, 14, "Thành đoàn Mẫu"),
            ("2020-04-20", PetitionState.answered, 33, ""),
            ("2020-10-01", PetitionState.answered, 33, ""),
        ],
    )
    def test_petition(self, tmp_path: Path, day: str, expected: PetitionState, age: int, whose: str) -> None:
        name = "2020-03-18-doan-truong-c"
        lay(
            tmp_path,
            {
                f"{REPORTS}/du-sinh-hoat/{name}.md": "---\nloại: dự sinh hoạt\nđơn vị: doan-truong-c\n"
                "ngày: 18/03/2020\ngiờ: 8:00\n"
                "người lập: tran-thi-b\nngày gửi: 19/03/2020\nngười dự: [tran-thi-b]\nsố có mặt: 50\n"
                "tổng số đoàn viên: 55\nthành phần: Đoàn viên\nnội dung: Sinh hoạt\nđề xuất:\n  - mã: dx1\n"
                "    nội dung: Có tài liệu sinh hoạt mẫu\n    gửi: cấp trên\n---\n",
                f"{REPORTS}/follow-ups/{name}-dx1.yml": f"của: {name}#dx1\ndiễn biến:\n  - ngày: 25/03/2020\n"
                "    việc: chuyển cấp trên\n  - ngày: 20/04/2020\n    việc: trả lời\n",
            },
        )
        whole = facts(tmp_path, day)
        petition = whole.repository.findings[FindingKey(name, "dx1")]
        assert petition_state(petition) is expected
        assert age_days(whole.repository, petition) == age
        assert turn(whole.repository, petition) == whose
        assert not any("dx1" in item.id for item in whole.obligations)
        assert only(whole, "R101") == []
