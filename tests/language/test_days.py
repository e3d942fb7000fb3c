"""Working days and deadlines: golden values checked by hand, edges and properties."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ktgs.language.days import (
    Calendar,
    Counting,
    DayKind,
    DayOff,
    Deadline,
    Direction,
    Measure,
    OnDayOff,
    Skipped,
    WorkedDay,
    calendar_days,
    fixed_day,
    monthly_deadline,
    settled,
    working_days_after,
    working_days_before,
)
from ktgs.language.months import Month

FILES = sorted((Path(__file__).parents[2] / "data" / "calendar").glob("*.yml"))
KEEP, NEXT = OnDayOff.keep, OnDayOff.next_working_day


def day(written: str) -> date:
    """Return the date that dd/mm/yyyy means."""
    number, month, year = map(int, written.split("/"))
    return date(year, month, number)


@cache
def calendar() -> Calendar:
    """Return the calendar that ships with the repository."""
    rows = {int(file.stem): yaml.safe_load(file.read_text(encoding="utf-8")) for file in FILES}
    return Calendar(
        frozenset(rows),
        tuple(
            DayOff(day(row["ngày"]), row["tên"], row["căn cứ"]) for year in rows.values() for row in year["ngày nghỉ"]
        ),
        tuple(
            WorkedDay(day(row["ngày"]), day(row["thay cho"]), row["căn cứ"])
            for year in rows.values()
            for row in year.get("làm bù", ())
        ),
    )


def before(written: str, days: int = 5, counting: Counting = Counting.inclusive) -> Deadline:
    return working_days_before(day(written), days, counting, calendar())


def after(written: str, days: int) -> Deadline:
    return working_days_after(day(written), days, calendar())


# The calendar that ships


def test_the_shipped_years_are_2019_to_2026_and_each_day_lies_in_its_file() -> None:
    assert [int(file.stem) for file in FILES] == list(range(2019, 2027))
    for file in FILES:
        year = yaml.safe_load(file.read_text(encoding="utf-8"))
        days = [day(row["ngày"]) for row in year["ngày nghỉ"]]
        worked = [day(row["ngày"]) for row in year.get("làm bù", ())]
        assert {on.year for on in days + worked} == {int(file.stem)}
        assert days == sorted(set(days)) and worked == sorted(set(worked))
        assert all(on.weekday() < 5 for on in days), "days off are listed on weekdays only"
        assert all(on.weekday() >= 5 for on in worked)


def test_every_worked_day_stands_for_a_day_off_that_names_it() -> None:
    for row in calendar().worked_days:
        if calendar().knows(row.instead_of.year):
            assert calendar().reason_off(row.instead_of) == f"Nghỉ hoán đổi, làm bù ngày {row.on:%d/%m/%Y}"


def test_no_basis_claims_a_decision_that_was_not_read() -> None:
    bases = [row.basis for row in calendar().days_off] + [row.basis for row in calendar().worked_days]
    assert bases and all(basis.endswith("chưa đối chiếu văn bản") for basis in bases)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("04/05/2020", ""),
        ("02/05/2020", "Thứ Bảy"),
        ("03/05/2020", "Chủ nhật"),
        ("30/04/2020", "Ngày Chiến thắng"),
        ("24/01/2020", "Tết Nguyên đán"),
        ("15/04/2019", "Nghỉ bù Giỗ Tổ Hùng Vương"),
        ("10/01/2026", ""),
        ("02/01/2026", "Nghỉ hoán đổi, làm bù ngày 10/01/2026"),
        ("05/01/2019", ""),
        ("24/11/2026", "Ngày Văn hóa Việt Nam"),
    ],
)
def test_reason_off(written: str, reason: str) -> None:
    assert calendar().reason_off(day(written)) == reason
    assert calendar().is_working(day(written)) is (reason == "")


# Golden values


@pytest.mark.parametrize(
    ("starts", "ends", "inclusive", "full", "report"),
    [
        ("11/05/2020", "22/05/2020", "04/05/2020", "29/04/2020", "02/06/2020"),
        ("10/11/2020", "25/11/2020", "03/11/2020", "02/11/2020", "04/12/2020"),
        ("15/06/2020", "26/06/2020", "08/06/2020", "05/06/2020", "07/07/2020"),
    ],
)
def test_notice_and_report_of_a_round(starts: str, ends: str, inclusive: str, full: str, report: str) -> None:
    assert before(starts).on == day(inclusive)
    assert before(starts).safe_on == day(full)
    assert before(starts, counting=Counting.full).on == day(full)
    assert before(starts, counting=Counting.full).safe_on == day(full)
    assert after(ends, 7).on == after(ends, 7).safe_on == day(report)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("31/12/2025", 5, "09/01/2026"),
        ("31/12/2025", 6, "10/01/2026"),
        ("21/08/2026", 7, "03/09/2026"),
        ("22/04/2020", 7, "05/05/2020"),
        ("06/05/2020", 7, "15/05/2020"),
        ("31/05/2020", 10, "12/06/2020"),
    ],
)
def test_working_days_after(start: str, days: int, due: str) -> None:
    assert after(start, days).on == day(due)


def test_a_late_addition_counts_from_its_session() -> None:
    assert (before("20/05/2020").on, before("20/05/2020").safe_on) == (day("13/05/2020"), day("12/05/2020"))


def test_days_off_on_the_19th_in_2020() -> None:
    off = [month for month in range(1, 13) if not calendar().is_working(date(2020, month, 19))]
    assert off == [1, 4, 7, 9, 12]


# The working


def test_the_working_of_a_notice_in_the_inclusive_reading() -> None:
    deadline = before("11/05/2020")
    assert deadline.working is not None
    assert deadline.working.start_on == day("11/05/2020")
    assert (deadline.working.direction, deadline.working.days) == (Direction.before, 5)
    assert deadline.working.measure is Measure.working_days
    assert deadline.working.counted == tuple(date(2020, 5, number) for number in range(4, 9))
    assert deadline.working.skipped == (
        Skipped(day("09/05/2020"), "Thứ Bảy"),
        Skipped(day("10/05/2020"), "Chủ nhật"),
    )
    assert deadline.rule == "5 ngày làm việc trước 11/05/2020, tính cả ngày gửi"
    assert deadline.cause == ""


def test_the_working_of_a_notice_in_the_full_reading_leaves_its_own_day_out() -> None:
    deadline = before("11/05/2020", counting=Counting.full)
    assert deadline.working is not None
    assert deadline.working.counted == tuple(date(2020, 5, number) for number in range(4, 9))
    assert [(skip.on.day, skip.reason) for skip in deadline.working.skipped] == [
        (30, "Ngày Chiến thắng"),
        (1, "Ngày Quốc tế Lao động"),
        (2, "Thứ Bảy"),
        (3, "Chủ nhật"),
        (9, "Thứ Bảy"),
        (10, "Chủ nhật"),
    ]
    assert deadline.rule == "5 ngày làm việc trước 11/05/2020, đủ ngày"


def test_a_worked_saturday_is_counted() -> None:
    deadline = after("21/08/2026", 7)
    assert deadline.working is not None
    assert deadline.working.counted[0] == day("22/08/2026")
    assert [skip.reason for skip in deadline.working.skipped] == [
        "Chủ nhật",
        "Thứ Bảy",
        "Chủ nhật",
        "Nghỉ hoán đổi, làm bù ngày 22/08/2026",
        "Quốc khánh",
        "Quốc khánh",
    ]
    assert deadline.rule == "7 ngày làm việc sau 21/08/2026"


@pytest.mark.parametrize(
    ("start", "forward", "inclusive", "full"),
    [
        ("10/05/2020", "11/05/2020", "08/05/2020", "07/05/2020"),  # Sunday
        ("30/04/2020", "04/05/2020", "29/04/2020", "28/04/2020"),  # holiday
        ("10/01/2026", "12/01/2026", "09/01/2026", "08/01/2026"),  # worked Saturday
    ],
)
def test_starts_that_are_no_common_working_days(start: str, forward: str, inclusive: str, full: str) -> None:
    assert after(start, 1).on == day(forward)
    assert (before(start, 1).on, before(start, 1).safe_on) == (day(inclusive), day(full))


def test_no_days_is_the_day_itself_even_when_off() -> None:
    assert after("10/05/2020", 0).on == day("10/05/2020")
    assert (before("10/05/2020", 0).on, before("10/05/2020", 0).safe_on) == (day("10/05/2020"), day("08/05/2020"))
    assert calendar_days(day("10/05/2020"), 0, Direction.before).on == day("10/05/2020")


def test_a_negative_number_of_days_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        after("10/05/2020", -1)
    with pytest.raises(ValueError, match="negative"):
        calendar_days(day("10/05/2020"), -1, Direction.after)


# Years without calendar


def test_a_year_without_calendar_makes_the_deadline_unknown() -> None:
    cause = "chưa có lịch ngày nghỉ của năm 2031"
    rule = "5 ngày làm việc sau 10/03/2031"
    assert after("10/03/2031", 5) == Deadline(None, None, None, cause, rule)
    assert before("10/03/2031").cause == cause


def test_only_the_years_walked_through_matter() -> None:
    assert after("31/12/2018", 1).on == day("02/01/2019")
    assert after("25/12/2026", 4).on == day("31/12/2026")
    assert after("25/12/2026", 5).cause == "chưa có lịch ngày nghỉ của năm 2027"


def test_a_safe_day_in_a_year_without_calendar_is_said() -> None:
    deadline = before("03/01/2019", 1)
    assert (deadline.on, deadline.safe_on) == (day("02/01/2019"), None)
    assert deadline.rule == (
        "1 ngày làm việc trước 03/01/2019, tính cả ngày gửi; "
        "chưa tính được ngày nên xong: chưa có lịch ngày nghỉ của năm 2018"
    )


def test_a_calendar_without_years_knows_weekends_only() -> None:
    assert not Calendar().knows(2020)
    assert Calendar().reason_off(day("02/05/2020")) == "Thứ Bảy"
    assert Calendar().is_working(day("30/04/2020"))


# Calendar days and fixed days


def test_calendar_days() -> None:
    deadline = calendar_days(day("28/02/2020"), 3, Direction.after)
    assert deadline.on == deadline.safe_on == day("02/03/2020")
    assert deadline.working is not None
    assert deadline.working.counted == (day("29/02/2020"), day("01/03/2020"), day("02/03/2020"))
    assert deadline.working.measure is Measure.calendar_days
    assert deadline.rule == "3 ngày sau 28/02/2020"
    assert calendar_days(day("02/03/2020"), 3, Direction.before).on == day("28/02/2020")


def test_more_days_than_time_has_make_the_deadline_unknown() -> None:
    assert calendar_days(day("01/01/9999"), 400, Direction.after).cause == "số ngày quá lớn"


@pytest.mark.parametrize(
    ("kind", "due", "rule"),
    [
        (DayKind.before, "19/03/2020", "trước ngày 20/03/2020"),
        (DayKind.at_latest, "20/03/2020", "chậm nhất ngày 20/03/2020"),
        (DayKind.until_end, "20/03/2020", "đến hết ngày 20/03/2020"),
    ],
)
def test_fixed_day(kind: DayKind, due: str, rule: str) -> None:
    deadline = fixed_day(day("20/03/2020"), kind, KEEP, calendar())
    assert deadline.on == deadline.safe_on == day(due)
    assert deadline.rule == rule


def test_a_fixed_day_off_stays_and_the_last_working_day_before_is_safe() -> None:
    deadline = fixed_day(day("20/04/2020"), DayKind.before, KEEP, calendar())
    assert (deadline.on, deadline.safe_on) == (day("19/04/2020"), day("17/04/2020"))
    assert deadline.working is not None
    assert deadline.working.counted == (day("19/04/2020"),)


def test_a_fixed_day_off_moves_where_the_term_says_so() -> None:
    deadline = fixed_day(day("30/04/2020"), DayKind.at_latest, NEXT, calendar())
    assert deadline.on == deadline.safe_on == day("04/05/2020")
    assert deadline.rule == "chậm nhất ngày 30/04/2020; 30/04/2020 là ngày nghỉ, chuyển sang 04/05/2020"
    assert deadline.working is not None
    assert [skip.on for skip in deadline.working.skipped] == [
        day("30/04/2020"), day("01/05/2020"), day("02/05/2020"), day("03/05/2020"),
    ]  # fmt: skip


def test_a_fixed_worked_saturday_is_an_ordinary_day() -> None:
    for rule in OnDayOff:
        deadline = fixed_day(day("22/08/2026"), DayKind.until_end, rule, calendar())
        assert deadline.on == deadline.safe_on == day("22/08/2026")


def test_a_fixed_day_in_a_year_without_calendar_is_known_unless_it_would_move() -> None:
    kept = fixed_day(day("20/03/2031"), DayKind.before, KEEP, calendar())
    assert (kept.on, kept.safe_on) == (day("19/03/2031"), None)
    assert kept.rule.endswith("chưa tính được ngày nên xong: chưa có lịch ngày nghỉ của năm 2031")
    moved = fixed_day(day("20/03/2031"), DayKind.before, NEXT, calendar())
    assert moved == Deadline(None, None, None, "chưa có lịch ngày nghỉ của năm 2031", "trước ngày 20/03/2031")
    assert settled(moved, KEEP, calendar()) == moved


def test_monthly_deadline() -> None:
    due = [monthly_deadline(Month(2020, month), 20, DayKind.before, KEEP, calendar()).on for month in range(3, 13)]
    assert due == [date(2020, month, 19) for month in range(3, 13)]
    short = monthly_deadline(Month(2021, 2), 31, DayKind.at_latest, KEEP, calendar())
    assert (short.on, short.safe_on) == (day("28/02/2021"), day("26/02/2021"))


# Properties

DAYS = st.dates(date(2019, 3, 1), date(2026, 10, 1))
NUMBERS = st.integers(0, 30)


def every_day(start: date, end: date) -> list[date]:
    """Return the days strictly between two days."""
    return [start + timedelta(days=number) for number in range(1, (end - start).days)]


@given(DAYS, NUMBERS, st.sampled_from(Counting))
def test_counted_days_are_all_working_and_with_the_skipped_leave_no_gap(
    start: date, days: int, counting: Counting
) -> None:
    later = working_days_after(start, days, calendar())
    earlier = working_days_before(start, days, counting, calendar())
    assert later.on is not None and earlier.on is not None
    inclusive = counting is Counting.inclusive and days > 0
    spans = (
        (later, [*every_day(start, later.on), *([later.on] if days else [])]),
        (earlier, [*([earlier.on] if inclusive else []), *every_day(earlier.on, start)]),
    )
    for deadline, span in spans:
        assert deadline.working is not None
        assert len(deadline.working.counted) == days
        assert all(map(calendar().is_working, deadline.working.counted))
        assert all(skip.reason == calendar().reason_off(skip.on) != "" for skip in deadline.working.skipped)
        assert sorted([*deadline.working.counted, *(skip.on for skip in deadline.working.skipped)]) == span


@given(DAYS.filter(lambda start: calendar().is_working(start)), NUMBERS)
def test_before_undoes_after_from_a_working_day(start: date, days: int) -> None:
    later = working_days_after(start, days, calendar()).on
    assert later is not None
    assert working_days_before(later, days, Counting.inclusive, calendar()).on == start
    earlier = working_days_before(start, days, Counting.inclusive, calendar()).on
    assert earlier is not None
    assert working_days_after(earlier, days, calendar()).on == start


@given(DAYS, NUMBERS)
def test_the_full_reading_is_one_working_day_more_and_the_safe_day(start: date, days: int) -> None:
    full = working_days_before(start, days, Counting.full, calendar())
    inclusive = working_days_before(start, days, Counting.inclusive, calendar())
    assert full.on == working_days_before(start, days + 1, Counting.inclusive, calendar()).on == inclusive.safe_on
    assert full.on is not None and inclusive.on is not None and full.on < inclusive.on


@given(DAYS, st.sampled_from(DayKind), st.sampled_from(OnDayOff))
def test_a_safe_day_is_a_working_day_and_never_after_the_due_day(start: date, kind: DayKind, rule: OnDayOff) -> None:
    deadline = fixed_day(start, kind, rule, calendar())
    assert deadline.on is not None and deadline.safe_on is not None
    assert deadline.safe_on <= deadline.on
    assert calendar().is_working(deadline.safe_on)
    assert rule is KEEP or calendar().is_working(deadline.on)


@given(DAYS, NUMBERS, st.sampled_from(Direction))
def test_calendar_days_count_every_day(start: date, days: int, direction: Direction) -> None:
    deadline = calendar_days(start, days, direction)
    assert deadline.on is not None and deadline.working is not None
    assert (deadline.on - start).days == (days if direction is Direction.after else -days)
    assert len(set(deadline.working.counted)) == days
