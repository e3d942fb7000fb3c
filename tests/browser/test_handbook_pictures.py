"""The handbook's pictures: the script takes each anew from today's pages, and the handbook shows each with words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.handbook import handbook
from tests.handbook_pictures import LARGEST, PICTURES, TAKEN, sites, take

NAMES = [f"{picture.name}.png" for picture in TAKEN]


@pytest.mark.browser
def test_all_pictures_can_be_taken_anew(browser: Browser, tmp_path: Path) -> None:
    """What each shows and frames is on the pages that there are now."""
    taken = take(browser, sites(tmp_path), tmp_path / "pictures")
    assert [file.name for file in taken] == NAMES


def test_the_pictures_are_those_of_the_script_and_small() -> None:
    assert sorted(file.name for file in PICTURES.iterdir()) == sorted(NAMES)
    assert all(file.stat().st_size < LARGEST for file in PICTURES.iterdir())


def test_the_handbook_shows_each_picture_once_and_says_what_it_shows() -> None:
    shown = [found for page in handbook() for found in re.findall(r"!\[([^\]]*)\]\(anh/([^)]+)\)", page.text)]
    assert sorted(name for _, name in shown) == sorted(NAMES)
    assert all(len(words.split()) > 5 for words, _ in shown)
