"""R101: every reference names something, or is told with the nearest id (case 26: a rename)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import (
    ASSIGNMENT_4,
    FOLLOW_UP,
    MARK,
    NOTICE,
    OBSERVATION,
    PLAN,
    PLANS,
    RESULT,
    SCHEDULE_A4,
    SCHEDULE_B4,
    TEAM,
    VISIT_A,
    Change,
    fires,
    silent,
)
from tests.repo import SAMPLE, facts, lay, told

UNIT_A = "data/units/doan-so-a.yml"
PERSON = "data/people/le-van-c.yml"
MOVE = f"{PLANS}/adjustments/2020-03-16-gs-thang-3.yml"


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
    (found,) = fires(tmp_path, {file: change}, "R101", message)
    assert found.cure == cure


def test_a_finding(tmp_path: Path) -> None:
    change = ("của: 2020-06-02-dot-1-doan-1#kn1", "của: ▸2020-06-02-dot-1-doan-1#kn9")
    message = "của: không có nội dung trong báo cáo nào mang mã “2020-06-02-dot-1-doan-1#kn9”."
    (found,) = fires(tmp_path, {FOLLOW_UP: change}, "R101", message)
    assert found.cure == "“2020-06-02-dot-1-doan-1” hiện có: kn1, kn2, tt1, ud1."


def test_a_deleted_unit_is_not_taken_for_one_with_another_last_letter(tmp_path: Path) -> None:
    lay(tmp_path, {"data/units/doan-so-b.yml": None})
    found = [item for item in facts(tmp_path).diagnostics if item.code.id == "R101" and "“doan-so-b”" in item.message]
    assert {item.cure for item in found} == {
        "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này."
    }


def test_where_there_are_many_none_is_listed(tmp_path: Path) -> None:
    more = "".join(f"  - mã: m{number}\n    tên: Chi đoàn\n" for number in range(12))
    unit = ("chi đoàn:\n", "chi đoàn:\n" + more)
    (found,) = fires(
        tmp_path,
        {SCHEDULE_A4: ("chi đoàn: chi-doan-2", "chi đoàn: ▸chi-doan-3"), UNIT_A: unit},
        "R101",
        "chi đoàn: không có chi đoàn nào mang mã “chi-doan-3”.",
    )
    assert found.cure == "Kiểm tra lại mã, hoặc tạo tệp cho mã này."


def test_an_id_that_is_like_none(tmp_path: Path) -> None:
    message = "cán bộ: không có cán bộ nào mang mã “qqq”."
    (found,) = fires(tmp_path, {TEAM: ("cán bộ: pham-thi-d", "cán bộ: ▸qqq")}, "R101", message)
    assert found.cure == "Mã cán bộ: xem trang “Cán bộ”, thư mục data/people/. Sửa mã, hoặc tạo tệp cho mã này."


def test_a_renamed_unit_is_named_wherever_it_is_named(tmp_path: Path) -> None:
    lay(tmp_path, {"data/units/doan-truong-c.yml": None})
    text = (SAMPLE / "data/units/doan-truong-c.yml").read_text(encoding="utf-8")
    marks = {PERSON: ("vị: doan", "vị: ▸doan"), OBSERVATION: ("vị: doan", "vị: ▸doan")}
    message = "đơn vị: không có đơn vị nào mang mã “doan-truong-c”."
    found = fires(tmp_path, {"data/units/doan-truong-d.yml": text, **marks}, "R101", message, message)
    assert {item.cure for item in found} == {
        "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này."
    }


@pytest.mark.parametrize(
    ("file", "short", "long"),
    [
        (ASSIGNMENT_4, "doan-so-a/b1", "46-kh-dtn/2020-04/doan-so-a/b1"),
        (NOTICE, "- dot-1-doan-1", "- 46-kh-dtn/dot-1-doan-1"),
        (TEAM, "hoạt động: dot-1", "hoạt động: 46-kh-dtn/dot-1"),
        (MOVE, "hoạt động: gs-thang-3", "hoạt động: 46-kh-dtn/gs-thang-3"),
    ],
)
def test_inside_a_plan_a_reference_is_short(tmp_path: Path, file: str, short: str, long: str) -> None:
    lay(tmp_path, {file: (SAMPLE / file).read_text(encoding="utf-8").replace(short, long, 1)})
    (found,) = (item for item in facts(tmp_path).diagnostics if item.code.id == "R101")
    assert (found.place.file, found.cure) == (file, f"Có phải: {short.rsplit(maxsplit=1)[-1]}.")


@pytest.mark.parametrize(
    ("file", "change", "path"),
    [
        (NOTICE, ("- dot-1-doan-1", "- dot-1-doan-9"), "thong-bao/dot-1/doan-so-a"),
        (TEAM, ("hoạt động: dot-1", "hoạt động: dot-9"), "tien-hanh-dot/dot-1"),
        (RESULT, ("46-kh-dtn/dot-1-doan-1", "46-kh-dtn/dot-1-doan-9"), "bao-cao-ket-qua/dot-1/dot-1-doan-1"),
        (FOLLOW_UP, ("#kn1", "#kn9"), "kien-nghi/2020-06-02-dot-1-doan-1/kn1"),
        (VISIT_A, ("doan-so-a/b1", "doan-so-a/b9"), "bao-cao-du-sinh-hoat/2020-04/doan-so-a/b1/nguyen-van-a"),
    ],
)
def test_a_wrong_id_makes_nobody_late(tmp_path: Path, file: str, change: tuple[str, str], path: str) -> None:
    assert facts(lay(tmp_path, {})).by_id[f"46-kh-dtn/{path}"].state.name == "on_time"
    lay(tmp_path, {file: (SAMPLE / file).read_text(encoding="utf-8").replace(*change)})
    found = facts(tmp_path).by_id[f"46-kh-dtn/{path}"]
    assert (found.state.name, f"tệp {file} có lỗi" in found.reason) == ("unknown", True)


def test_all(tmp_path: Path) -> None:
    silent(tmp_path, {MOVE: ("sang từ", "đơn vị: Tất cả\ncán bộ: tất cả\nsang từ")}, "R101")


@pytest.mark.parametrize("file", [UNIT_A, PERSON, PLAN, TEAM, SCHEDULE_A4, RESULT, "data/organization.yml"])
def test_a_broken_file_is_told_once(tmp_path: Path, file: str) -> None:
    found = told(facts(lay(tmp_path, {file: "không: [đóng\n"})))
    assert [line for line in found if line.endswith("R101")] == []
    assert [line for line in found if line.startswith(file)] != []


def test_a_report_of_no_plan_is_told_once(tmp_path: Path) -> None:
    change = [("ngày: 26/03/2020", "ngày: 19/02/2020"), ("loại:", f"{MARK}loại:")]
    message = "Không có kế hoạch nào đang thực hiện. Báo cáo phải nêu kế hoạch."
    fires(tmp_path, {OBSERVATION: change}, "R401", message)
    assert [line for line in told(facts(tmp_path)) if line.endswith("R101")] == []
