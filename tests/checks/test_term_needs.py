"""R305 and R306: a term gives what its duty needs, and counts to the side to which the duty counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import PLAN, Change, fires, silent
from tests.repo import facts

DECISION = "việc: quyết định thành lập đoàn\n    mục: III\n    mốc: hạn thông báo"


@pytest.mark.parametrize(
    ("change", "message", "cure"),
    [
        (
            ("việc: mời cấp ủy\n    mục: III\n    mốc: buổi làm việc", "việc: ▸mời cấp ủy\n    mục: III"),
            "“mời cấp ủy” cần “mốc”.",
            "Thêm dòng “mốc: …”.",
        ),
        (
            [("cách đếm: tính cả ngày gửi\n    ", ""), ("việc: thông báo", "việc: ▸thông báo")],
            "“thông báo” cần “cách đếm”.",
            "Thêm dòng “cách đếm: …”.",
        ),
        (
            [("    số: 5\n", ""), ("việc: thông báo", "việc: ▸thông báo")],
            "“thông báo” cần “số”.",
            "Thêm dòng “số: …”.",
        ),
        (
            [("    số: 5\n", "    số:\n"), ("việc: thông báo", "việc: ▸thông báo")],
            "“thông báo” cần “số”.",
            "Thêm dòng “số: …”.",
        ),
        (
            [("kiểu: trước\n    ", ""), ("việc: gửi lịch", "việc: ▸gửi lịch")],
            "“gửi lịch sinh hoạt” cần “kiểu”.",
            "Thêm dòng “kiểu: …”.",
        ),
    ],
)
def test_something_lacking(tmp_path: Path, change: Change, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, {PLAN: change}, "R305", message)
    assert found.cure == cure
    assert [item.code.id for item in facts(tmp_path).diagnostics if item.severity.name == "error"] == ["R305"]


@pytest.mark.parametrize("anchor", ["đầu đợt", "buổi làm việc"])
def test_a_decision_counted_from_a_day_needs_a_number(tmp_path: Path, anchor: str) -> None:
    change = (DECISION, DECISION.replace("việc: ", "việc: ▸").replace("hạn thông báo", anchor))
    words = [f"“quyết định thành lập đoàn” cần “{key}”." for key in ("chiều", "số", "đơn vị tính")]
    fires(tmp_path, {PLAN: change}, "R305", *words)


def test_a_decision_with_its_number(tmp_path: Path) -> None:
    days = DECISION.replace("hạn thông báo", "đầu đợt\n    số: 10\n    đơn vị tính: ngày\n    chiều: trước")
    silent(tmp_path, {PLAN: (DECISION, days)}, "R303", "R305", "R306")


@pytest.mark.parametrize(
    ("change", "message", "cure"),
    [
        (
            ("chiều: trước\n    mốc: đầu đợt", "chiều: ▸sau\n    mốc: đầu đợt"),
            "“thông báo” không đếm sau mốc. Việc này đếm trước mốc.",
            "Sửa thành “chiều: trước”.",
        ),
        (
            ("chiều: sau\n    mốc: cuối đợt", "chiều: ▸trước\n    mốc: cuối đợt"),
            "“báo cáo kết quả” không đếm trước mốc. Việc này đếm sau mốc.",
            "Sửa thành “chiều: sau”.",
        ),
    ],
)
def test_the_wrong_side(tmp_path: Path, change: Change, message: str, cure: str) -> None:
    (found,) = fires(tmp_path, {PLAN: change}, "R306", message)
    assert found.cure == cure


def test_a_number_without_unit_is_told_once(tmp_path: Path) -> None:
    fires(
        tmp_path,
        {PLAN: ("số: 5\n    đơn vị tính: ngày làm việc\n", "số: ▸5\n")},
        "R303",
        "số: 5, nhưng không có “đơn vị tính”.",
    )
    assert [item.code.id for item in facts(tmp_path).diagnostics if item.severity.name == "error"] == ["R303"]


def test_a_misspelt_duty_needs_nothing(tmp_path: Path) -> None:
    silent(
        tmp_path,
        {PLAN: ("việc: mời cấp ủy\n    mục: III\n    mốc: buổi làm việc", "việc: mời cấp\n    mục: III")},
        "R305",
    )
