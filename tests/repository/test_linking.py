"""R101, R103: every reference becomes the key of what it names, or is told with the nearest id (case 26: a rename)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Diagnostic
from tests.opened import SAMPLE, Files, lay, opened
from tests.repository.writing import PLAN as PLANS

ASSIGNMENT_4 = f"{PLANS}/assignments/2020-04.yml"
FOLLOW_UP = "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml"
MARK = "▸"
NOTICE = f"{PLANS}/notices/dot-1-1.yml"
OBSERVATION = "data/reports/2020/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"
PLAN = f"{PLANS}/plan.md"
RESULT = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
SCHEDULE_A4 = f"{PLANS}/schedules/2020-04/doan-so-a.yml"
SCHEDULE_B4 = f"{PLANS}/schedules/2020-04/doan-so-b.yml"
TEAM = f"{PLANS}/teams/dot-1-doan-1.yml"
VISIT_A = "data/reports/2020/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md"
Change = tuple[str, str]
UNIT_A = "data/units/doan-so-a.yml"
PERSON = "data/people/le-van-c.yml"
UNITS = "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này."
MOVE = f"{PLANS}/adjustments/2020-03-16-gs-thang-3.yml"


def edited(file: str, *changes: Change) -> str:
    """Return a file of the sample with texts in it replaced."""
    text = (SAMPLE / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{file} holds {text.count(old)} times {old!r}"
        text = text.replace(old, new)
    return text


def said(root: Path, files: Files) -> list[Diagnostic]:
    """Return what reading and linking say of the sample with files laid over it."""
    return opened(lay(root, files))[1]


def told(problem: Diagnostic) -> str:
    return f"{problem.place} {problem.code.id} {problem.message}"


def fires(root: Path, file: str, change: Change, *messages: str) -> list[Diagnostic]:
    """Return what is said of a changed file: these messages alone, and exactly at the mark."""
    text = edited(file, change)
    marks = [(n, line.index(MARK) + 1) for n, line in enumerate(text.split("\n"), 1) if MARK in line]
    problems = said(root, {file: text.replace(MARK, "")})
    assert [(problem.place.file, *problem.place[1:]) for problem in problems] == [(file, *mark) for mark in marks]
    assert tuple(problem.message for problem in problems) == messages
    return problems


@pytest.mark.parametrize(
    ("file", "change", "message", "cure"),
    [
        (
            PERSON,
            ("đơn vị: doan-truong-c", "đơn vị: ▸doan-truong-b"),
            "đơn vị: không có đơn vị nào mang mã “doan-truong-b”.",
            "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (PERSON, ("cơ quan: btv", "cơ quan: ▸btvv"), "cơ quan: không có cơ quan nào mang mã “btvv”.", "Có phải: btv."),
        (
            UNIT_A,
            ("cán bộ: nguyen-van-a", "cán bộ: ▸nguyen-van"),
            "cán bộ: không có cán bộ nào mang mã “nguyen-van”.",
            "Có phải: nguyen-van-a.",
        ),
        (
            PLAN,
            ("      - ubkt", "      - ▸ubk"),
            "người được phân công: không có cơ quan nào mang mã “ubk”.",
            "Có phải: ubkt.",
        ),
        (
            PLAN,
            ("thời hạn:", "thuộc kế hoạch: ▸46-kh-dt\nthời hạn:"),
            "thuộc kế hoạch: không có kế hoạch nào mang mã “46-kh-dt”.",
            "Có phải: 46-kh-dtn.",
        ),
        (
            TEAM,
            ("hoạt động: dot-1", "hoạt động: ▸dot1"),
            "hoạt động: không có hoạt động nào mang mã “dot1”.",
            "Có phải: dot-1.",
        ),
        (
            TEAM,
            ("cán bộ: pham-thi-d", "cán bộ: ▸pham-thi"),
            "cán bộ: không có cán bộ nào mang mã “pham-thi”.",
            "Có phải: pham-thi-d.",
        ),
        (
            TEAM,
            ("      - chi-doan-1", "      - ▸chi-doan-11"),
            "chi đoàn mẫu: không có chi đoàn nào mang mã “chi-doan-11”.",
            "Hiện có: chi-doan-1, chi-doan-2.",
        ),
        (
            NOTICE,
            ("- dot-1-doan-1", "- ▸dot-1-doan-2"),
            "đoàn kiểm tra: không có đoàn kiểm tra nào mang mã “dot-1-doan-2”.",
            "Mã đoàn kiểm tra: xem thư mục teams/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            NOTICE,
            ("gửi đến:", "thay thế: ▸dot-1-0\ngửi đến:"),
            "thay thế: không có thông báo nào mang mã “dot-1-0”.",
            "Mã thông báo: xem thư mục notices/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            NOTICE,
            ("đơn vị: doan-so-b", "đơn vị: ▸doan-so-bb"),
            "đơn vị: không có đơn vị nào mang mã “doan-so-bb”.",
            "Có phải: doan-so-b.",
        ),
        (
            SCHEDULE_A4,
            ("chi đoàn: chi-doan-2", "chi đoàn: ▸chi-doan-3"),
            "chi đoàn: không có chi đoàn nào mang mã “chi-doan-3”.",
            "Hiện có: chi-doan-1, chi-doan-2.",
        ),
        (
            SCHEDULE_B4,
            ("chi đoàn: chi-doan-2", "chi đoàn: ▸chi-doan-3"),
            "chi đoàn: không có chi đoàn nào mang mã “chi-doan-3”.",
            "Hiện có: chi-doan-1, chi-doan-2.",
        ),
        (
            ASSIGNMENT_4,
            ("buổi: doan-so-b/b1", "buổi: ▸doan-so-b/b9"),
            "buổi: không có buổi sinh hoạt nào mang mã “doan-so-b/b9”.",
            "Trong tháng ấy, “doan-so-b” có: b1.",
        ),
        (
            ASSIGNMENT_4,
            ("vắng: có lý do", "dự thay: ▸tran-thi"),
            "dự thay: không có cán bộ nào mang mã “tran-thi”.",
            "Có phải: tran-thi-b.",
        ),
        (
            MOVE,
            ("hoạt động: gs-thang-3", "hoạt động: ▸gs-thang"),
            "hoạt động: không có hoạt động nào mang mã “gs-thang”.",
            "Có phải: gs-thang-3.",
        ),
        (
            MOVE,
            ("sang từ", "đơn vị: ▸doan-so-z\nsang từ"),
            "đơn vị: không có đơn vị nào mang mã “doan-so-z”.",
            "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            MOVE,
            ("sang từ", "cán bộ:\n  - ▸vo-thi-h\nsang từ"),
            "cán bộ: không có cán bộ nào mang mã “vo-thi-h”.",
            "Mã cán bộ: xem trang “Cán bộ”, thư mục data/people/. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            VISIT_A,
            ("buổi: 46-kh-dtn/2020-04", "buổi: ▸46-kh-dtn/2020-06"),
            "buổi: không có buổi sinh hoạt nào mang mã “46-kh-dtn/2020-06/doan-so-a/b1”.",
            "Viết kế hoạch/năm-tháng/đơn vị/buổi, ví dụ 46-kh-dtn/2020-03/doan-so-a/b1.",
        ),
        (
            VISIT_A,
            ("  - nghi-quyet-bch", "  - ▸nghi-quyet"),
            "chủ đề giám sát: không có chủ đề nào mang mã “nghi-quyet”.",
            "Có phải: nghi-quyet-bch.",
        ),
        (
            RESULT,
            ("46-kh-dtn/dot-1-doan-1", "▸46-kh-dtn/dot-1-doan-3"),
            "đoàn kiểm tra: không có đoàn kiểm tra nào mang mã “46-kh-dtn/dot-1-doan-3”.",
            "Mã đoàn kiểm tra: xem thư mục teams/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
        ),
        (
            OBSERVATION,
            ("đề: thang-thanh-nien", "đề: ▸46-kh-dtn/thang"),
            "chủ đề: không có chủ đề nào mang mã “46-kh-dtn/thang”.",
            "Có phải: 46-kh-dtn/thang-thanh-nien.",
        ),
    ],
)
def test_every_reference(tmp_path: Path, file: str, change: Change, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, file, change, message)
    assert found.cure == cure


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
            "Viết đơn vị/buổi, ví dụ doan-so-a/b1.",
        ),
        (
            VISIT_A,
            ("buổi: 46-kh-dtn/2020-04/doan-so-a/b1", "buổi: ▸doan-so-a"),
            "doan-so-a",
            "Viết kế hoạch/năm-tháng/đơn vị/buổi, ví dụ 46-kh-dtn/2020-03/doan-so-a/b1.",
        ),
        (
            FOLLOW_UP,
            ("của: 2020-06-02-dot-1-doan-1#kn1", "của: ▸kn1"),
            "kn1",
            "Viết báo cáo#mã, ví dụ 2020-06-02-dot-1-doan-1#kn1.",
        ),
    ],
)
def test_what_to_write_where_nothing_is_near(
    tmp_path: Path, file: str, change: Change, message: str, cure: str
) -> None:
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
    assert problem.cure == "Các buổi của “doan-so-a” trong tháng 04/2020: b1, b2."


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
