"""A unit chosen after the round's notice was due counts by its own session; board and deadline agree on which."""

from __future__ import annotations

from tests.one_answer.asking import due, obligations
from tests.one_answer.conftest import House
from tests.pages.reading import items, main

ON_THE_DAY, A_DAY_LATER = "dot-1-doan-2.c1", "dot-1-doan-2.c2"
FLAG = "chọn bổ sung"


def flags(story: House, activity: str, row: str) -> list[str]:
    """Return the flags beside the unit's name in a row of a round's board."""
    page = main(story.site, f"dot/46-kh-dtn/{activity}.html")
    return items(page, f"//tr[@id='{row}']/th/span[@class='flag']")


def test_chosen_on_the_day_that_the_notice_is_due_is_in_time(story: House) -> None:
    for found in (due(story.root), obligations(story.site)):
        told = found["46-kh-dtn/thong-bao/dot-1/doan-truong-c"]
        assert (told["due_on"], told["state"]) == ("2020-05-04", "late")
    assert flags(story, "dot-1", ON_THE_DAY) == []


def test_chosen_a_day_later_is_an_addition(story: House) -> None:
    for found in (due(story.root), obligations(story.site)):
        told = found["46-kh-dtn/thong-bao/dot-1/doan-so-x"]
        assert (told["due_on"], told["state"]) == ("2020-05-14", "on_time")
    assert flags(story, "dot-1", A_DAY_LATER) == [FLAG]


def test_an_extension_of_the_notice_makes_no_addition_undone(story: House) -> None:
    """Extensions apart, the notice was due on 08/06; the unit was chosen on 10/06 and is counted from its session."""
    for found in (due(story.root), obligations(story.site)):
        assert found["46-kh-dtn/thong-bao/gs-thang-3"]["due_on"] == "2020-06-11"
        assert found["46-kh-dtn/thong-bao/gs-thang-3/doan-so-y"]["due_on"] == "2020-06-17"
    assert flags(story, "gs-thang-3", "gs-thang-3-doan-3.c1") == [FLAG]
