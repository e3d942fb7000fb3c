"""What differs between two versions of the small sample, kind by kind, and what the public may read of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ktgs.comparing.comparison import Comparison
from ktgs.comparing.reporters import as_json, as_markdown, as_text
from ktgs.comparing.sides import Side
from ktgs.examining.publishing import facts_for
from ktgs.facts.audience import Audience
from tests.comparing.versions import PLAN, SCHEDULE
from tests.repo import SAMPLE, facts, lay

ASSIGNMENT = f"{PLAN}/assignments/2020-05.yml"
TODAY = "2020-05-15"


def compared(root: Path, files: Mapping[str, str | None], audience: Audience = Audience.internal) -> Comparison:
    """Return the comparison of the small sample with itself when files are laid over it."""
    after = facts(lay(root, files), TODAY)
    before = facts_for(audience, facts(SAMPLE, TODAY))
    return Comparison(Side(before, SAMPLE), Side(facts_for(audience, after), root), after)


def of(file: str) -> str:
    """Return a file of the sample."""
    return (SAMPLE / file).read_text("utf-8")


def kinds(comparison: Comparison) -> list[tuple[str, str]]:
    """Return the files that differ, and how."""
    return [(change.file, change.kind.name) for change in comparison.files]


def test_nothing_differs(tmp_path: Path) -> None:
    comparison = compared(tmp_path, {})
    assert as_text(comparison, "main") == "So với main, tính đến ngày 15/05/2020: dữ liệu không đổi.\n"


def test_comments_and_line_ends_change_nothing_that_is_said(tmp_path: Path) -> None:
    windows = of(ASSIGNMENT).replace("\n", "\r\n")
    comparison = compared(tmp_path, {SCHEDULE: f"# đã xem\n{of(SCHEDULE)}", ASSIGNMENT: windows})
    assert kinds(comparison) == [(SCHEDULE, "reworded")]
    assert [*comparison.obligations, *comparison.meetings, *comparison.new_problems] == []


def test_a_file_that_breaks_calls_off_no_meeting(tmp_path: Path) -> None:
    comparison = compared(tmp_path, {SCHEDULE: "tháng: ["})
    assert kinds(comparison) == [(SCHEDULE, "unread")]
    assert comparison.meetings == ()
    assert {change.states[1].name for change in comparison.obligations if change.states[1]} == {"unknown"}
    assert "⚠ Có lỗi nên không lấy được gì: Lịch sinh hoạt tháng 05/2020" in as_text(comparison, "main")


def test_a_removed_schedule_takes_its_meetings_along(tmp_path: Path) -> None:
    comparison = compared(tmp_path, {SCHEDULE: None})
    announced = of(SCHEDULE).count("- mã:")
    assert [change.kind.name for change in comparison.meetings] == ["removed"] * announced
    assert (SCHEDULE, "removed") in kinds(comparison)


def test_a_problem_is_the_same_wherever_its_line_stands(tmp_path: Path) -> None:
    bad = of(SCHEDULE).replace("đơn vị: doan-so-a", "đơn vị: doan-so-z")
    before = lay(tmp_path / "before", {SCHEDULE: bad})
    after = lay(tmp_path / "after", {SCHEDULE: f"# một\n# hai\n{bad}", "data/.nhap.yml": "tên: nháp\n"})
    sides = [Side(facts(root, TODAY), root) for root in (before, after)]
    comparison = Comparison(sides[0], sides[1], sides[1].facts)
    assert [item.place.line for item in sides[0].facts.diagnostics if item.place.file == SCHEDULE] == [1]
    assert [item.place.line for item in comparison.problems if item.place.file == SCHEDULE] == [3]
    assert [item.place.file for item in comparison.new_problems] == ["data/.nhap.yml"]
    assert comparison.gone_problems == ()


def test_the_public_reads_no_private_change(tmp_path: Path) -> None:
    text = of(ASSIGNMENT)
    first = text.index("    cán bộ: ")
    end = text.index("\n", first) + 1
    absent = f"{text[:end]}    vắng: có lý do\n    lý do: Ốm\n    ngày báo: 14/05/2020\n{text[end:]}"
    internal = compared(tmp_path / "internal", {ASSIGNMENT: absent})
    public = compared(tmp_path / "public", {ASSIGNMENT: absent}, Audience.public)
    assert "Ốm" in as_text(internal, "main")
    assert as_text(public, "main") == "So với main, tính đến ngày 15/05/2020: dữ liệu không đổi.\n"
    assert json.loads(as_json(public, "main"))["obligations"] == []


def test_json_names_everything_in_english(tmp_path: Path) -> None:
    found = json.loads(as_json(compared(tmp_path, {SCHEDULE: None}), "main"))
    assert list(found) == [
        *("base", "today", "files", "meetings", "decisions", "obligations", "new_problems", "gone_problems")
    ]
    assert {item["kind"] for item in found["meetings"]} == {"removed"}
    assert all(set(item["after"] or {}) <= {"state", "due_on"} for item in found["obligations"])


def test_markdown_runs_nothing_calls_nobody_and_stays_short(tmp_path: Path) -> None:
    units = {
        f"data/units/don-vi-{n}.yml": f"tên: '<img src=x> @ai {n}'\nloại: đoàn cơ sở\ntừ: 01/01/2019\n"
        for n in range(60)
    }
    text = as_markdown(compared(tmp_path, units))
    assert text.count("<img") == text.count("\\<img") == 25
    assert "@ai" not in text
    assert "… và 35 dòng nữa" in text


def test_what_is_marked_is_counted(tmp_path: Path) -> None:
    comparison = compared(tmp_path, {SCHEDULE: None})
    for text in (as_text(comparison, "main"), as_markdown(comparison)):
        assert f"Cần xem kỹ {text.count('- ⚠')} chỗ có dấu ⚠" in text
    assert as_markdown(comparison).splitlines()[2].startswith("So với bản gốc, tính đến ngày 15/05/2020: xóa 1 tệp")


def test_a_comment_holds_all_of_the_largest_change(tmp_path: Path) -> None:
    name = "Đoàn cơ sở có tên rất dài " * 100
    units = {f"data/units/don-vi-{n}.yml": f"tên: {name}{n}\nloại: đoàn cơ sở\ntừ: 01/01/2019\n" for n in range(60)}
    text = as_markdown(compared(tmp_path, units))
    assert len(text) < 65_536
    assert text.endswith("\n\nCòn nữa; xem đủ bằng ktgs diff.\n")
