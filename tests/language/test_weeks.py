"""Weeks as ISO 8601 counts them."""

from datetime import date

import pytest

from ktgs.language.weeks import Week


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2020, 5, 14), "2020-tuan-20"),
        (date(2019, 12, 30), "2020-tuan-01"),
        (date(2021, 1, 3), "2020-tuan-53"),
        (date(2021, 1, 4), "2021-tuan-01"),
    ],
)
def test_the_week_of_a_day(day: date, text: str) -> None:
    week = Week.of(day)
    assert str(week) == text
    assert day in week.days
    assert (week.first.weekday(), week.last.weekday()) == (0, 6)


def test_the_week_after_and_how_people_read_one() -> None:
    week = Week.of(date(2020, 12, 31))
    assert (str(week.next()), week < week.next()) == ("2021-tuan-01", True)
    assert week.label == "tuần 53/2020 (28/12/2020 – 03/01/2021)"
