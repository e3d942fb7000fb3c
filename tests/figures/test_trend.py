"""Which duty is worst and whether each gets better, by month of the due date."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ktgs.duties.meeting_schedule import DUTY as SCHEDULE
from ktgs.examining.publishing import publish
from ktgs.figures.on_time import FIGURE as ON_TIME
from ktgs.figures.trend import FIGURE, DutyTrend, MonthlyChange, Trend
from ktgs.language.months import Month
from ktgs.obligations.obligation import State
from ktgs.obligations.tally import Tally
from tests.figures.asking import counted, figure, values
from tests.repo import SAMPLE, facts


def of(on_time: int, due: int) -> Tally:
    """Return a tally of so many on time, the rest late."""
    return Tally(Counter({State.on_time: on_time, State.late: due - on_time}), due, on_time)


def trend(recent: Tally, before: Tally) -> DutyTrend:
    """Return the trend of a duty with what was due lately and before."""
    both = of(recent.on_time + before.on_time, recent.due + before.due)
    return DutyTrend(SCHEDULE, {}, both, recent, before)


def test_sample_by_duty_and_month(tmp_path: Path) -> None:
    """Three schedules were on time: one of six due in April's 20th, two of six in March; nothing after."""
    (table,) = figure(tmp_path, "dien-bien-dung-han", "2020-06-15")
    assert table.columns[4:] == ("06/2020", "05/2020", "04/2020", "03/2020")
    found = values(table)
    assert next(iter(found)) == "Gửi lịch sinh hoạt"  # the only one of which five were due
    assert found["Gửi lịch sinh hoạt"] == [
        "16,7% (3/18)",
        "8,3% (1/12)",
        "33,3% (2/6)",
        "kém hơn",
        "–",
        "0,0% (0/6)",
        "16,7% (1/6)",
        "33,3% (2/6)",
    ]
    assert "Giám sát thường xuyên" not in found  # nothing of it was due yet
    assert counted(table, "Gửi lịch sinh hoạt", "05/2020") == ["due 46-kh-dtn/2020-05/gui-lich-sinh-hoat"]
    assert counted(table, "Gửi lịch sinh hoạt", "06/2020") == []


def test_months_of_all_duties_add_up_to_the_rates_by_month() -> None:
    known = publish(facts(SAMPLE))
    trends, rates = known.figure(FIGURE), known.figure(ON_TIME)
    assert trends and rates
    (plan,) = trends
    for month in trends[plan].months:
        tallies = [found for duty in trends[plan].duties if (found := duty.months.get(month))]
        whole = rates[plan].by_month[month]
        assert (sum(t.due for t in tallies), sum(t.on_time for t in tallies)) == (whole.due, whole.on_time)


@pytest.mark.parametrize(
    ("recent", "before", "expected"),
    [
        (of(9, 10), of(8, 10), MonthlyChange.better),
        (of(8, 10), of(9, 10), MonthlyChange.worse),
        (of(46, 50), of(48, 50), MonthlyChange.same),  # four points
        (of(45, 50), of(48, 50), MonthlyChange.worse),  # six
        (of(4, 4), of(0, 50), MonthlyChange.unknown),
        (of(5, 5), of(0, 4), MonthlyChange.unknown),
        (of(0, 0), of(9, 10), MonthlyChange.unknown),
    ],
)
def test_change_needs_five_on_either_side_and_five_points(
    recent: Tally, before: Tally, expected: MonthlyChange
) -> None:
    assert trend(recent, before).change is expected


def test_the_worst_is_one_of_which_enough_were_due_and_some_late() -> None:
    few, well = trend(of(0, 1), of(0, 3)), trend(of(5, 5), of(5, 5))
    poor = trend(of(2, 5), of(2, 5))
    assert Trend((poor, well, few), ()).worst is poor
    assert Trend((well, few), ()).worst is None
    assert Trend((few,), ()).worst is None


@pytest.mark.parametrize(
    ("found", "percent"), [(of(0, 0), None), (of(0, 9), 0), (of(1, 900), 1), (of(899, 900), 99), (of(9, 9), 100)]
)
def test_a_percentage_says_all_and_none_only_where_it_is_so(found: Tally, percent: int | None) -> None:
    assert found.percent == percent


def test_three_months_are_this_one_and_the_two_before() -> None:
    known = publish(facts(SAMPLE, "2020-06-30"))
    found = known.figure(FIGURE)
    assert found
    (schedules,) = (of for of in found["46-kh-dtn"].duties if of.duty.slug == SCHEDULE.slug)
    recent = [tally for month, tally in schedules.months.items() if month.first >= date(2020, 4, 1)]
    assert schedules.recent.due == sum(tally.due for tally in recent)
    assert schedules.before.due == schedules.months[Month(2020, 3)].due
