"""Every feed is sound iCalendar: it parses back, folds by octets, has one time zone, and no trace of the clock."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import Contentline

from ktgs.examining.publishing import publish
from ktgs.exports._entries import ZONE, FeedEntry, Feeds, folded
from ktgs.records.organization import Organization
from tests.exports.asking import Files, data, events, exported, parsed, sample
from tests.repo import SAMPLE, facts

FILES = {"small": sample, "shipped": data}
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=200).map(str.strip)


@cache
def of_sample() -> Feeds:
    """The feeds' own way of writing, for the small sample."""
    return Feeds(publish(facts(SAMPLE)))


@pytest.fixture(params=FILES)
def feeds(request: pytest.FixtureRequest) -> Files:
    """The feeds of a repository."""
    return {path: content for path, content in FILES[request.param]().items() if path.endswith(".ics")}


def test_there_is_a_feed_for_all_and_for_each_unit_and_officer() -> None:
    found = publish(facts(SAMPLE)).repository
    expected = {"ics/tat-ca.ics", "ics/han.ics"}
    expected |= {f"ics/don-vi/{unit}.ics" for unit in found.units} | {f"ics/can-bo/{one}.ics" for one in found.people}
    assert {path for path in sample() if path.startswith("ics/")} == expected


def test_every_event_has_what_it_needs_once(feeds: Files) -> None:
    for path in feeds:
        for event in events(feeds, path).values():
            for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS", "TRANSP", "CATEGORIES", "DTEND"):
                assert not isinstance(event[name], list), (path, name)


def test_one_time_zone_defined_in_every_feed(feeds: Files) -> None:
    for content in feeds.values():
        zones: list[Any] = parsed(content).walk("VTIMEZONE")
        assert [str(zone["TZID"]) for zone in zones] == ["Asia/Ho_Chi_Minh"]
        assert set(re.findall(rb"TZID[=:]([^:\r]+)", content)) == {b"Asia/Ho_Chi_Minh"}
        assert zones[0].walk("STANDARD")[0]["TZOFFSETTO"].td == timedelta(hours=7)


def test_lines_are_folded_by_octets(feeds: Files) -> None:
    for path, content in feeds.items():
        lines = content.split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75, path
        assert all(b"\n" not in line and b"\r" not in line and line.decode() for line in lines), path


def test_everything_ends_after_it_starts_and_leaves_its_time_free(feeds: Files) -> None:
    for path in feeds:
        for event in events(feeds, path).values():
            assert event["DTEND"].dt > event["DTSTART"].dt
            assert event["TRANSP"] == "TRANSPARENT"


def test_an_event_that_stands_in_several_feeds_is_the_same_but_for_reminders(feeds: Files) -> None:
    seen: dict[str, bytes] = {}
    for path in feeds:
        for uid, event in events(feeds, path).items():
            plain = re.sub(rb"BEGIN:VALARM.*END:VALARM\r\n", b"", event.to_ical(), flags=re.DOTALL)
            assert seen.setdefault(uid, plain) == plain, (path, uid)


def test_stamps_come_from_the_data(feeds: Files) -> None:
    for path in feeds:
        for event in events(feeds, path).values():
            stamp = event["DTSTAMP"].dt
            assert (stamp.utcoffset(), stamp.time()) == (timedelta(0), time.min)
            assert stamp.date() <= date(2020, 10, 15), (path, event["UID"])


def test_names_are_vietnamese_and_say_that_it_is_a_sample(feeds: Files) -> None:
    calendar = parsed(feeds["ics/han.ics"])
    assert str(calendar["X-WR-CALNAME"]) == "Đoàn Khối: hạn các việc phải làm (dữ liệu minh họa)"
    assert "giả định" in str(calendar["X-WR-CALDESC"])


def test_a_real_body_is_no_sample() -> None:
    public = publish(facts(SAMPLE))
    repository = public.repository
    organization = repository.organization.replace(sample_as_of=None)
    records = dict(repository.records) | {Organization: {organization.key: organization}}
    real = Feeds(replace(public, repository=replace(repository, records=records)))
    calendar = Calendar.from_ical(real.feed("Đoàn Khối: lịch", ()))
    assert str(calendar["X-WR-CALNAME"]) == "Đoàn Khối: lịch"
    assert "giả định" not in str(calendar["X-WR-CALDESC"])


@pytest.mark.parametrize("later", ["2020-10-16", "2020-10-25", "2020-12-25"])
def test_a_later_day_changes_nothing_where_nothing_was_recorded(later: str) -> None:
    """Rebuilt daily, across due days, ends of months and rounds: the same bytes."""
    again = exported(SAMPLE, later)
    changed = [path for path in sample() if path.endswith(".ics") and sample()[path] != again[path]]
    assert changed == []


@settings(max_examples=60, deadline=None)
@given(summary=TEXTS, place=TEXTS, lines=st.lists(TEXTS.filter(bool), max_size=4), hour=st.none() | st.times())
def test_any_text_comes_back(summary: str, place: str, lines: list[str], hour: time | None) -> None:
    at = hour.replace(second=0, microsecond=0, fold=0) if hour else None
    entry = FeedEntry("x/1", "Hạn", summary, date(2020, 3, 1), date(2020, 3, 4), None, at, place, tuple(lines))
    event: Any
    (event,) = Calendar.from_ical(of_sample().feed(summary, [of_sample().event(entry)])).walk("VEVENT")
    assert str(event["SUMMARY"]) == summary
    assert str(event.get("LOCATION", "")) == place
    assert str(event.get("DESCRIPTION", "")) == "\n".join(lines)
    assert event["DTSTART"].dt == (datetime.combine(date(2020, 3, 4), at, ZONE) if at else date(2020, 3, 4))


@given(st.text("aé ế🙂\\^,", max_size=300))
def test_a_line_is_folded_as_the_library_folds_it(text: str) -> None:
    line: Any = Contentline
    assert folded(text) == line(text).to_ical()
