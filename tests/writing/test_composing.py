"""The text of a new record from plain values."""

from __future__ import annotations

from datetime import date, time

import pytest

from ktgs.language.months import Month
from ktgs.records.loading import record_kinds
from ktgs.records.team import Mode
from ktgs.records.values import read_document_number
from ktgs.writing.composing import compose

KINDS = {kind.record_kind: kind for kind in record_kinds()}


def test_values_of_every_type_in_the_order_declared_and_nothing_empty() -> None:
    values = {
        "buổi": [
            {"giờ": time(8, 5), "ngày": date(2020, 4, 6), "mã": "b1", "chi đoàn": "c1", "nội dung": " ", "dời": []},
        ],
        "ngày nhận": "chưa rõ",
        "không sinh hoạt": [],
        "có số liên hệ": True,
        "Tháng": Month(2020, 4),
        "đơn vị": "doan-so-a",
    }
    assert compose(KINDS["schedule"], values) == (
        "đơn vị: doan-so-a\ntháng: 04/2020\nngày nhận: chưa rõ\ncó số liên hệ: có\n"
        "buổi:\n  - mã: b1\n    ngày: 06/04/2020\n    giờ: 08:05\n    chi đoàn: c1\n"
    )


def test_a_papers_number_is_written_as_given() -> None:
    values = {"số ký hiệu": "46 - KH/ĐTN", "ngày ban hành": "2020-04-06"}
    assert compose(KINDS["notice"], values) == "số ký hiệu: 46 - KH/ĐTN\nngày ban hành: 06/04/2020\n"
    read = read_document_number("5-kh/đtn")
    assert compose(KINDS["notice"], {"số ký hiệu": read}) == "số ký hiệu: 05-KH/ĐTN\n"


def test_words_and_lists() -> None:
    values = {"cuộc": [{"mã": "c1", "hình thức": Mode.online, "chi đoàn mẫu": ["a", "", "b"]}]}
    expected = "cuộc:\n  - mã: c1\n    hình thức: trực tuyến\n    chi đoàn mẫu:\n      - a\n      - b\n"
    assert compose(KINDS["team"], values) == expected


def test_a_text_below_front_matter() -> None:
    assert compose(KINDS["flash_report"], {"tháng": "4/2020"}, "\n# Báo cáo\n\n") == (
        "---\ntháng: 04/2020\n---\n\n# Báo cáo\n"
    )
    assert compose(KINDS["flash_report"], {"tháng": "4/2020"}) == "---\ntháng: 04/2020\n---\n"


def test_findings_stand_behind_what_the_report_is_about_and_spans_before_options() -> None:
    text = compose(KINDS["result_report"], {"ưu điểm": [{"mã": "u1", "nội dung": "A"}], "đoàn kiểm tra": "d1"})
    assert text.index("đoàn kiểm tra") < text.index("ưu điểm")
    person = compose(
        KINDS["person"], {"chức vụ": [{"hình thức giữ chức": "bầu", "từ": "2020-01-01", "cơ quan": "bch"}]}
    )
    assert person == "chức vụ:\n  - cơ quan: bch\n    từ: 01/01/2020\n    hình thức giữ chức: bầu\n"


@pytest.mark.parametrize(
    ("kind", "values", "body"),
    [
        ("schedule", {"ngày nhân": "x"}, ""),
        ("schedule", {"buổi": [{"giờ": "8:30", "mãa": "b"}]}, ""),
        ("schedule", {"tháng": ""}, ""),
        ("schedule", {"tháng": "4/2020"}, "chữ"),
    ],
)
def test_what_the_record_does_not_have_is_refused(kind: str, values: dict[str, object], body: str) -> None:
    with pytest.raises(ValueError):
        compose(KINDS[kind], values, body, words=("chi đoàn",))
