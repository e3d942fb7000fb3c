"""What the messages about a school's files say: the words are those of its own organization."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ktgs.examining import reporters
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Diagnostic, Severity
from tests.repo import facts, lay
from tests.test_school import PLAN, ROOT

TODAY = "2024-10-15"  # asked for, so that it is known where the organization cannot be read
ORGANIZATION = "data/organization.yml"
SCHOOL = "data/units/truong-b.yml"
NURSERY = "data/units/truong-mam-non-h.yml"
TEAM = "data/plans/2024/15-kh-sgddt/teams/dot-1-doan-1.yml"
PLAN_FILE = "data/plans/2024/15-kh-sgddt/plan.md"


def changed(root: Path, changes: Mapping[str, tuple[str, str]]) -> Facts:
    """Return what the data says with the first place of a text in each of some files written otherwise."""
    files: dict[str, str | bytes | None] = {}
    for file, (old, new) in changes.items():
        text = (ROOT / file).read_text(encoding="utf-8")
        assert old in text
        files[file] = text.replace(old, new, 1)
    return facts(lay(root, files, base=ROOT), TODAY)


def errors(found: Facts) -> list[Diagnostic]:
    """Return the errors."""
    return [item for item in found.diagnostics if item.severity is Severity.error]


def said(found: Facts) -> tuple[str, str]:
    """Return where the only error stands, `file:line`, and its whole text."""
    (error,) = errors(found)
    text, _ = reporters.as_text([error]).split("\n", 1)
    return f"{error.place.file}:{error.place.line}", text.partition(" lỗi: ")[2]


def test_an_unknown_sub_unit_is_called_by_its_word(tmp_path: Path) -> None:
    place, text = said(changed(tmp_path, {TEAM: ("[to-toan, phong-hanh-chinh]", "[khong-co]")}))
    assert place == f"{TEAM}:21"
    assert "phòng ban" in text
    assert "“khong-co”" in text
    assert "chi đoàn" not in text


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (SCHOOL, "phòng ban:", "chi đoàn:", 7),  # a word that no kind of this organization has
        (SCHOOL, "phòng ban:", "phân hiệu:", 7),  # that of another kind
        (TEAM, "phòng ban mẫu:", "chi đoàn mẫu:", 21),
        (TEAM, "phòng ban mẫu:", "phân hiệu mẫu:", 21),
    ],
)
def test_a_word_that_is_not_this_units_is_told_with_the_one_that_is(
    tmp_path: Path, file: str, old: str, new: str, line: int
) -> None:
    place, text = said(changed(tmp_path, {file: (old, new)}))
    assert place == f"{file}:{line}"
    assert f"“{new.removesuffix(':')}”" in text
    assert f"“{old.removesuffix(':')}”" in text


@pytest.mark.parametrize("word", ["nội dung", "cấp ủy", "tên", "Số đoàn viên"])
def test_a_word_for_sub_units_that_is_another_key_is_refused(tmp_path: Path, word: str) -> None:
    kinds = "đơn vị trực thuộc: phòng ban"
    place, text = said(changed(tmp_path, {ORGANIZATION: (kinds, f"đơn vị trực thuộc: {word}")}))
    line = (ROOT / ORGANIZATION).read_text(encoding="utf-8").split("\n").index(f"    {kinds}") + 1
    assert place == f"{ORGANIZATION}:{line}"
    assert f"“{word}” đã là tên một dòng khác" in text


def test_a_kind_without_sub_units_has_none(tmp_path: Path) -> None:
    place, text = said(changed(tmp_path, {NURSERY: ("từ:", "phòng ban:\n  - {mã: to-1, tên: Tổ 1}\ntừ:")}))
    assert place == f"{NURSERY}:4"
    assert "“phòng ban”" in text
    assert "trường mầm non" in text


def test_an_unknown_kind_of_unit_is_told_with_those_of_the_organization(tmp_path: Path) -> None:
    place, text = said(changed(tmp_path, {NURSERY: ("loại: trường mầm non", "loại: doanh nghiệp")}))
    assert place == f"{NURSERY}:2"
    assert "doanh nghiệp" in text
    assert "trường, trung tâm, trường mầm non" in text


def test_no_word_is_refused_while_the_organization_cannot_be_read(tmp_path: Path) -> None:
    found = changed(tmp_path, {ORGANIZATION: ("mã: so-giao-duc-a", "mã: [\n"), SCHOOL: ("phòng ban:", "chi đoàn:")})
    assert {error.place.file for error in errors(found)} == {ORGANIZATION}


@pytest.mark.parametrize("role", ["thường trực", "văn phòng"])
def test_a_role_that_the_plan_needs_and_nobody_has_is_an_error(tmp_path: Path, role: str) -> None:
    text = (ROOT / ORGANIZATION).read_text(encoding="utf-8")
    head, item, tail = text.partition(f"  - vai trò: {role}\n")
    assert item
    without = head + tail.partition("\n")[2]
    found = facts(lay(tmp_path, {ORGANIZATION: without}, base=ROOT), TODAY)
    assert errors(found)
    assert all(role in f"{error.found} {error.expected} {error.cure}" for error in errors(found))


def test_without_named_steps_a_result_report_needs_all_three(tmp_path: Path) -> None:
    found = changed(tmp_path, {PLAN_FILE: ("    các bước: [tổng hợp, gửi]\n", "")})
    report = next(
        item for item in found.obligations if item.id == f"{PLAN}bao-cao-ket-qua/dot-xuat-1/dot-xuat-1-doan-1"
    )
    assert (report.state.name, report.done_on) == ("overdue", None)
    assert "thiếu xác nhận của Trưởng đoàn" in report.reason


def test_a_step_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    place, text = said(changed(tmp_path, {PLAN_FILE: ("[tổng hợp, gửi]", "[tổng hợp, ký]")}))
    assert place == f"{PLAN_FILE}:37"
    assert "tổng hợp, xác nhận, gửi" in text


@pytest.mark.parametrize("key", ["số", "đơn vị tính", "chiều"])
def test_a_decision_counted_from_the_rounds_first_day_needs_its_number_unit_and_side(tmp_path: Path, key: str) -> None:
    lines = (ROOT / PLAN_FILE).read_text(encoding="utf-8").split("\n")
    begin = lines.index("  - việc: quyết định thành lập đoàn")
    at = next(number for number in range(begin, len(lines)) if lines[number].strip().startswith(f"{key}:"))
    files: dict[str, str | bytes | None] = {PLAN_FILE: "\n".join((*lines[:at], *lines[at + 1 :]))}
    (error,) = errors(facts(lay(tmp_path, files, base=ROOT), TODAY))
    assert (error.place.file, begin + 1 <= error.place.line <= at + 1) == (PLAN_FILE, True)
    assert f"“{key}”" in f"{error.found} {error.expected} {error.cure}"
