"""Readers of single values: what each reads, and in which words it refuses the rest."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from ktgs.language.months import Month
from ktgs.language.vocabulary import read_word
from ktgs.records.ids import read_id, read_reference
from ktgs.records.organization import Organization
from ktgs.records.team import Mode
from ktgs.records.values import (
    UNKNOWN,
    day_of,
    month_in,
    read_clock,
    read_count,
    read_day,
    read_day_of_month,
    read_document_number,
    read_month,
    read_open_day,
    read_yes,
)


def refusal(read: Callable[[str], Any], text: str) -> tuple[str, str, str]:
    """Return the code, what was found and the cure with which a reader refuses the text."""
    with pytest.raises(PydanticCustomError) as raised:
        read(text)
    context = raised.value.context or {}
    return raised.value.type, context["found"], context["cure"]


@pytest.mark.parametrize(
    "text",
    [
        "20/03/2020",
        "20/3/2020",
        "20.3.2020",
        "20-03-2020",
        "20\u201103\u20112020",
        "20 / 3 / 2020",
        "20 . 03 . 2020",
        "2020-03-20",
        "2020-3-20",
        "2020/03/20",
        "2020.3.20",
        "Thứ Sáu, 20/03/2020",
        "Thứ Sáu ngày 20/03/2020",
        "thứ 6, ngày 20 tháng 3 năm 2020",
        "T6 20/3/2020",
        "20/03/2020 (thứ Sáu)",
        "20/03/2020, thứ sáu",
        "Thứ Sáu, 2020-03-20",
        "ngày 20/3/2020",
        "ngày 20 tháng 3 năm 2020",
        "Ngày 20 tháng 03 năm 2020",
        "20 tháng 3 năm 2020",
        unicodedata.normalize("NFD", "ngày 20 tháng 3 năm 2020"),
    ],
)
def test_day_is_read_in_each_form_met(text: str) -> None:
    assert read_day(text) == date(2020, 3, 20)


@pytest.mark.parametrize("text", ["29/02/2020", "2020-02-29", "ngày 29 tháng 2 năm 2020"])
def test_leap_day_exists_in_a_leap_year(text: str) -> None:
    assert read_day(text) == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30/02/2020", "“30/02/2020” không có thật: tháng 02/2020 chỉ có các ngày từ 01 đến 29."),
        ("2020-02-30", "“2020-02-30” không có thật: tháng 02/2020 chỉ có các ngày từ 01 đến 29."),
        ("31/04/2020", "“31/04/2020” không có thật: tháng 04/2020 chỉ có các ngày từ 01 đến 30."),
        ("00/03/2020", "“00/03/2020” không có thật: tháng 03/2020 chỉ có các ngày từ 01 đến 31."),
        ("03/20/2020", "“03/20/2020” không có thật: không có tháng 20; ngày đứng trước, tháng đứng sau."),
        ("20/00/2020", "“20/00/2020” không có thật: không có tháng 0; ngày đứng trước, tháng đứng sau."),
        ("20/03/0020", "“20/03/0020” không có thật: năm 0020 nằm ngoài khoảng 1930–2200."),
        ("20/03/2202", "“20/03/2202” không có thật: năm 2202 nằm ngoài khoảng 1930–2200."),
        ("20/3", "“20/3” không phải là một ngày: thiếu năm."),
        ("ngày 20 tháng 3", "“ngày 20 tháng 3” không phải là một ngày: thiếu năm."),
        ("20/3/20", "“20/3/20” không phải là một ngày: năm phải đủ bốn chữ số."),
        ("20 tháng 3 năm 20", "“20 tháng 3 năm 20” không phải là một ngày: năm phải đủ bốn chữ số."),
        ("03/2020", "“03/2020” không phải là một ngày: chỉ có tháng và năm."),
        ("2020-03", "“2020-03” không phải là một ngày: chỉ có tháng và năm."),
        ("2018-12-211", "“2018-12-211” không phải là một ngày."),
        ("20/03-2020", "“20/03-2020” không phải là một ngày."),
        ("20 tháng 3 tháng 2020", "“20 tháng 3 tháng 2020” không phải là một ngày."),
        ("2020/03-20", "“2020/03-20” không phải là một ngày."),
        ("2020/03", "“2020/03” không phải là một ngày: chỉ có tháng và năm."),
        ("2020-20-03", "“2020-20-03” không có thật: không có tháng 20; ngày đứng trước, tháng đứng sau."),
        ("thứ sáu, 20/3", "“thứ sáu, 20/3” không phải là một ngày: thiếu năm."),
        ("thứ tám, 20/03/2020", "“thứ tám, 20/03/2020” không phải là một ngày."),
        ("20 / 03 2020", "“20 / 03 2020” không phải là một ngày."),
        ("20/03/2020 08:00", "“20/03/2020 08:00” không phải là một ngày."),
        ("thứ sáu", "“thứ sáu” không phải là một ngày."),
        ("43910", "“43910” không phải là một ngày."),
        ("٢٠/٠٣/٢٠٢٠", "“٢٠/٠٣/٢٠٢٠” không phải là một ngày."),
        ("~", "“~” không phải là một ngày."),
    ],
)
def test_day_that_is_none_is_refused_with_its_reason(text: str, found: str) -> None:
    cure = "Viết ngày/tháng/năm, ví dụ 20/03/2020, hoặc năm-tháng-ngày, ví dụ 2020-03-20."
    assert refusal(read_day, text) == ("S201", found, cure)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thứ Hai, 01/06/2020", 1),
        ("thứ 3, 02/06/2020", 2),
        ("Thứ Tư, 03/06/2020", 3),
        ("T5, 04/06/2020", 4),
        ("thứ sáu, 05/06/2020", 5),
        ("Thứ Bảy, 06/06/2020", 6),
        ("Chủ nhật, 07/06/2020", 7),
        ("CN, 07/06/2020", 7),
    ],
)
def test_each_weekday_is_known(text: str, day: int) -> None:
    assert read_day(text) == date(2020, 6, day)


@pytest.mark.parametrize("text", ["Thứ Năm, 20/03/2020", "20/03/2020 (CN)", "thứ sáu, 20/03/2020 (thứ năm)"])
def test_a_day_of_another_weekday_is_refused_with_its_own(text: str) -> None:
    found = f"“{text}” sai thứ: ngày 20/03/2020 là Thứ Sáu."
    assert refusal(read_day, text) == ("S201", found, "Sửa ngày hoặc sửa thứ; có thể bỏ thứ.")


def test_open_day_may_be_unknown() -> None:
    assert read_open_day("chưa rõ") is UNKNOWN
    assert read_open_day("Chưa Rõ") is UNKNOWN
    assert read_open_day("20/03/2020") == date(2020, 3, 20)
    assert refusal(read_open_day, "chua ro") == ("S201", "“chua ro” không phải là một ngày.", "Có phải: chưa rõ.")
    assert [day_of(value) for value in (None, UNKNOWN, date(2020, 3, 20))] == [None, None, date(2020, 3, 20)]


@pytest.mark.parametrize(
    "text",
    [
        "8:30",
        "08:30",
        "8h30",
        "8H30",
        "08h30",
        "8 h 30",
        "8 giờ 30",
        "8 giờ 30 phút",
        "8giờ30",
        "8g30",
        "8G30",
        "08 : 30",
        "08:30:00",
        "8h30p",
        "8h30'",
        "8 h 30 ph",
    ],
)
def test_clock_is_read_in_each_form_met(text: str) -> None:
    assert read_clock(text) == time(8, 30)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("8 giờ 5 phút", time(8, 5)),
        ("8h5p", time(8, 5)),
        ("15:00:00", time(15)),
        ("14g", time(14)),
        ("14 giờ", time(14)),
        ("14h", time(14)),
        ("13:45", time(13, 45)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_clock_without_minutes_and_at_the_ends_of_the_day(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    "text",
    ["24:00", "24 giờ", "8:60", "8.30", "8", "830", "8:3", "8h5", "8 giờ 5", "15:00:30", "2 giờ chiều", "510", "sáng"],
)
def test_clock_that_is_none_is_refused(text: str) -> None:
    cure = "Viết 8:30, 08:30, 8h30 hoặc 14 giờ."
    assert refusal(read_clock, text) == ("S202", f"“{text}” không phải là một giờ trong ngày.", cure)


@pytest.mark.parametrize(
    "text",
    [
        "03/2020",
        "3/2020",
        "3-2020",
        "3.2020",
        "tháng 3/2020",
        "Tháng 03 năm 2020",
        "2020-03",
        "03 / 2020",
        "2020/3",
        "2020.03",
    ],
)
def test_month_is_read_in_each_form_met(text: str) -> None:
    assert read_month(text) == Month(2020, 3)


@pytest.mark.parametrize("text", ["13/2020", "0/2020", "2020-13", "13", "tháng 13", "3/20", "20/03/2020", "03/1020"])
def test_month_that_is_none_is_refused(text: str) -> None:
    assert month_in(text) is None
    cure = "Viết tháng/năm, ví dụ 03/2020."
    assert refusal(read_month, text) == ("S205", f"“{text}” không phải là một tháng.", cure)


@pytest.mark.parametrize("text", ["3", "03", "tháng 11", "Tháng 3"])
def test_a_month_without_year_is_refused_as_that(text: str) -> None:
    found = f"“{text}” không phải là một tháng: thiếu năm."
    assert refusal(read_month, text) == ("S205", found, "Viết tháng/năm, ví dụ 03/2020.")


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("25", 25), ("05", 5), ("0123", 123), ("999999", 999999)])
def test_count_is_plain_digits_and_never_octal(text: str, count: int) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "found", "cure"),
    [
        ("1.234", "“1.234” không phải là một số viết liền.", "Viết 1234."),
        ("1 234", "“1 234” không phải là một số viết liền.", "Viết 1234."),
        ("1.10", "“1.10” không phải là một số đếm.", "Chỉ viết chữ số, ví dụ 25."),
        ("-1", "“-1” không phải là một số đếm.", "Chỉ viết chữ số, ví dụ 25."),
        ("20 đồng chí", "“20 đồng chí” không phải là một số đếm.", "Chỉ viết chữ số, ví dụ 25."),
        ("0x10", "“0x10” không phải là một số đếm.", "Chỉ viết chữ số, ví dụ 25."),
        ("1e3", "“1e3” không phải là một số đếm.", "Chỉ viết chữ số, ví dụ 25."),
        ("1234567", "“1234567” không phải là một số đếm.", "Chỉ viết chữ số, ví dụ 25."),
        ("٣", "“٣” không phải là một số đếm.", "Chỉ viết chữ số, ví dụ 25."),
    ],
)
def test_count_in_another_form_is_refused(text: str, found: str, cure: str) -> None:
    assert refusal(read_count, text) == ("S206", found, cure)


def test_day_of_month_is_one_to_thirty_one() -> None:
    assert [read_day_of_month(text) for text in ("1", "05", "31")] == [1, 5, 31]
    found = "“32” không phải là một ngày trong tháng."
    assert refusal(read_day_of_month, "32") == ("S206", found, "Viết một số từ 1 đến 31.")
    assert refusal(read_day_of_month, "0")[0] == "S206"
    assert refusal(read_day_of_month, "cuối tháng")[1] == "“cuối tháng” không phải là một số đếm."


def test_yes_and_no_are_the_only_answers() -> None:
    assert [read_yes(text) for text in ("có", "Có", unicodedata.normalize("NFD", "có"))] == [True, True, True]
    assert [read_yes(text) for text in ("không", "KHÔNG")] == [False, False]
    assert refusal(read_yes, "co") == ("S207", "“co” không phải là “có” hay “không”.", "Có phải: có.")
    for text in ("no", "yes", "on", "true", "1", "x"):
        assert refusal(read_yes, text) == ("S207", f"“{text}” không phải là “có” hay “không”.", "Viết có hoặc không.")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("46 - KH/ĐTN", "46-KH/ĐTN"),
        ("61a-KH/TĐTN-BTG", "61a-KH/TĐTN-BTG"),
        ("03 -HD/ĐTN", "03-HD/ĐTN"),
        ("94 /HD- TĐ", "94-HD/TĐ"),
        ("50/KH-ĐTN", "50-KH/ĐTN"),
        ("03 HD/TWĐTN – BTC", "03-HD/TWĐTN-BTC"),
        ("02-NQ/TWĐTN", "02-NQ/TWĐTN"),
        ("46\u2011KH/ĐTN", "46-KH/ĐTN"),
        ("46\u2014KH/TĐTN\u2212BTG", "46-KH/TĐTN-BTG"),
        ("46-KH/\u00d0TN", "46-KH/ĐTN"),
        ("2-nq/twđtn", "02-NQ/TWĐTN"),
        ("Số: 46 - KH/ĐTN", "46-KH/ĐTN"),
        ("số 12 – TB/ĐTN", "12-TB/ĐTN"),
        ("61A-KH/TĐTN-BTG", "61a-KH/TĐTN-BTG"),
        ("7đ-TB/ĐTN", "07đ-TB/ĐTN"),
        ("15-ttr/đtn", "15-TTr/ĐTN"),
        ("15-CTR/ĐTN", "15-CTr/ĐTN"),
        (unicodedata.normalize("NFD", "20-QĐ/ĐTN"), "20-QĐ/ĐTN"),
    ],
)
def test_document_number_is_printed_in_one_form(text: str, printed: str) -> None:
    number = read_document_number(text)
    assert str(number) == printed
    assert read_document_number(printed) == number


@pytest.mark.parametrize("text", ["46", "KH/ĐTN", "46-KH", "46-KH/", "Kế hoạch 46", "46-2020/ĐTN", "46-KH/ĐTN ngày 20"])
def test_document_number_that_is_none_is_refused(text: str) -> None:
    cure = "Viết số-loại/ký hiệu, ví dụ 46-KH/ĐTN; văn bản chưa có số thì bỏ trống."
    assert refusal(read_document_number, text) == (
        "S208",
        f"“{text}” không phải là số và ký hiệu của một văn bản.",
        cure,
    )


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("trực tiếp", Mode.on_site),
        ("Trực  Tiếp", Mode.on_site),
        (unicodedata.normalize("NFD", "trực tiếp"), Mode.on_site),
        ("QUA BÁO CÁO", Mode.by_report),
    ],
)
def test_word_is_read_whatever_its_case_and_unicode_form(text: str, mode: Mode) -> None:
    assert read_word(Mode, text) is mode


@pytest.mark.parametrize("text", ["truc tiep", "trực tiêp", "trực_tiếp", "on_site", ""])
def test_word_without_its_diacritics_or_in_english_is_not_read(text: str) -> None:
    assert read_word(Mode, text) is None


def test_own_id_is_one_slug_and_a_reference_may_be_longer() -> None:
    assert [read_id(text) for text in ("b1", "doan-so-a", "0123")] == ["b1", "doan-so-a", "0123"]
    assert read_reference("46-kh-dtn/2020-03/doan-so-a/b1") == "46-kh-dtn/2020-03/doan-so-a/b1"
    assert read_reference("2020-06-02-dot-1#kn1") == "2020-06-02-dot-1#kn1"
    words = "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối"
    assert refusal(read_id, "Đoàn Sở A") == ("S209", "“Đoàn Sở A” không phải là một mã.", f"{words}, ví dụ doan-so-a.")
    assert refusal(read_id, "a/b") == ("S209", "“a/b” không phải là một mã.", f"{words}, ví dụ a-b.")
    assert refusal(read_reference, "…") == ("S209", "“…” không phải là một mã.", f"{words}.")
    for text in ("a_b", "-a", "a--b", "a/", "Doan-so-a"):
        assert refusal(read_reference, text)[0] == "S209"


def test_a_long_value_is_cut_in_the_message() -> None:
    _, found, _ = refusal(read_day, "rất dài " * 100)
    assert len(found) < 100


def test_defaults_are_those_of_the_specification() -> None:
    defaults = {name: info.default for name, info in Organization.model_fields.items() if not info.is_required()}
    assert (defaults["full_register"], defaults["soon_days"]) == (False, 7)
    assert "data_repository" not in defaults  # who may read the data is said, never supposed
