"""Days are counted as the domain's golden values say, by the oracle's own calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.oracle.days import Calendar, Calendars, Deadline, NoCalendarError, calendars, counted
from tests.oracle.reading import Tree, a_day, a_month, months, slug

OFF = {
    "2020": ["30/04", "01/05", "02/09", "02/04"],
    "2025": ["01/01"],
    "2026": ["01/01", "02/01", "31/08", "01/09", "02/09"],
}
WORKED = {"2026": ["10/01", "22/08"]}
BEFORE: Tree = {"số": "5", "đơn vị tính": "ngày làm việc", "chiều": "trước", "cách đếm": "tính cả ngày gửi"}
AFTER: Tree = {"số": "7", "đơn vị tính": "ngày làm việc", "chiều": "sau"}


def a_calendar(year: str, **announced: str) -> Tree:
    """Return the calendar file of a year."""
    entries = [{"ngày": f"{day}/{year}"} | announced for day in OFF[year]]
    return {"ngày nghỉ": entries, "làm bù": [{"ngày": f"{day}/{year}"} for day in WORKED.get(year, [])]}


CALENDARS = calendars({year: a_calendar(year) for year in OFF}, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "inclusive", "full", "report"),
    [
        ("11/05/2020", "22/05/2020", "04/05/2020", "29/04/2020", "02/06/2020"),
        ("10/11/2020", "25/11/2020", "03/11/2020", "02/11/2020", "04/12/2020"),
    ],
)
def test_the_golden_rounds(start: str, end: str, inclusive: str, full: str, report: str) -> None:
    notice = CALENDARS.settle(counted(BEFORE, a_day(start)))
    assert notice == Deadline(a_day(inclusive), a_day(full))
    fully = CALENDARS.settle(counted(BEFORE | {"cách đếm": "đủ ngày"}, a_day(start)))
    assert fully == Deadline(a_day(full), a_day(full))
    assert CALENDARS.settle(counted(AFTER, a_day(end))).due == a_day(report)


@pytest.mark.parametrize(("number", "start", "due"), [(5, "31/12/2025", "09/01/2026"), (7, "21/08/2026", "03/09/2026")])
def test_days_worked_in_exchange_count(number: int, start: str, due: str) -> None:
    assert CALENDARS.settle(counted(AFTER | {"số": str(number)}, a_day(start))).due == a_day(due)


def test_a_fixed_day_stays_and_the_working_day_before_is_safe() -> None:
    term = {"kiểu": "trước"}
    assert CALENDARS.settle(counted(term, date(2020, 4, 20))) == Deadline(date(2020, 4, 19), date(2020, 4, 17))
    moved = term | {"gặp ngày nghỉ": "sang ngày làm việc sau"}
    assert CALENDARS.settle(counted(moved, date(2020, 4, 20))) == Deadline(date(2020, 4, 20), date(2020, 4, 20))


def test_calendar_days_are_read_in_the_same_two_ways() -> None:
    term = BEFORE | {"đơn vị tính": "ngày"}
    assert CALENDARS.settle(counted(term, date(2020, 5, 13))) == Deadline(date(2020, 5, 8), date(2020, 5, 7))
    assert CALENDARS.settle(counted(term | {"cách đếm": "đủ ngày"}, date(2020, 5, 13))).due == date(2020, 5, 7)


def test_a_year_without_calendar_leaves_working_days_unknown_and_a_fixed_day_without_safe_day() -> None:
    with pytest.raises(NoCalendarError):
        CALENDARS.always.is_working(date(2021, 1, 4))
    assert CALENDARS.settle(counted(AFTER, date(2021, 1, 4))) == Deadline()
    assert CALENDARS.settle(counted({}, date(2021, 1, 4))) == Deadline(date(2021, 1, 4), None)


@pytest.mark.parametrize(
    ("announced", "done", "due"),
    [
        (date(2020, 5, 4), None, date(2020, 5, 12)),  # the thing was still to come: one day more
        (date(2020, 5, 11), None, date(2020, 5, 11)),  # its due day lay on the announcement
        (date(2020, 5, 12), None, date(2020, 5, 11)),
        (date(2020, 5, 4), date(2020, 5, 4), date(2020, 5, 11)),  # it was done by then
        (date(2020, 5, 4), date(2020, 5, 5), date(2020, 5, 12)),
    ],
)
def test_a_day_off_announced_late_gives_time_but_rewrites_nothing(
    announced: date, done: date | None, due: date
) -> None:
    always = Calendar(frozenset({2020}), frozenset(), frozenset())
    later = Calendars(always, ((announced, frozenset({date(2020, 5, 5)}), frozenset()),))
    assert later.settle(counted(AFTER | {"số": "6"}, date(2020, 5, 1)), done).due == due


def test_no_announcement_brings_a_due_day_to_before_itself() -> None:
    always = Calendar(frozenset({2020}), frozenset(), frozenset())
    off = frozenset({date(2020, 5, 6), date(2020, 5, 7)})
    at = {day: Calendars(always, ((day, off, frozenset()),)) for day in (date(2020, 4, 29), date(2020, 5, 1))}
    due = [it.settle(counted(BEFORE, date(2020, 5, 11))).due for it in at.values()]
    assert due == [date(2020, 4, 30), date(2020, 5, 4)]


def test_announcements_apply_in_order_from_their_day() -> None:
    trees = {"2020": {"ngày nghỉ": [{"ngày": "05/05/2020", "ngày công bố": "04/05/2020"}, {"ngày": "06/05/2020"}]}}
    before = calendars(trees, date(2020, 5, 3))
    after = calendars(trees, date(2020, 5, 4))
    count = counted(AFTER | {"số": "2"}, date(2020, 5, 4))
    assert (before.settle(count).due, after.settle(count).due) == (date(2020, 5, 7), date(2020, 5, 8))


def test_days_months_and_slugs_are_read_as_people_write_them() -> None:
    assert a_day("1/5/2020") == a_day("2020-05-01") == date(2020, 5, 1)
    assert a_month("03/2020") == a_month("2020-03") == "2020-03"
    assert list(months(date(2020, 11, 30), date(2020, 11, 30) + timedelta(days=40))) == [
        "2020-11",
        "2020-12",
        "2021-01",
    ]
    assert slug("quyết định thành lập đoàn") == "quyet-dinh-thanh-lap-doan"
