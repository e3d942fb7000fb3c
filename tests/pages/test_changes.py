"""The feed of what changed: sound Atom, latest first, no meeting that is only announced, entries that stay."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from ktgs.examining.publishing import publish
from ktgs.pages import changes
from tests.repo import SAMPLE, facts

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_is_atom_with_times_of_the_data(sample_site: Path) -> None:
    feed = etree.parse(sample_site / changes.ADDRESS).getroot()
    assert feed.tag == f"{ATOM}feed"
    times = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.findall(f"{ATOM}entry")]
    assert times and times == sorted(times, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == times[0]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    for link in feed.iter(f"{ATOM}link"):
        assert (sample_site / link.get("href", "").partition("#")[0]).is_file()


def test_a_later_day_adds_and_takes_nothing_away() -> None:
    (early,), (late,) = (tuple(changes.pages(publish(facts(SAMPLE, day)))) for day in ("2020-05-05", "2020-05-06"))
    known = {change.id for change in late.changes}
    assert [change.id for change in early.changes if change.id not in known] == []
    assert all(str(change.on) <= "2020-05-05" for change in early.changes)


def test_a_sent_schedule_is_a_change_and_an_announced_meeting_is_not() -> None:
    (feed,) = changes.pages(publish(facts(SAMPLE, "2020-05-05")))
    titles = [change.title for change in feed.changes]
    assert any("lịch sinh hoạt tháng" in title for title in titles)
    assert not any(": Sinh hoạt:" in title for title in titles)
