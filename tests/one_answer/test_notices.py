"""Which notice reached which engagement: each is told once a sending, of the teams that it names."""

from __future__ import annotations

import pytest

from tests.one_answer.conftest import House
from tests.one_answer.statements import target
from tests.pages.reading import items, main, section, words

FIRST, SECOND = "dot/46-kh-dtn/dot-2.html#dot-2-doan-1.c1", "dot/46-kh-dtn/dot-2.html#dot-2-doan-2.c1"
UNIT = "don-vi/doan-so-y.html"


def told(story: House, number: str) -> list[list[str]]:
    """Return, for each line of the unit's timeline about a notice, the engagements that it leads to."""
    lines = section(main(story.site, UNIT), "dien-bien").xpath(".//li")
    mine = [line for line in lines if f"Gửi thông báo số {number}" in words(line)]
    every = [[target(UNIT, link.get("href")) for link in line.xpath(".//a")] for line in mine]
    return [[address for address in addresses if address.startswith("dot/")] for addresses in every]


@pytest.mark.parametrize(("number", "engagement"), [("31-TB/ĐTN", FIRST), ("32-TB/ĐTN", SECOND)])
def test_a_notice_is_credited_to_the_team_that_it_names(story: House, number: str, engagement: str) -> None:
    assert told(story, number) == [[engagement]]


def test_one_sending_of_a_notice_to_two_teams_is_one_line(story: House) -> None:
    lines = told(story, "33-TB/ĐTN")
    assert len(lines) == 1
    assert set(lines[0]) <= {FIRST, SECOND}


def test_the_board_tells_each_row_its_own_notices(story: House) -> None:
    page = main(story.site, "dot/46-kh-dtn/dot-2.html")
    found = {
        row: [
            text.split()[3].rstrip(",") for text in items(page, f"//section[@id='{row}.chi-tiet']//li") if "gửi" in text
        ]
        for row in ("dot-2-doan-1.c1", "dot-2-doan-2.c1")
    }
    assert found == {
        "dot-2-doan-1.c1": ["31-TB/ĐTN", "33-TB/ĐTN"],
        "dot-2-doan-2.c1": ["32-TB/ĐTN", "33-TB/ĐTN"],
    }
