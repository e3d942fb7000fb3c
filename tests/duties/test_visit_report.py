"""Reports of those who attended meetings: one test a state, through files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.obligations.obligation import State
from tests.duties.asking import (
    BROKEN,
    PLAN,
    REPORTS,
    ask,
    assert_every_state_tested,
    closed,
    counted,
    evidence,
    unclear,
    waiver,
)
from tests.repo import facts, lay

DUTY = "bao-cao-du-sinh-hoat"
B1 = f"{DUTY}/2020-05/doan-so-a/b1/tran-thi-b"
FILE = f"{REPORTS}/du-sinh-hoat/2020-05-06-doan-so-a-chi-doan-1.md"
NEVER: dict[State, str] = {}
Files = dict[str, str | bytes | None]


def report(sent_on: str, more: str = "", attendees: str = "tran-thi-b") -> Files:
    """Return a report on meeting b1 of doan-so-a, which is on 06/05/2020."""
    people = "".join(f"\n  - {person}" for person in attendees.split())
    more = f"{more}\n" if more else ""
    return {
        FILE: f"---\nloại: dự sinh hoạt\nbuổi: 46-kh-dtn/2020-05/doan-so-a/b1\nngười lập: tran-thi-b\n"
        f"ngày gửi: {sent_on}\n{more}người dự:{people}\nsố có mặt: 19\ntổng số đoàn viên: 22\n"
        "thành phần: Đoàn viên\nnội dung: Sinh hoạt tháng 5\n---\n"
    }


def assigned(more: str = "", person: str = "tran-thi-b") -> Files:
    """Return the assignment for May with one person at b1 and what is known of the attendance."""
    more = f"    {more}\n" if more else ""
    return {
        f"{PLAN}/assignments/2020-05.yml": "tháng: 05/2020\nngày ban hành: 05/05/2020\nphân công:\n"
        f"  - buổi: doan-so-a/b1\n    cán bộ: {person}\n{more}"
    }


def meeting(more: str) -> Files:
    """Return the schedule for May with b1 and what became of it."""
    return {
        f"{PLAN}/schedules/2020-05/doan-so-a.yml": "đơn vị: doan-so-a\ntháng: 05/2020\nngày nhận: 17/04/2020\nbuổi:\n"
        "  - mã: b1\n    ngày: 06/05/2020\n    giờ: 7:30\n    địa điểm: Phòng họp\n"
        f"    chi đoàn: chi-doan-1\n    {more}\n"
        "  - mã: b2\n    ngày: 14/05/2020\n    giờ: 15:00\n    địa điểm: Hội trường\n    chi đoàn: chi-doan-2\n"
    }


def test_states() -> None:
    assert_every_state_tested(globals(), NEVER)


def test_on_time(tmp_path: Path) -> None:
    found = ask(tmp_path, B1, "2020-05-15", report("15/05/2020"))
    assert (found.state, str(found.due_on), found.progress) == (State.on_time, "2020-05-15", "")
    assert evidence(found) == f"{FILE}:5 2020-05-15"
    assert counted(found) == ("2020-05-06", 7, ["2020-05-09 Thứ Bảy", "2020-05-10 Chủ nhật"])
    assert (found.who.kind.name, found.who.id, found.about_unit, found.clause) == (
        "person",
        "tran-thi-b",
        "doan-so-a",
        "II.3",
    )


def test_late(tmp_path: Path) -> None:
    found = ask(tmp_path, f"{DUTY}/2020-04/doan-so-b/b1/tran-thi-b", "2020-04-22")
    assert (found.state, found.days) == (State.late, 2)
    assert evidence(found) == f"{REPORTS}/du-sinh-hoat/2020-04-09-doan-so-b-chi-doan-1.md:5 2020-04-22"


def test_unknown(tmp_path: Path) -> None:
    found = ask(tmp_path, B1, "2020-06-01", {FILE: "---\nloại: [\n---\n"})
    assert (found.state, found.reason) == (State.unknown, f"Chưa rõ: tệp {FILE} có lỗi (chưa báo cáo)")
    assert evidence(found) == f"{FILE} None"


@pytest.mark.parametrize(
    ("files", "cause"),
    [
        (report("chưa rõ"), "chưa rõ ngày gửi"),
        (meeting("trạng thái: hoãn"), "buổi bị hoãn, chưa có ngày mới"),
        (
            {f"{PLAN}/schedules/2020-05/doan-so-a.yml": BROKEN},
            f"tệp {PLAN}/schedules/2020-05/doan-so-a.yml có lỗi",
        ),
    ],
)
def test_unknown_for_other_causes(tmp_path: Path, files: Files, cause: str) -> None:
    found = ask(tmp_path, B1, "2020-06-01", files)
    assert (found.state, found.reason.partition(" (")[0]) == (State.unknown, unclear(cause))


def test_a_broken_report_on_another_branch_changes_nothing(tmp_path: Path) -> None:
    file = f"{REPORTS}/du-sinh-hoat/2020-05-07-doan-so-a-chi-doan-2.md"
    assert ask(tmp_path, B1, "2020-06-01", {file: BROKEN}).state is State.overdue


def test_waived(tmp_path: Path) -> None:
    assert ask(tmp_path, B1, "2020-06-01", waiver("báo cáo dự sinh hoạt", "05/2020")).state is State.waived


def test_missed(tmp_path: Path) -> None:
    assert ask(tmp_path, B1, "2020-06-20", closed("21/06/2020")).state is not State.missed
    found = ask(tmp_path, B1, "2020-06-21")
    assert (found.state, found.lapses_on) == (State.missed, None)
    assert found.reason.startswith("Không thực hiện: có thể làm đến hết ngày 20/06/2020")


def test_overdue(tmp_path: Path) -> None:
    found = ask(tmp_path, B1, "2020-05-16")
    assert (found.state, found.reason) == (State.overdue, "Chưa hoàn thành, quá hạn 1 ngày (chưa báo cáo)")
    assert evidence(found) is None
    assert str(found.place) == f"{PLAN}/assignments/2020-05.yml:5:11"


def test_due_soon(tmp_path: Path) -> None:
    found = ask(tmp_path, B1, "2020-05-15")
    assert found.reason == "Chưa hoàn thành, hôm nay là hạn (chưa báo cáo)"
    assert ask(tmp_path, B1, "2020-05-08").state is State.due_soon


def test_upcoming(tmp_path: Path) -> None:
    found = ask(tmp_path, B1, "2020-05-06")
    assert (found.state, found.progress) == (State.upcoming, "đã phân công")


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (assigned("vắng: có lý do"), "vắng có lý do"),
        (assigned("vắng: không lý do"), "vắng không lý do"),
        (assigned("dự thay: le-van-c"), "có người dự thay"),
        (meeting("trạng thái: hủy"), "buổi bị hủy"),
        (meeting("đã diễn ra: không"), "buổi bị hủy"),
    ],
)
def test_not_applicable(tmp_path: Path, files: Files, why: str) -> None:
    found = ask(tmp_path, B1, "2020-06-01", files)
    assert (found.state, found.reason) == (State.not_applicable, f"Không phát sinh nghĩa vụ: {why}")


def test_the_replacement_owes(tmp_path: Path) -> None:
    files = assigned("dự thay: le-van-c") | report("14/05/2020", attendees="le-van-c")
    found = ask(tmp_path, f"{DUTY}/2020-05/doan-so-a/b1/le-van-c", "2020-05-14", files)
    assert (found.state, evidence(found)) == (State.on_time, f"{FILE}:5 2020-05-14")


def test_the_replacement_owes_only_once_it_is_reported(tmp_path: Path) -> None:
    files = assigned("dự thay: le-van-c\n    ngày báo: 07/05/2020")
    assert ask(tmp_path, B1, "2020-05-06", files).state is State.upcoming
    assert ask(tmp_path, B1, "2020-05-07").state is State.not_applicable
    assert ask(tmp_path, f"{DUTY}/2020-05/doan-so-a/b1/le-van-c", "2020-05-07").progress == "dự thay Trần Thị B"


def test_the_report_says_when_the_meeting_was_held(tmp_path: Path) -> None:
    found = ask(tmp_path, B1, "2020-05-18", report("18/05/2020", "ngày tiến hành: 08/05/2020"))
    assert (found.state, str(found.due_on)) == (State.on_time, "2020-05-19")


def test_a_report_that_names_the_meeting_by_unit_branch_and_day_counts(tmp_path: Path) -> None:
    [(file, text)] = report("15/05/2020").items()
    assert isinstance(text, str)
    named = "đơn vị: doan-so-a\nchi đoàn: chi-doan-1\nngày: 06/05/2020\ngiờ: 7:30"
    files: Files = {file: text.replace("buổi: 46-kh-dtn/2020-05/doan-so-a/b1", named)}
    assert ask(tmp_path, B1, "2020-05-15", files).state is State.on_time


def test_a_draft_is_no_report(tmp_path: Path) -> None:
    [(file, text)] = report("15/05/2020").items()
    assert isinstance(text, str)
    files: Files = {file: text.replace("ngày gửi: 15/05/2020\n", "")}
    found = ask(tmp_path, B1, "2020-05-16", files)
    assert (found.state, found.progress) == (State.overdue, "đã dự")


def test_seven_working_days_leave_out_the_holidays(tmp_path: Path) -> None:
    move = "dời:\n      - sang ngày: 28/04/2020"
    found = ask(tmp_path, B1, "2020-05-12", meeting(move))
    assert str(found.due_on) == "2020-05-11"
    assert counted(found)[2] == [
        "2020-04-30 Ngày Chiến thắng",
        "2020-05-01 Ngày Quốc tế Lao động",
        "2020-05-02 Thứ Bảy",
        "2020-05-03 Chủ nhật",
        "2020-05-09 Thứ Bảy",
        "2020-05-10 Chủ nhật",
    ]


def test_the_public_sees_only_reports_that_are_in(tmp_path: Path) -> None:
    shown = publish(facts(lay(tmp_path, assigned("vắng: có lý do")), "2020-06-01"))
    assert [item.id.split("/", 2)[2] for item in shown.by_duty["46-kh-dtn", DUTY]] == [
        "2020-04/doan-so-a/b1/nguyen-van-a",
        "2020-04/doan-so-b/b1/tran-thi-b",
    ]


def test_a_replacement_for_two_owes_one_report(tmp_path: Path) -> None:
    [(file, text)] = assigned("dự thay: le-van-c").items()
    assert isinstance(text, str)
    files: Files = {file: f"{text}  - buổi: doan-so-a/b1\n    cán bộ: nguyen-van-a\n    dự thay: le-van-c\n"}
    found = facts(lay(tmp_path, files), "2020-05-20").by_duty["46-kh-dtn", DUTY]
    assert [(item.who.id, item.state.name) for item in found if str(item.period) == "2020-05"] == [
        ("le-van-c", "overdue"),
        ("nguyen-van-a", "not_applicable"),
        ("tran-thi-b", "not_applicable"),
    ]


def test_an_absence_or_a_replacement_changes_nothing_that_the_public_sees(tmp_path: Path) -> None:
    def shown(name: str, more: str) -> list[tuple[object, ...]]:
        found = publish(facts(lay(tmp_path / name, assigned(more)), "2020-06-20")).obligations
        return [(item.id, item.state, item.reason, item.done_on, item.flags) for item in found]

    kinds = {"absent": "vắng: có lý do", "replaced": "dự thay: le-van-c", "unexcused": "vắng: không lý do", "none": ""}
    seen = [shown(name, more) for name, more in kinds.items()]
    assert all(other == seen[0] for other in seen)
