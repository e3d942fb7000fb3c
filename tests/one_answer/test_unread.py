"""Which broken file may concern a unit: the pages warn of it where its obligations become unknown, nowhere else."""

from __future__ import annotations

from tests.one_answer.asking import due
from tests.one_answer.conftest import House
from tests.pages.reading import items, main

FILE = "data/reports/2020/du-sinh-hoat/2020-09-16-chi-doan-so-d.md"
BANNER = "//p[@class='banner errors'][contains(., 'Có tệp chưa đọc được')]//*[@class='source']"
DUTY = "46-kh-dtn/bao-cao-du-sinh-hoat/2020-09"


def banner(story: House, unit: str) -> list[str]:
    """Return the files that a unit's page warns of."""
    return [
        text.partition(":")[0] for text in items(main(story.site, f"don-vi/{unit}.html", with_sources=True), BANNER)
    ]


def test_the_unit_that_the_name_says_is_warned(story: House) -> None:
    assert banner(story, "chi-doan-so-d") == [FILE]
    assert due(story.root)[f"{DUTY}/chi-doan-so-d/b1/hoang-van-e"]["state"] == "unknown"


def test_a_unit_whose_name_is_part_of_that_name_is_not(story: House) -> None:
    assert banner(story, "doan-so-d") == []


def test_nor_is_what_it_owes_in_doubt(story: House) -> None:
    assert due(story.root)[f"{DUTY}/doan-so-d/b1/hoang-van-e"]["state"] == "overdue"


def test_other_units_are_not_warned(story: House) -> None:
    pages = (path.stem for path in (story.site / "don-vi").glob("*.html") if path.stem != "index")
    assert [unit for unit in pages if unit not in ("chi-doan-so-d", "doan-so-d") and banner(story, unit)] == []


def test_the_month_is_warned(story: House) -> None:
    warned = [
        month.stem
        for month in (story.site / "lich").glob("2020-??.html")
        if items(main(story.site, f"lich/{month.name}", with_sources=True), BANNER)
    ]
    assert warned == ["2020-09"]
