"""What lies on each day stands once in each view of the calendar, be the body small or large; rounds are bars."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.obligations.targets import Target, ToDayMeetings
from ktgs.pages import _calendar, calendar, calendar_day, calendar_month, calendar_week
from ktgs.pages._calendar_days import DayList
from ktgs.repository.meetings import days_announced
from tests.pages.reading import items, links, main, words
from tests.repo import facts, lay

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped() -> Facts:
    """What the public may know of the data that ships."""
    return publish(facts(REPOSITORY))


def expected(known: Facts, *, since: date = date.min, until: date = date.max) -> Counter[Target]:
    """Return how often each meeting, engagement and obligation lies on a day of a span, told from the records."""
    repository = known.repository
    found: Counter[Target] = Counter()
    for meeting in repository.meetings.values():
        found.update(meeting.key for on in {*days_announced(meeting.meeting)} if since <= on <= until)
    for engaged in repository.engagements.values():
        if engaged.engagement.session_on and since <= engaged.engagement.session_on <= until:
            found[engaged.key] += 1
    for item in known.counted:
        if item.due_on and not item.duty.private_until_done and since <= item.due_on <= until:
            found[item.key] += 1
    return found


def listed(day: DayList) -> Counter[Target]:
    """Return what a day's list names, by how often."""
    found: Counter[Target] = Counter()
    found.update(target for entry in day.meetings if (target := entry.row.subject.target))
    found.update(entry.target for entry in day.moved)
    found.update(target for entry in day.sessions if (target := entry.session.subject.target))
    found.update(item.key for entry in day.due for item in entry.group.items)
    return found


def test_weeks_list_everything_once(shipped: Facts) -> None:
    days = [day for page in calendar_week.pages(shipped) for day in page.days]
    assert len({day.on for day in days}) == len(days)
    found = sum((listed(day) for day in days), Counter[Target]())
    assert found == expected(shipped) and len(found) > 1_500


def test_months_show_every_meeting_and_engagement_once(shipped: Facts) -> None:
    shown: Counter[Target] = Counter()
    for page in calendar_month.pages(shipped):
        for day in (day for week in page.weeks for day in week.days if day):
            shown.update(line.target for line in day.meetings)
            shown.update(line.target for line in day.lines if line.kind == "session")
    wanted = expected(shipped)
    assert shown == Counter({target: wanted[target] for target in shown})
    repository = shipped.repository
    assert {*repository.meetings} <= shown.keys()
    assert {key for key, one in repository.engagements.items() if one.engagement.session_on} <= shown.keys()


def test_the_agenda_begins_today_and_lists_fourteen_days_once(shipped: Facts) -> None:
    (page,) = calendar.pages(shipped)
    assert page.days[0].on == shipped.today and page.days[0].is_today
    assert all(day.on >= shipped.today for day in page.days)
    found = sum((listed(day) for day in page.days), Counter[Target]())
    assert found == expected(shipped, since=shipped.today, until=shipped.today + timedelta(days=13))


def test_a_day_without_anything_is_still_today(tmp_path: Path) -> None:
    (page,) = calendar.pages(publish(facts(lay(tmp_path, {}), "2020-08-30")))  # a Sunday on which nothing lies
    assert next((day.on, day.has_entries) for day in page.days) == (date(2020, 8, 30), False)
    assert page.later is None or page.later.day >= date(2020, 9, 13)


def test_a_round_is_a_bar_over_its_days(shipped: Facts) -> None:
    (page,) = (page for page in calendar_month.pages(shipped) if page.month.label == "05/2020")
    bars = [
        (bar.before, bar.length, bar.after, bar.from_before, bar.goes_on) for week in page.weeks for bar in week.bars
    ]
    assert bars == [(0, 7, 0, False, True), (0, 5, 2, True, False)]  # 11/05 to 22/05/2020


def test_a_large_body_lists_meetings_by_day(shipped: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(calendar_day.pages(shipped)) == []
    monkeypatch.setattr(_calendar, "_UNITS_BY_WEEK", 10)
    weeks = [day for page in calendar_week.pages(shipped) for day in page.days]
    pages = list(calendar_day.pages(shipped))
    assert {day.meetings_page for day in weeks} - {None} == {ToDayMeetings(page.day.on) for page in pages}
    assert not any(day.meetings or day.moved for day in weeks)
    found = Counter(target for page in pages for target in listed(page.day).elements())
    meetings = {target: count for target, count in expected(shipped).items() if target in shipped.repository.meetings}
    assert {target: count for target, count in found.items() if target in shipped.repository.meetings} == meetings
    assert all(
        not day.meetings for page in calendar_month.pages(shipped) for week in page.weeks for day in week.days if day
    )
    key = next(iter(shipped.repository.meetings))
    on = shipped.repository.meetings[key].on
    assert _calendar.meeting_address(shipped, key) == f"lich/{on}.html#{'.'.join(key.parts)}"


def test_a_day_of_very_many_meetings_goes_on_in_parts(shipped: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_calendar, "_UNITS_BY_WEEK", 10)
    whole = {page.day.on: page.day for page in calendar_day.pages(shipped)}
    for module in (_calendar, calendar_day):
        monkeypatch.setattr(module, "MOST_MEETINGS", 3)
    cut: dict[date, list[calendar_day.CalendarDayPage]] = {}
    for page in calendar_day.pages(shipped):
        cut.setdefault(page.day.on, []).append(page)
    assert max(map(len, cut.values())) > 3
    for on, pages in cut.items():
        assert [entry for page in pages for entry in page.day.meetings] == list(whole[on].meetings)
        assert [entry for page in pages for entry in page.day.moved] == list(whole[on].moved)
        first, *later = (page.day for page in pages)
        assert (first.due, first.sessions, first.reports) == (whole[on].due, whole[on].sessions, whole[on].reports)
        assert not any(day.due or day.sessions or day.reports or day.rounds for day in later)
        assert {link.address for link in pages[0].parts} == ({page.url for page in pages} if later else set())
    places = {f"{page.url}#{entry.anchor}" for pages in cut.values() for page in pages for entry in page.day.meetings}
    assert {_calendar.meeting_address(shipped, key) for key in shipped.repository.meetings} == places


def test_what_a_page_can_be_narrowed_to(shipped: Facts) -> None:
    (page,) = (page for page in calendar_week.pages(shipped) if str(page.week) == "2020-tuan-20")
    choices = page.choices
    assert [choice.words for choice in choices.kinds] == [
        "Sinh hoạt",
        "Sinh hoạt có phân công người dự",
        "Kiểm tra, giám sát",
        "Hạn",
    ]
    assert [choice.words for choice in choices.clusters] == [f"Cụm {number}" for number in range(1, 7)]
    assert {choice.cluster for choice in choices.units} == {choice.value for choice in choices.clusters}
    marked = [marks for day in page.days for marks in day.marks]
    assert {choice.value for choice in choices.units} == {unit for marks in marked for unit in marks.units}
    assert {choice.value for choice in choices.people} == {person for marks in marked for person in marks.people}


def test_no_page_of_the_calendar_is_over_150_kb(data_site: Path, internal_data_site: Path) -> None:
    for site in (data_site, internal_data_site):
        pages = {path.name: path.stat().st_size for path in (site / "lich").glob("*.html")}
        assert pages and {name: size for name, size in pages.items() if size > 150_000} == {}


def test_every_view_leads_to_the_others(data_site: Path) -> None:
    for address in (
        "lich/index.html",
        "lich/2020-tuan-20.html",
        "lich/2020-05.html",
        "lich/2020.html",
        "lich/dang-ky.html",
    ):
        nav = main(data_site, address).xpath("//nav[@aria-label='Cách xem lịch']")[0]
        assert [text for text, _ in links(nav)] == ["Sắp tới", "Tuần", "Tháng", "Năm", "Đăng ký lịch"]
        assert len(nav.xpath(".//a[@aria-current='page']")) == 1


def test_a_meeting_called_off_is_struck_through_and_a_moved_one_leads_on(data_site: Path) -> None:
    page = main(data_site, "lich/2020-tuan-20.html")
    off = page.xpath("//li[contains(., 'hoãn, chưa có ngày mới')]")
    assert off and all(words(item.xpath("./s")[0]) for item in off)
    moved = [
        item
        for file in (data_site / "lich").glob("*-tuan-*.html")
        for item in main(data_site, f"lich/{file.name}").xpath("//li[@class='moved']")
    ]
    assert moved
    for item in moved:
        ((text, target),) = links(item, "./a[contains(@class, 'flag')]")
        assert text.startswith("đã dời sang ") and "-tuan-" in target and items(item, "./s")
