"""What a unit, a team and the day of a session are called: alike on pages, in feeds and in tables."""

from __future__ import annotations

import pytest

from tests.one_answer.asking import day, due, events, obligations, spreadsheet
from tests.one_answer.conftest import House
from tests.pages.reading import calendar_day, items, main, words

THEN, NOW = "Đoàn cơ sở Trường Trung cấp C", "Đoàn cơ sở Trường C"  # the name changed on 01/06/2020
MEETING = "46-kh-dtn/2020-05/doan-truong-c/b1"
REPORT = "2020-05-12-doan-truong-c-chi-doan-1"
TEAM = "Đoàn số 2 của dot-1"


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("lich/2020-tuan-20.html", f"//li[@id='{MEETING.replace('/', '.')}']"),
        ("don-vi/doan-truong-c.html", "//section[h2[@id='sinh-hoat']]//tbody/tr"),
        ("don-vi/doan-truong-c.html", "//section[h2[@id='duoc-du']]//tbody/tr"),
        ("can-bo/hoang-van-e.html", f"//section//a[contains(@href, '{REPORT}') and not(ancestor::dl)]"),
        (f"bao-cao/{REPORT}.html", "//h1"),
        ("bao-cao/du-sinh-hoat/2020.html", f"//tr[.//a[contains(@href, '{REPORT}')]]"),
        ("thang/2020-05.html", f"//a[contains(@href, '{REPORT}')]"),
    ],
)
def test_a_meeting_is_told_by_the_name_of_its_day(story: House, page: str, path: str) -> None:
    found = items(main(story.site, page), path)
    assert found
    assert [text for text in found if f"Chi đoàn 1, {THEN}" not in text] == []


def test_feeds_and_tables_tell_it_by_that_name(story: House) -> None:
    event = events(story.site, "ics/tat-ca.ics")[f"buoi/{MEETING}"]
    assert event["SUMMARY"] == f"Sinh hoạt: Chi đoàn 1, {THEN}"
    rows = [row for row in spreadsheet(story.site, "bao-cao-du-sinh-hoat").values() if row["mã"] == REPORT]
    assert [row["tên đơn vị"] for row in rows] == [THEN]


def test_what_a_unit_owes_is_told_by_one_name(story: House) -> None:
    key = "46-kh-dtn/gui-lich-sinh-hoat/2020-05/doan-truong-c"
    names = {
        due(story.root)[key]["who"]["name"],
        obligations(story.site)[key]["who"]["name"],
        spreadsheet(story.site, "viec-phai-lam")[key]["người, đơn vị phải làm"],
        *items(
            main(story.site, "viec/46-kh-dtn/gui-lich-sinh-hoat/2020-05.html"),
            "//tr[@id='2020-05.doan-truong-c']/th",
        ),
        *items(main(story.site, "thang/2020-05.html"), "//a[contains(@href, '#2020-05.doan-truong-c')]"),
    }
    assert names == {NOW}


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("bao-cao/2020-06-02-dot-1-doan-2.html", "//h1"),
        ("dot/46-kh-dtn/dot-1.html", f"//section[h2='{TEAM}' or normalize-space(h2)='{TEAM}']"),
        ("viec/46-kh-dtn/bao-cao-ket-qua/dot-1.html", "//tr[@id='dot-1.dot-1-doan-2']"),
        ("don-vi/doan-so-x.html", "//section[h2[@id='kiem-tra']]//li"),
        ("can-bo/tran-thi-b.html", "//section[h2[@id='doan-kiem-tra']]/ul/li[.//a[contains(@href, 'dot-1')]]"),
    ],
)
def test_a_report_that_names_its_team_in_short_is_that_teams(story: House, page: str, path: str) -> None:
    (found,) = items(main(story.site, page), path)
    assert TEAM in found


def test_that_report_is_the_evidence(story: House) -> None:
    for found in (due(story.root), obligations(story.site)):
        told = found["46-kh-dtn/bao-cao-ket-qua/dot-1/dot-1-doan-2"]
        assert (told["state"], told["evidence"]["file"]) == (
            "on_time",
            "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-2.md",
        )


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("dot/46-kh-dtn/gs-thang-3.html", "//tr[@id='gs-thang-3-doan-3.c1']/td[@data-label='Buổi làm việc']"),
        ("don-vi/doan-so-y.html", "//section[h2[@id='kiem-tra']]//li[contains(., 'tháng 3')]"),
        ("can-bo/pham-thi-d.html", "//section[h2[@id='doan-kiem-tra']]//li[contains(., 'tháng 3')]//li"),
    ],
)
def test_a_session_is_told_on_the_day_that_it_was_held(story: House, page: str, path: str) -> None:
    (found,) = items(main(story.site, page), path)
    assert "24/06/2020" in found and "23/06/2020" not in found


def test_calendar_feed_and_deadline_count_from_that_day(story: House) -> None:
    """The party committee is invited by the day of the session."""
    days = {on: calendar_day(story.site, f"2020-06-{on}") for on in (23, 24)}
    sessions = {on: items(day, ".//li[contains(., 'hình thức')]") for on, day in days.items()}
    assert [len(found) for found in sessions.values()] == [0, 1]
    assert day(events(story.site, "ics/don-vi/doan-so-y.ics")["cuoc/46-kh-dtn/gs-thang-3-doan-3/c1"]) == "2020-06-24"
    assert due(story.root)["46-kh-dtn/moi-cap-uy/gs-thang-3/doan-so-y"]["due_on"] == "2020-06-24"
    assert "24/06/2020" in words(main(story.site, "viec/46-kh-dtn/moi-cap-uy/gs-thang-3.html"))
