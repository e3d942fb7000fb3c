"""Vietnamese text: folding, slugs, nearest words, order, numbers and days."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ktgs.language import text

VIETNAMESE = st.text(alphabet="aàảãáạăằâầbcdđeèẻẽéẹêềghiìklmnoòỏõóọôơpqrstuùủũúụưvxyỳỷỹýỵ ĐHOÀ-_/0123", max_size=30)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("thuý", "thúy"),
        ("huỷ", "hủy"),
        ("uỷ", "ủy"),
        ("Cấp uỷ", "cấp ủy"),
        ("thuỷ, hoạ", "thủy, họa"),
        ("TOÀ", "tòa"),
        ("loã xoè", "lõa xòe"),
        ("luỹ", "lũy"),
    ],
)
def test_both_tone_placements_fold_to_the_old_one(new: str, old: str) -> None:
    assert text.fold(new) == old
    assert text.fold(old) == old


@pytest.mark.parametrize(
    "word", ["quý", "quỷ", "quỳ", "giá", "hoàn", "khuỷu", "ngoài", "khoét", "huỳnh", "thuế", "già", "người", "của"]
)
def test_syllables_written_alike_in_both_styles_stay(word: str) -> None:
    assert text.fold(word) == word


def test_fold_ignores_case_blanks_and_unicode_form() -> None:
    assert text.fold(unicodedata.normalize("NFD", "  NGÀY\t nhận \n")) == "ngày nhận"
    assert text.fold("Đợt") == "đợt"


@given(st.text(max_size=40) | VIETNAMESE)
def test_fold_and_bare_are_stable_and_blind_to_unicode_form(written: str) -> None:
    assert text.fold(text.fold(written)) == text.fold(written)
    assert text.bare(text.bare(written)) == text.bare(written)
    assert text.fold(unicodedata.normalize("NFD", written)) == text.fold(written)


@given(VIETNAMESE)
def test_slug_is_ascii_and_its_own_slug(written: str) -> None:
    slug = text.slug(written)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert text.slug(slug) == slug


@pytest.mark.parametrize(
    ("written", "bare"),
    [("Đoàn cơ sở", "doan co so"), ("ngay_nhan", "ngay nhan"), ("bản - số–1", "ban so 1"), ("ĐƯỜNG", "duong")],
)
def test_bare(written: str, bare: str) -> None:
    assert text.bare(written) == bare
    assert text.bare(unicodedata.normalize("NFD", written)) == bare


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("thông báo", "thong-bao"),
        ("46 - KH/ĐTN", "46-kh-dtn"),
        ("94 /HD- TĐ", "94-hd-td"),
        ("quyết định thành lập đoàn", "quyet-dinh-thanh-lap-doan"),
        ("báo cáo dự sinh hoạt", "bao-cao-du-sinh-hoat"),
        ("…", ""),
    ],
)
def test_slug(written: str, slug: str) -> None:
    assert text.slug(written) == slug


MODES = ("trực tiếp", "tập trung", "qua báo cáo", "trực tuyến")


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("trực tiêp", MODES, "trực tiếp"),
        ("truc_tuyen", MODES, "trực tuyến"),
        ("qua bao cáo", MODES, "qua báo cáo"),
        ("ngày nhân", ("ngày gửi", "ngày nhận", "ngày"), "ngày nhận"),
        ("doan-so-b", ("truong-a", "doan-so-a", "doan-so-bb"), "doan-so-bb"),
        ("xyz", MODES, None),
        ("trực tiếp", (), None),
        ("", MODES, None),
    ],
)
def test_nearest(word: str, choices: tuple[str, ...], expected: str | None) -> None:
    assert text.nearest(word, choices) == expected
    assert text.nearest(word, reversed(choices)) == expected


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("kì", ("kỳ", "ký", "mã"), "kỳ"),
        ("lí do", ("lý do", "lỗi"), "lý do"),
        ("số kí hiệu", ("số ký hiệu", "số hiệu"), "số ký hiệu"),
        ("mĩ thuật", ("mỹ thuật",), "mỹ thuật"),
    ],
)
def test_i_and_y_are_one_for_finding_the_nearest(word: str, choices: tuple[str, ...], expected: str) -> None:
    assert text.nearest(word, choices) == expected
    assert text.sounds_like(word, expected)
    assert not text.sounds_like(word, "mã")


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("doan-so-bb", "doan-so-b", "doan-so-a"),
        ("doan-sơ-b", "doan-so-b", "doan-so-c"),
        ("dot1", "dot-1", "dot-2"),
        ("Đợt 1", "dot-1", "dot-11"),
        ("nguyen-van", "nguyen-van-a", "nguyen-thi-a"),
        ("tran-thi-hanhh", "tran-thi-hanh", "tran-thi-binh"),
        ("vo-ti-g", "vo-thi-g", "vo-thi-h"),
        ("46-kh-dt/dot-1", "46-kh-dtn/dot-1", "47-kh-dtn/dot-1"),
        ("bao-cao#kn", "bao-cao#kn1", "bao-ca#tt1"),
        ("kn9", "kn-9", "kn1"),
    ],
)
def test_an_id_is_near_where_no_syllable_is_another(word: str, near: str, far: str) -> None:
    assert text.nearest_id(word, (far, near)) == near
    assert text.nearest_id(word, (far,)) is None


def test_the_cure_that_asks() -> None:
    assert text.perhaps("kỳ", "Xóa.") == "Có phải: kỳ."
    assert text.perhaps(None, "Xóa.") == "Xóa."


def test_letters_that_look_like_d_with_a_stroke_are_folded_and_told() -> None:
    for letter in "\u00d0\u00f0\u0189\u0256":
        assert text.fold(f"{letter}oàn") == "đoàn"
        assert text.slug(f"{letter}oàn Sở A") == "doan-so-a"
        assert text.other_d(f"a {letter}") == letter
    assert text.other_d("Đoàn đ") == ""


def test_nearest_prefers_equal_diacritics_then_order() -> None:
    assert text.nearest("hạn", ("hàn", "hạn", "hán")) == "hạn"
    assert text.nearest("han", ("hạn", "hàn")) == "hàn"


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ấ", "b"],
        ["da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["Chi đoàn 2", "Chi đoàn 10", "Chi đoàn a"],
        ["ba sau", "bà an", "bán"],
        ["Đoàn cơ sở A", "Đoàn cơ sở B", "Đoàn cơ sở Đ"],
        ["hoa", "hòa", "hóa", "họa"],
        ["", "a", "a b", "ab"],
    ],
)
def test_vietnamese_order(ordered: list[str]) -> None:
    assert sorted(reversed(ordered), key=text.vietnamese_key) == ordered
    decomposed = [unicodedata.normalize("NFD", word) for word in ordered]
    assert sorted(reversed(decomposed), key=text.vietnamese_key) == decomposed


def test_tone_placement_and_case_do_not_change_the_order() -> None:
    assert sorted(["Hoàn", "hoà b", "HÒA a"], key=text.vietnamese_key) == ["HÒA a", "hoà b", "Hoàn"]


@given(VIETNAMESE, VIETNAMESE)
def test_only_equal_texts_have_equal_keys(one: str, other: str) -> None:
    assert (text.vietnamese_key(one) == text.vietnamese_key(other)) is (text.nfc(one) == text.nfc(other))


def test_people_are_sorted_by_given_name_then_middle_then_family() -> None:
    ordered = [
        "Trần Thị An",
        "Nguyễn Văn An",
        "Trần Văn An",
        "Nguyễn Văn Ân",
        "Lê Thị Bình",
        "Lê Đạt",
        "Ngô Đạt",
        "Đức",
    ]
    assert sorted(reversed(ordered), key=text.person_key) == ordered
    assert text.person_key("") < text.person_key("An")


def test_join_words() -> None:
    assert [text.join_words(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a và b",
        "a, b và c",
    ]


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (999, "999"), (1234, "1.234"), (1234567, "1.234.567"), (-1234, "-1.234"), (87.5, "87,5")],
)
def test_vi_number(number: float, written: str) -> None:
    assert text.vi_number(number) == written


def test_vi_number_keeps_the_decimals_given() -> None:
    assert text.vi_number(Decimal("1234.50")) == "1.234,50"


def test_days_and_months() -> None:
    assert text.vi_date(date(2020, 5, 4)) == "04/05/2020"
    assert text.vi_month(2020, 3) == "03/2020"


def test_weekdays() -> None:
    assert [text.vi_weekday(date(2020, 5, day)) for day in range(4, 11)] == [
        "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật",
    ]  # fmt: skip
