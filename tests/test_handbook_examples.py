"""The handbook's examples can be pasted into the shipped data: they take no file's place and bring no new message."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.handbook import HandbookPage, handbook
from tests.repo import facts, lay

SHIPPED = Path(__file__).parent.parent
ONLY_ONE = {"data/organization.yml", "data/accepted.yml"}  # of these there is one file, so an example stands for it
STILL_OF_THE_SMALL_SAMPLE = {
    "bao-cao-du-sinh-hoat.md",
    "canh-bao-duoc-chap-nhan.md",
    "dieu-chinh.md",
    "doan-kiem-tra.md",
    "lich-ngay-nghi.md",
    "lich-sinh-hoat.md",
    "loi-thuong-gap.md",
    "phan-cong.md",
    "theo-doi-kien-nghi.md",
}  # their examples name meetings, reports and files that the shipped data does not have, or has already


def pages() -> list[Any]:
    """Return the pages with examples; those that are known to speak of the small sample must still fail."""
    gap = pytest.mark.xfail(reason="its examples are of the small sample", strict=True)
    return [
        pytest.param(page, id=page.name, marks=[gap] if page.name in STILL_OF_THE_SMALL_SAMPLE else [])
        for page in handbook()
        if page.examples
    ]


def told(root: Path) -> Counter[tuple[str, str, str]]:
    """Return what is said of the data: file, code and message, each as often as it is said."""
    return Counter((item.place.file, item.code.id, item.found) for item in facts(root).diagnostics)


@cache
def told_before() -> Counter[tuple[str, str, str]]:
    """Return what is said of the shipped data as it is."""
    return told(SHIPPED)


@pytest.mark.parametrize("page", pages())
def test_examples_fit_into_the_shipped_data(page: HandbookPage, tmp_path: Path) -> None:
    taken = [file for file in page.examples if file not in ONLY_ONE and (SHIPPED / file).exists()]
    assert taken == []
    assert told(lay(tmp_path, dict(page.examples), base=SHIPPED)) - told_before() == Counter()
