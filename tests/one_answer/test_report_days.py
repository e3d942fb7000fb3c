"""When the report on a meeting is due: extensions and the reports' own days count everywhere alike."""

from __future__ import annotations

import pytest

from tests.one_answer.asking import day, due, events, obligations, spreadsheet
from tests.one_answer.conftest import House
from tests.one_answer.statements import report_days, reports_due
from tests.pages.reading import items

DUTY = "bao-cao-du-sinh-hoat"
EXTENDED = "46-kh-dtn/2020-06/doan-so-b/b1"
STILL_OWED = "46-kh-dtn/2020-06/doan-so-b/b2"
OWN = "46-kh-dtn/2020-06/doan-so-a/b1"
OTHERS = "46-kh-dtn/2020-06/doan-so-a/b2"
DAYS = {  # meeting, who is assigned, the day on which the report is due
    "an extension": (EXTENDED, "hoang-van-e", "2020-06-19"),
    "an extension of what is still owed": (STILL_OWED, "hoang-van-e", "2020-06-19"),
    "the own report, from another day than somebody else's": (OWN, "nguyen-van-a", "2020-06-22"),
    "others' reports, the first sent": (OTHERS, "le-van-c", "2020-06-29"),
}


def row_of(story: House, page: str, unit: str) -> list[str]:
    """Return the last row of a page that begins with a unit, cell by cell."""
    rows = [items(row, "./th|./td") for row in story.main(page).xpath(".//tr[th[@scope='row']]")]
    return [row for row in rows if row[0] == unit][-1]


CASES = pytest.mark.parametrize(("meeting", "person", "on"), DAYS.values(), ids=DAYS)


def key(meeting: str, person: str) -> str:
    """Return the id of what a person owes for a meeting."""
    plan, rest = meeting.split("/", 1)
    return f"{plan}/{DUTY}/{rest}/{person}"


@CASES
def test_the_command(story: House, meeting: str, person: str, on: str) -> None:
    assert due(story.root)[key(meeting, person)]["due_on"] == on


def test_json_tells_those_that_are_in(story: House) -> None:
    found = obligations(story.site)
    told = {
        meeting: found[key(meeting, person)]["due_on"]
        for meeting, person, _ in DAYS.values()
        if key(meeting, person) in found
    }
    assert told == {EXTENDED: "2020-06-19", OWN: "2020-06-22"}


@CASES
def test_the_month_lists_it_on_its_day(story: House, meeting: str, person: str, on: str) -> None:
    listed = [each for each, keys in reports_due(story.site, "2020-06").items() if meeting in keys]
    assert listed == [on]


@CASES
def test_the_meeting_says_it_in_the_month(story: House, meeting: str, person: str, on: str) -> None:
    assert {each for found, each in report_days(story.site, "lich/2020-06.html") if found == meeting} == {on}


@pytest.mark.parametrize("page", ["don-vi/doan-so-b.html", "can-bo/hoang-van-e.html"])
def test_the_meeting_says_it_on_the_pages_of_the_unit_and_the_person(story: House, page: str) -> None:
    assert dict(report_days(story.site, page))[STILL_OWED] == "2020-06-19"


@CASES
def test_feeds(story: House, meeting: str, person: str, on: str) -> None:
    own = events(story.site, f"ics/can-bo/{person}.ics")
    assert day(own[f"han/{DUTY}/{meeting}"]) == on
    feeds = ("ics/tat-ca.ics", f"ics/don-vi/{meeting.split('/')[2]}.ics", f"ics/can-bo/{person}.ics")
    said = {str(events(story.site, feed)[f"buoi/{meeting}"]["DESCRIPTION"]) for feed in feeds}
    assert all(f"Hạn báo cáo dự sinh hoạt: {'/'.join(reversed(on.split('-')))}" in text for text in said)


@pytest.mark.parametrize("feed", ["ics/tat-ca.ics", "ics/han.ics"])
def test_feeds_of_all_deadlines(story: House, feed: str) -> None:
    found = events(story.site, feed)
    counted = {
        name.rpartition("/")[2]: found[name]["SUMMARY"]
        for name in found
        if name.startswith(f"han/46-kh-dtn/{DUTY}/2020-06")
    }
    assert counted == {
        "2020-06-19": "Hạn báo cáo dự sinh hoạt: 2 buổi của tháng 06/2020",
        "2020-06-22": "Hạn báo cáo dự sinh hoạt: 1 buổi của tháng 06/2020",
        "2020-06-29": "Hạn báo cáo dự sinh hoạt: 1 buổi của tháng 06/2020",
    }


def test_where_visits_are_counted_the_first_sent_counts(story: House) -> None:
    """Two report on the last meeting that was attended at the unit: of 17/06, and sent before that, of 18/06."""
    assert row_of(story, "so-lieu/do-phu-di-co-so.html", "Đoàn cơ sở Sở A")[1] == "18/06/2020"
    assert "18/06/2020" in " ".join(row_of(story, "don-vi/index.html", "Đoàn cơ sở Sở A"))
    assert spreadsheet(story.site, "do-phu")["doan-so-a"]["buổi gần nhất"] == "18/06/2020"
