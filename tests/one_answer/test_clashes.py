"""Who is to be at two places: the check and the calendar tell the same, of the same meetings."""

from __future__ import annotations

import re

import pytest

from tests.one_answer.asking import run
from tests.one_answer.conftest import House
from tests.pages.reading import calendar_days, main, words

B1 = "46-kh-dtn.2020-07.doan-so-b.b1"
A1 = "46-kh-dtn.2020-07.doan-so-a.b1"
A5 = "46-kh-dtn.2020-07.doan-so-a.b5"
B4 = "46-kh-dtn.2020-07.doan-so-b.b4"
SAME_HOUR, CLOSE = "Cùng giờ ở hai đơn vị", "Hai đơn vị cách nhau dưới 90 phút"


def clashes(story: House) -> dict[str, list[str]]:
    """Return the clashes that the list of July tells, by the meeting that it tells them of."""
    items = [item for _, day in calendar_days(story.site, "2020-07") for item in day.xpath(".//li[@id]")]
    return {item.get("id"): [words(found) for found in item.xpath(".//span[@class='clash']")] for item in items}


def test_the_check_finds_both(story: House) -> None:
    told = run("check", "--root", str(story.root))
    assert re.findall(r"(M30[12]) .*?: “([a-z-]+)”", told) == [("M301", "nguyen-van-a"), ("M302", "pham-thi-d")]


def test_a_meeting_postponed_and_then_moved_clashes_at_both_ends(story: House) -> None:
    found = clashes(story)
    assert (found[A1], found[B1]) == ([SAME_HOUR], [SAME_HOUR])


def test_less_than_90_minutes_apart_clashes_at_both_ends(story: House) -> None:
    found = clashes(story)
    assert (found[A5], found[B4]) == ([CLOSE], [CLOSE])


def test_one_unit_does_not_clash_with_itself(story: House) -> None:
    found = clashes(story)
    assert [found[f"46-kh-dtn.2020-07.doan-so-a.{meeting}"] for meeting in ("b2", "b3")] == [[], []]


@pytest.mark.parametrize("off", ["doan-so-b.b2", "doan-so-b.b3", "doan-so-y.b1"], ids=["hủy", "hoãn", "không diễn ra"])
def test_what_is_called_off_does_not_clash(story: House, off: str) -> None:
    found = clashes(story)
    assert (found["46-kh-dtn.2020-07.doan-so-a.b4"], found[f"46-kh-dtn.2020-07.{off}"]) == ([], [])


def test_the_table_of_assignments_tells_the_same(story: House) -> None:
    rows = main(story.site, "lich/2020-07.html").xpath("//table/tbody/tr[th/a]")
    table = {
        row.xpath("./th/a")[0].get("href").partition("#")[2]: len(row.xpath(".//span[@class='clash']")) for row in rows
    }
    assert {meeting: number for meeting, number in table.items() if number} == {A1: 1, B1: 1, A5: 1, B4: 1}
