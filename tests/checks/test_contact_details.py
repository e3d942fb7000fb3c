"""P101 and P102: phone numbers and e-mail addresses stand nowhere in the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.contacts import has_email, has_phone
from tests.checks.marked import NOTICE, PLAN, SCHEDULE_A4, VISIT_A, Change, fires, silent
from tests.repo import facts, lay, only

CURE = "Xóa khỏi tệp này; nếu cần giữ, ghi trong thư mục private/."


PHONES = (
    *("0900000000", "0900 000 000", "0900.000.000", "090-000-0000", "(0292) 3800000", "0292 3.800.000"),
    *("+84 900 000 000", "0084900000000", "+84 (0)900 000 000", "ĐT:0900000000.", "0900000000/0911111111"),
    *("0900 – 000 – 000", "0900 — 000 — 000", "0900\u2011000\u2011000", "0900 - 000 - 000", "0900_000_000"),
    *("Zalo0900000000", "0900000000Zalo", "84900000000", "84 900 000 000", "84-900-000-000", "0900*000*000"),
    *("0900·000·000", "0900•000•000", "0900,000,000", "0900|000|000", "(0900)000000", "(0900) 000-000"),
    *("\uff10\uff19" + "\uff10" * 8, "\u0660\u0669" + "\u0660" * 8, "₀₉₀₀₀₀₀₀₀₀", "⁰⁹⁰⁰⁰⁰⁰⁰⁰⁰", "O9OOOOOOOO"),
    *("0900\u00a0000\u00a0000", "0900\u2009000\u2009000", "0900\u200b000\u200b000", "09\u00ad00000000"),
    *("0 900 000 000", "(0) 900 000 000", "0-900-000-000", "0 9 0 0 0 0 0 0 0 0", "0.9.0.0.0.0.0.0.0.0"),
    *("09.00.00.00.00", "09-00-00-00-00", "09 00 00 00 00", "O9OO OOO OOO", "tel:0900000000", "+84900000000"),
    *("(+84) 900 000 000", "+84.900.000.000", "\uff0b84 900 000 000", "+(84) 900 000 000", "0084 900 000 000"),
    *("028 3800 0000", "02923800000", "không chín" + " không" * 8),
)
EMAILS = (
    *(
        "ten@vidu.vn",
        "ten.ho+viec@thu.vidu.com.vn",
        "ten\uff20vidu.vn",
        "ten @ vidu.vn",
        "ten (at) mail.vn",
        "ten[at]mail.vn",
    ),
    *(
        "ten{at}mail.vn",
        "ten at mail.vn",
        "ten at mail dot com",
        "ten(a)mail.vn",
        "ten (@) mail.vn",
        "ten a còng mail.vn",
    ),
    *(
        "ten (at) mail (dot) vn",
        "ten@mail[.]vn",
        "ten@mail chấm vn",
        "TEN@VIDU.VN",
        "<ten@vidu.vn>",
        "mailto:ten@vidu.vn",
    ),
)


def test_sixty_ways_are_held() -> None:
    assert len({*PHONES, *EMAILS}) > 60


@pytest.mark.parametrize("number", PHONES)
def test_forms_of_phone_numbers(number: str) -> None:
    assert has_phone(f"Phòng họp Sở A, gọi {number} trước")
    assert not has_email(number)


@pytest.mark.parametrize("address", EMAILS)
def test_forms_of_e_mail_addresses(address: str) -> None:
    assert has_email(f"Gửi về {address} trước")
    assert not has_phone(address)


def test_a_message_does_not_repeat_it(tmp_path: Path) -> None:
    change = ("địa điểm: Phòng họp Sở A", "địa điểm: ▸Phòng họp Sở A, gọi Zalo0900000000/0911111111")
    (found,) = fires(tmp_path, {SCHEDULE_A4: change}, "P101", "Có số điện thoại ở đây.")
    assert found.cure == CURE


@pytest.mark.parametrize(
    ("file", "change"),
    [
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "▸Gọi 0900 000 000.")),  # a line of the body
        (PLAN, ("  - Lưu", "  - ▸Lưu 0900 000 000")),  # an item of a list
        (VISIT_A, ("nội dung: Mỗi tuần", "nội dung: ▸0900 000 000 Mỗi tuần")),  # inside a finding
        (PLAN, ("- Đợt 1: dự", "▸- Đợt 1: gọi 0900000000; dự")),
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "▸Liên hệ 0900\n000 000.")),  # over two lines of a paragraph
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "▸Liên hệ +84\n900\n000\n000.")),
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "▸Gọi 0900**000**`000`.")),  # in several pieces of Markdown
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "▸Gọi [0900](a) 000 000.")),
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "Gọi:\n\n▸- 0900\n  000 000\n\n")),
        (VISIT_A, ("Chi đoàn sinh hoạt đúng giờ,", "▸Gọi 0900&nbsp;000&#160;000, &#48;900000000.")),
        (VISIT_A, ("nội dung: Mỗi tuần", "nội dung: ▸|\n      Gọi 0900\n      000 000\n     ")),
    ],
)
def test_everywhere(tmp_path: Path, file: str, change: Change) -> None:
    fires(tmp_path, {file: change}, "P101", "Có số điện thoại ở đây.")


def test_an_e_mail_address(tmp_path: Path) -> None:
    change = ("cách gửi: trục liên thông", "cách gửi: ▸thư điện tử nguyen.van-a@vidu.example.vn")
    (found,) = fires(tmp_path, {NOTICE: change}, "P102", "Có địa chỉ thư điện tử ở đây.")
    assert "@" not in found.message + found.cure


@pytest.mark.parametrize(
    "words",
    [
        "02 đợt, 66 đơn vị, 0123 đoàn viên",
        "Kế hoạch số 61a-KH/TĐTN-BTG ngày 06/11/2016",
        "từ 03/05/2020 đến 04/06/2020, 03.05.2020, 03-05-2020 14h00, 2020-05-03 08:30",
        "giá 1.234.567.890 đồng; 100.000.000; 09 10 11 12 13 14",
        "Luật 91/2025/QH15, điểm 0,5; tỷ lệ 08/22; phòng 0900",
        "họp lúc 8:30 @ phòng 3; a@b",
        "84.900.000.000 đồng; 1.090.000.000 đồng; 184 900 000 000",
        "các ngày 05 06 07 08 09; các lớp 010, 011, 012, 013; không một ai, không hai lời",
        "nguyên văn “at” trong tên; một chấm một; A (a) và (b)",
    ],
)
def test_other_numbers(tmp_path: Path, words: str) -> None:
    silent(tmp_path, {VISIT_A: ("Chi đoàn sinh hoạt đúng giờ", words)}, "P101", "P102")


def test_an_internal_field_is_no_public_text(tmp_path: Path) -> None:
    mood = ("tình hình tư tưởng: Đoàn viên", "tình hình tư tưởng: 0900 000 000 Đoàn viên")
    silent(tmp_path, {VISIT_A: mood}, "P101")


def test_in_the_name_of_a_file(tmp_path: Path) -> None:
    person = "họ tên: Nguyễn Văn X\nchức vụ: []\n"
    for name in ("x-0900000000", "x-0900-000-000"):
        found = facts(lay(tmp_path / name, {f"data/people/{name}.yml": person}))
        (problem,) = only(found, "P101")
        assert (problem.place.file, problem.found) == (f"data/people/{name}.yml", "Có số điện thoại trong tên tệp.")
