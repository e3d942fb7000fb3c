"""The browser folds and orders Vietnamese text as the program does: over every letter, rhyme and tone."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser

from ktgs.language.text import bare, fold, nfc, person_key, vietnamese_key

pytestmark = pytest.mark.browser
SCRIPT = Path(__file__).parents[2] / "site_templates" / "assets" / "vietnamese.js"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
INITIALS = tuple(re.findall("[^ ]+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"))
FINALS = ("", *re.findall("[^ ]+", "c ch m n ng nh p t i u y o a e"))


def syllables() -> list[str]:
    """Return every vowel with every tone between every beginning and end, and open pairs in both placements."""
    plain = [f"{start}{vowel}{tone}{end}" for start, vowel, tone, end in product(INITIALS, VOWELS, TONES, FINALS)]
    pairs = ("oa", "oe", "uy")
    both = [
        made
        for start, pair, tone in product(["", *INITIALS, "q"], pairs, TONES)
        for made in (f"{start}{pair[0]}{tone}{pair[1]}", f"{start}{pair}{tone}", f"{start}{pair}{tone}n")
    ]
    return [nfc(text) for text in (*plain, *both)]


ODD = [
    "Ðoàn", "ÐƯỜNG", "ɖoàn", "46-KH/ĐTN", "2.10", "Số 007 và 7", "  hai   chỗ ", "a_b–c", "HOÀ", "Hoà bình", "QUÝ",
    "quỳnh", "khoẻ", "Khoẻ.", "thuỷ1", "Nguyễn Văn A", "tháng 9/2020", "tháng 10/2020", "é è ç", "–",
]  # fmt: skip


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Composed, decomposed and in capitals."""
    plain = [*syllables(), *ODD]
    return [*plain, *(normalize("NFD", text) for text in plain[::3]), *(text.upper() for text in plain[::3])]


def asked(browser: Browser, name: str, texts: list[str]) -> list[str]:
    """Return what the browser makes of each text."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(path=SCRIPT)
        found: list[str] = page.evaluate("([name, texts]) => texts.map(ktgs[name])", [name, texts])
    return found


def test_folding_is_the_same(browser: Browser, texts: list[str]) -> None:
    for name, ours in (("fold", fold), ("bare", bare)):
        differing = [
            (text, theirs, ours(text))
            for text, theirs in zip(texts, asked(browser, name, texts), strict=True)
            if theirs != ours(text)
        ]
        assert differing == []


def test_order_is_the_same(browser: Browser, texts: list[str]) -> None:
    distinct = list({nfc(text): None for text in texts})
    keys = dict(zip(distinct, asked(browser, "key", distinct), strict=True))
    assert sorted(distinct, key=lambda text: keys[text].encode("utf-16-be")) == sorted(distinct, key=vietnamese_key)


def test_people_are_ordered_by_given_name(browser: Browser) -> None:
    names = [
        f"{family} {middle} {given}".replace("  ", " ")
        for family, middle, given in product(
            ("Nguyễn", "Ngô", "Đặng", "Dương"), ("", "Văn", "Thị", "Thị Ánh"), ("A", "Á", "Ân", "Đ", "D", "B")
        )
    ]
    names.append("Bình")
    keys = dict(zip(names, asked(browser, "personKey", names), strict=True))
    assert sorted(names, key=lambda name: keys[name].encode("utf-16-be")) == sorted(names, key=person_key)
