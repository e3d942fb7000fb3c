"""R104: some body has each role that the plans need."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import ORGANIZATION, PLAN, Change, fires, silent
from tests.repo import SAMPLE, facts, lay

RESULT = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
OFFICE = "  - vai trò: văn phòng\n    cơ quan: van-phong\n"
STANDING = "  - vai trò: thường trực\n    cơ quan: btv\n"
OF_OFFICE = "“phân công”, “báo cáo nhanh”, “báo cáo tổng hợp” và “thông báo”"
OF_STANDING = "“kiến nghị”, “giám sát thường xuyên”, “báo cáo kết quả”, “tiến hành đợt” và “quyết định thành lập đoàn”"
MESSAGE = "Không cơ quan nào giữ vai trò “{}”, mà kế hoạch cần cho việc {}."


@pytest.mark.parametrize(
    ("changes", "role", "duties"),
    [
        ([(OFFICE, ""), ("  - vai trò: thường trực", "  ▸- vai trò: thường trực")], "văn phòng", OF_OFFICE),
        ([(STANDING, ""), ("  - vai trò: văn phòng", "  ▸- vai trò: văn phòng")], "thường trực", OF_STANDING),
    ],
)
def test_a_role_that_nobody_has(tmp_path: Path, changes: list[tuple[str, str]], role: str, duties: str) -> None:
    (found,) = fires(tmp_path, {ORGANIZATION: changes}, "R104", MESSAGE.format(role, duties))
    assert found.cure == f"Thêm mục “vai trò: {role}” và “cơ quan: …” vào “phân vai”."
    assert {item.place.file for item in found.related} - {RESULT} == {PLAN}
    assert [item.code.id for item in facts(tmp_path).diagnostics] == ["R104"]


def test_no_role_at_all(tmp_path: Path) -> None:
    messages = MESSAGE.format("thường trực", OF_STANDING), MESSAGE.format("văn phòng", OF_OFFICE)
    fires(tmp_path, {ORGANIZATION: ("phân vai:\n" + OFFICE + STANDING, "phân vai: ▸[]\n")}, "R104", *messages)


def test_the_same_term_of_two_plans_is_one_message(tmp_path: Path) -> None:
    text = (SAMPLE / PLAN).read_text(encoding="utf-8").replace("46-KH/ĐTN", "47-KH/ĐTN")
    second: dict[str, Change] = {PLAN.replace("46-kh-dtn", "47-kh-dtn"): text}
    changes: Change = [(OFFICE, ""), ("  - vai trò: thường trực", "  ▸- vai trò: thường trực")]
    (found,) = fires(tmp_path, {ORGANIZATION: changes, **second}, "R104", MESSAGE.format("văn phòng", OF_OFFICE))
    assert [item.place for item in found.related] == [Place(PLAN, line, 11) for line in (80, 66, 73, 39)]


def test_a_role_that_no_term_needs(tmp_path: Path) -> None:
    text = (SAMPLE / PLAN).read_text(encoding="utf-8")
    head, _, rest = text.partition("  - việc: thông báo\n")
    plan = head + rest[rest.index("  - việc: báo cáo kết quả\n") : rest.index("  - việc: báo cáo nhanh\n")]
    plan += rest[rest.index("  - việc: quyết định thành lập đoàn\n") :].replace("hạn thông báo", "đầu đợt", 1)
    silent(tmp_path, {ORGANIZATION: (OFFICE, ""), PLAN: plan}, "R104")


@pytest.mark.parametrize(
    "change",
    [
        ("mã: doan-khoi-mau", "mã: ["),  # the file cannot be read
        (STANDING, STANDING.replace("btv", "btvv")),  # its body is told by linking
    ],
)
def test_an_organization_that_is_broken(tmp_path: Path, change: tuple[str, str]) -> None:
    text = (SAMPLE / ORGANIZATION).read_text(encoding="utf-8")
    assert text.count(change[0]) == 1
    told = facts(lay(tmp_path, {ORGANIZATION: text.replace(*change)})).diagnostics
    assert {item.place.file for item in told} == {ORGANIZATION}
    assert "R104" not in {item.code.id for item in told}


def test_a_recommendation_with_a_day_needs_the_role_without_any_term(tmp_path: Path) -> None:
    text = (SAMPLE / PLAN).read_text(encoding="utf-8")
    begin = text.index("thời hạn:\n")
    plan = text[:begin] + "thời hạn: []\n" + text[text.index("chủ đề:\n", begin) :]
    changes: Change = [(STANDING, ""), ("  - vai trò: văn phòng", "  ▸- vai trò: văn phòng")]
    message = MESSAGE.format("thường trực", "“kiến nghị”")
    (found,) = fires(tmp_path, {ORGANIZATION: changes, PLAN: plan}, "R104", message)
    assert [item.place.file for item in found.related] == [RESULT]


def test_every_role_is_given(tmp_path: Path) -> None:
    silent(tmp_path, {}, "R104")
