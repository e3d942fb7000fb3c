"""R101: what is said to do about a reference that names nothing, in the form that is to be written there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.opened import SAMPLE
from tests.repository.referring import (
    ASSIGNMENT_4,
    FOLLOW_UP,
    MEETINGS,
    MOVE,
    NOTICE,
    OBSERVATION,
    PERSON,
    SCHEDULE_A4,
    TEAM,
    UNIT_A,
    UNITS,
    VISIT_A,
    Change,
    edited,
    fires,
    said,
)


def test_a_finding(tmp_path: Path) -> None:
    change = ("của: 2020-06-02-dot-1-doan-1#kn1", "của: ▸2020-06-02-dot-1-doan-1#kn9")
    message = "của: không có nội dung trong báo cáo nào mang mã “2020-06-02-dot-1-doan-1#kn9”."
    (found,) = fires(tmp_path, FOLLOW_UP, change, message)
    assert found.cure == "“2020-06-02-dot-1-doan-1” hiện có: kn1, kn2, tt1, ud1."


def test_a_deleted_unit_is_not_taken_for_one_with_another_last_letter(tmp_path: Path) -> None:
    problems = [problem for problem in said(tmp_path, {"data/units/doan-so-b.yml": None}) if problem.code.id == "R101"]
    assert {problem.cure for problem in problems if "“doan-so-b”" in problem.message} == {UNITS}


def test_where_there_are_many_none_is_listed(tmp_path: Path) -> None:
    more = "".join(f"  - mã: m{number}\n    tên: Chi đoàn\n" for number in range(12))
    unit = edited(UNIT_A, ("chi đoàn:\n", "chi đoàn:\n" + more))
    schedule = edited(SCHEDULE_A4, ("chi đoàn: chi-doan-2", "chi đoàn: chi-doan-3"))
    (problem,) = said(tmp_path, {SCHEDULE_A4: schedule, UNIT_A: unit})
    assert (problem.code.id, problem.cure) == ("R101", "Kiểm tra lại mã, hoặc tạo tệp cho mã này.")


def test_an_id_that_is_like_none(tmp_path: Path) -> None:
    message = "cán bộ: không có cán bộ nào mang mã “qqq”."
    (found,) = fires(tmp_path, TEAM, ("cán bộ: pham-thi-d", "cán bộ: ▸qqq"), message)
    assert found.cure == "Mã cán bộ: xem trang “Cán bộ”, thư mục data/people/. Sửa mã, hoặc tạo tệp cho mã này."


def test_a_renamed_unit_is_named_wherever_it_is_named(tmp_path: Path) -> None:
    text = (SAMPLE / "data/units/doan-truong-c.yml").read_text(encoding="utf-8")
    problems = said(tmp_path, {"data/units/doan-truong-c.yml": None, "data/units/doan-truong-d.yml": text})
    assert [problem.place.file for problem in problems] == [PERSON, OBSERVATION]
    message = "đơn vị: không có đơn vị nào mang mã “doan-truong-c”."
    assert {(problem.message, problem.cure) for problem in problems} == {(message, UNITS)}


@pytest.mark.parametrize(
    ("file", "short", "long", "cure"),
    [
        (ASSIGNMENT_4, "doan-so-a/b1", "46-kh-dtn/2020-04/doan-so-a/b1", "doan-so-a/b1"),
        (NOTICE, "- dot-1-doan-1", "- 46-kh-dtn/dot-1-doan-1", "dot-1-doan-1"),
        (TEAM, "hoạt động: dot-1", "hoạt động: 46-kh-dtn/dot-1", "dot-1"),
        (MOVE, "hoạt động: gs-thang-3", "hoạt động: 46-kh-dtn/gs-thang-3", "gs-thang-3"),
    ],
)
def test_inside_a_plan_a_reference_is_short(tmp_path: Path, file: str, short: str, long: str, cure: str) -> None:
    text = (SAMPLE / file).read_text(encoding="utf-8").replace(short, long, 1)
    (problem,) = said(tmp_path, {file: text})
    assert (problem.place.file, problem.code.id, problem.cure) == (file, "R101", f"Có phải: {cure}.")


@pytest.mark.parametrize(
    ("file", "change", "message", "cure"),
    [
        (
            ASSIGNMENT_4,
            ("buổi: doan-so-b/b1", "buổi: ▸doan-so-b"),
            "doan-so-b",
            "Có phải: doan-so-a/b1.",
        ),
        (
            VISIT_A,
            ("buổi: 46-kh-dtn/2020-04/doan-so-a/b1", "buổi: ▸doan-so-a"),
            "doan-so-a",
            f"Viết kế hoạch/năm-tháng/đơn vị/buổi. Hiện có: {MEETINGS}.",
        ),
        (
            FOLLOW_UP,
            ("của: 2020-06-02-dot-1-doan-1#kn1", "của: ▸kn1"),
            "kn1",
            "Viết báo cáo#mã. Hiện có: 2020-04-08-doan-so-a-chi-doan-1#dx1, 2020-04-08-doan-so-a-chi-doan-1#mh1,"
            " 2020-04-09-doan-so-b-chi-doan-1#kk1, 2020-06-02-dot-1-doan-1#kn1, 2020-06-02-dot-1-doan-1#kn2,"
            " 2020-06-02-dot-1-doan-1#tt1, 2020-06-02-dot-1-doan-1#ud1.",
        ),
    ],
)
def test_a_reference_in_another_form(tmp_path: Path, file: str, change: Change, message: str, cure: str) -> None:
    title = "nội dung trong báo cáo" if file == FOLLOW_UP else "buổi sinh hoạt"
    key = "của" if file == FOLLOW_UP else "buổi"
    (problem,) = fires(tmp_path, file, change, f"{key}: không có {title} nào mang mã “{message}”.")
    assert problem.cure == cure


def test_an_id_written_in_part_is_completed_where_only_one_ends_so(tmp_path: Path) -> None:
    change = ("buổi: 46-kh-dtn/2020-04/doan-so-a/b1", "buổi: ▸2020-04/doan-so-a/b1")
    (problem,) = fires(tmp_path, VISIT_A, change, "buổi: không có buổi sinh hoạt nào mang mã “2020-04/doan-so-a/b1”.")
    assert problem.cure == "Có phải: 46-kh-dtn/2020-04/doan-so-a/b1."


def test_a_meeting_that_is_not_there_is_told_with_those_of_its_schedule(tmp_path: Path) -> None:
    change = ("buổi: doan-so-a/b1", "buổi: ▸doan-so-a/b4")
    (problem,) = fires(tmp_path, ASSIGNMENT_4, change, "buổi: không có buổi sinh hoạt nào mang mã “doan-so-a/b4”.")
    assert problem.cure == "Trong tháng ấy, “doan-so-a” có: b1, b2."


def test_of_a_list_each_item_is_told_where_it_stands(tmp_path: Path) -> None:
    text = edited(VISIT_A, ("người dự:\n  - nguyen-van-a", "người dự:\n  - nguyen-van-a\n  - x1\n  - x2"))
    problems = said(tmp_path, {VISIT_A: text})
    assert [str(problem.place) for problem in problems] == [f"{VISIT_A}:8:5", f"{VISIT_A}:9:5"]


def test_all_names_nothing(tmp_path: Path) -> None:
    text = edited(MOVE, ("sang từ", "đơn vị: Tất cả\ncán bộ: tất cả\nkỳ: tất cả\nsang từ"))
    assert said(tmp_path, {MOVE: text}) == []


def test_what_is_wrong_in_a_private_field_is_for_the_office(tmp_path: Path) -> None:
    text = edited(ASSIGNMENT_4, ("vắng: có lý do", "dự thay: tran-thi"), ("cán bộ: le-van-c", "cán bộ: le-van"))
    assert [problem.is_internal for problem in said(tmp_path, {ASSIGNMENT_4: text})] == [False, True]
