"""N103: a paper that left the office has a number (scenario 9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import ASSIGNMENT_5, NOTICE, OBSERVATION, PLAN, RESULT, TEAM, VISIT_A, Change, fires, silent

MESSAGE = "Văn bản đã gửi hoặc ban hành nhưng chưa có số."


@pytest.mark.parametrize(
    ("file", "change"),
    [
        (PLAN, [("số ký hiệu: 46-KH/ĐTN\n", ""), ("trích yếu:", "ngày gửi: ▸21/02/2020\ntrích yếu:")]),
        (NOTICE, [("số ký hiệu: 15-TB/ĐTN\n", ""), ("ngày gửi: 29/04/2020", "ngày gửi: ▸29/04/2020")]),
        (ASSIGNMENT_5, [("số ký hiệu: 16-PC/ĐTN\n", ""), ("hành: 05", "hành: ▸05")]),
        (TEAM, ("số ký hiệu: 20-QĐ/ĐTN\n    ngày ban hành: ", "ngày ban hành: ▸")),
        (RESULT, [("số ký hiệu: 08-BC/ĐKT\n", ""), ("ngày gửi: 02", "ngày gửi: ▸02")]),
        ("data/reports/2020/nhanh/2020-05-12-thang-4.md", [("số ký hiệu: 31-BC/ĐTN\n", ""), ("gửi: 12", "gửi: ▸12")]),
    ],
)
def test_every_paper(tmp_path: Path, file: str, change: Change) -> None:
    (found,) = fires(tmp_path, {file: change}, "N103", MESSAGE)
    assert found.severity is Severity.warning
    assert found.cure == "Thêm dòng “số ký hiệu: …”."


def test_drafts(tmp_path: Path) -> None:
    unsent = [(f"    ngày gửi: {day}/2020\n", "") for day in ("29/04", "04/05", "05/05")]
    draft = [("số ký hiệu: 08-BC/ĐKT\nngày ban hành: 02/06/2020\n", ""), ("ngày gửi: 02/06/2020\n", "")]
    plan = ("số ký hiệu: 46-KH/ĐTN\n", "")
    silent(tmp_path, {NOTICE: [("số ký hiệu: 15-TB/ĐTN\n", ""), *unsent], RESULT: draft, PLAN: plan}, "N103")


def test_visit_reports_and_observations_need_none(tmp_path: Path) -> None:
    silent(tmp_path, {VISIT_A: ("gửi: 15", "gửi: 16"), OBSERVATION: ("gửi: 30", "gửi: 31")}, "N103")
