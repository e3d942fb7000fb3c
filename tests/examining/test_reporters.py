"""Diagnostics as text, JSON, GitHub annotations and Markdown."""

from __future__ import annotations

import json

from ktgs.examining.reporters import as_github, as_json, as_markdown, as_text, summary
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related, Severity

MODE = Code("S203", "Từ không có trong danh sách")
REPEATED = Code("N101", "Số, ký hiệu lặp lại: hai văn bản", Severity.warning)
HINT = Code("F009", "Nên xem lại", Severity.note)

TEAM = "data/plans/2020/46-kh-dtn/teams/dot-1-doan-1.yml"
WRONG_WORD = MODE.at(
    Place(TEAM, 14, 18),
    "“trực tiêp” không phải là một hình thức.",
    expected="Dùng: trực tiếp, tập trung, qua báo cáo, trực tuyến.",
    cure="Có phải: trực tiếp.",
)
TWICE = REPEATED.at(
    Place("data/reports/2020/a.md", 3, 1),
    "Số 46-KH/ĐTN đã có.\nGiảm 50% <b>, |",
    cure="Đổi số.",
    related=[Related(Place(TEAM, 2, 5), "văn bản thứ nhất")],
)
NOTE = HINT.at(Place(TEAM, 1, 1), "Nên xem lại.")


def test_text_is_one_clickable_line_with_the_cure_and_related_places_below() -> None:
    assert as_text([WRONG_WORD, TWICE]) == (
        "data/plans/2020/46-kh-dtn/teams/dot-1-doan-1.yml:14:18: S203 lỗi: “trực tiêp” không phải là một hình thức."
        " Dùng: trực tiếp, tập trung, qua báo cáo, trực tuyến. Có phải: trực tiếp.\n"
        "data/reports/2020/a.md:3:1: N101 cảnh báo: Số 46-KH/ĐTN đã có. Giảm 50% <b>, | Đổi số.\n"
        "    data/plans/2020/46-kh-dtn/teams/dot-1-doan-1.yml:2:5: văn bản thứ nhất\n"
        "1 lỗi, 1 cảnh báo trong 2 tệp.\n"
    )


def test_summary_counts_each_severity_and_the_files() -> None:
    found: list[tuple[Diagnostic, ...]] = [(), (TWICE,), (NOTE, WRONG_WORD, TWICE), (NOTE,)]
    assert [summary(items) for items in found] == [
        "Không có lỗi.",
        "Không có lỗi; 1 cảnh báo trong 1 tệp.",
        "1 lỗi, 1 cảnh báo, 1 ghi chú trong 2 tệp.",
        "Không có lỗi; 1 ghi chú trong 1 tệp.",
    ]


def test_json_speaks_english_identifiers() -> None:
    assert json.loads(as_json([TWICE])) == [
        {
            "code": "N101",
            "severity": "warning",
            "file": "data/reports/2020/a.md",
            "line": 3,
            "column": 1,
            "message": "Số 46-KH/ĐTN đã có.\nGiảm 50% <b>, |",
            "cure": "Đổi số.",
            "related": [{"file": TEAM, "line": 2, "column": 5, "note": "văn bản thứ nhất"}],
        }
    ]
    assert json.loads(as_json([])) == []


def test_github_escapes_what_workflow_commands_would_take_for_their_own() -> None:
    error, warning, note, total = as_github([WRONG_WORD, TWICE, NOTE]).splitlines()
    assert error.startswith(f"::error file={TEAM},line=14,col=18,title=S203 Từ không có trong danh sách::“trực tiêp”")
    assert warning == (
        "::warning file=data/reports/2020/a.md,line=3,col=1,title=N101 Số%2C ký hiệu lặp lại%3A hai văn bản::"
        f"Số 46-KH/ĐTN đã có. Giảm 50%25 <b>, | Đổi số.%0A{TEAM}:2:5: văn bản thứ nhất"
    )
    assert note.startswith(f"::notice file={TEAM},line=1,col=1,")
    assert total == "1 lỗi, 1 cảnh báo, 1 ghi chú trong 2 tệp."


def test_markdown_is_a_row_each_with_its_own_signs_escaped() -> None:
    lines = as_markdown([TWICE]).splitlines()
    assert lines[:5] == [
        "## Kiểm tra dữ liệu",
        "",
        "Không có lỗi; 1 cảnh báo trong 1 tệp.",
        "",
        "| Mức | Mã | Chỗ | Nội dung |",
    ]
    assert lines[6].startswith(
        r"| cảnh báo | N101 | data/reports/2020/a.md:3:1 | Số 46-KH/ĐTN đã có. Giảm 50% \<b\>, \| Đ"
    )
    assert as_markdown([]).splitlines() == ["## Kiểm tra dữ liệu", "", "Không có lỗi."]


def test_annotations_and_rows_lead_to_the_page_of_their_code() -> None:
    def page(code: Code) -> str:
        return f"https://example.org/{code.id}.html"

    (annotation, *_) = as_github([NOTE], page).splitlines()
    assert annotation.endswith("::Nên xem lại.%0AXem: https://example.org/F009.html")
    assert "| ghi chú | [F009](https://example.org/F009.html) | " in as_markdown([NOTE], page)
