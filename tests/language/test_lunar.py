"""Tết and the day of the Hùng Kings, against years as they were, or as the Vietnamese calendar has them."""

from __future__ import annotations

from datetime import date

import pytest

from ktgs.language.lunar import hung_kings_day, lunar_new_year


@pytest.mark.parametrize(
    ("tet", "hung_kings"),
    [
        ("1985-01-21", "1985-04-29"),  # a month before China's, a leap second month
        ("2007-02-17", "2007-04-26"),  # a day before China's
        ("2019-02-05", "2019-04-14"),
        ("2020-01-25", "2020-04-02"),
        ("2021-02-12", "2021-04-21"),
        ("2022-02-01", "2022-04-10"),
        ("2023-01-22", "2023-04-29"),  # a leap second month
        ("2024-02-10", "2024-04-18"),
        ("2025-01-29", "2025-04-07"),
        ("2026-02-17", "2026-04-26"),
        ("2030-02-02", "2030-04-12"),  # a day before China's
        ("2034-02-19", "2034-04-28"),  # after the leap eleventh month of 2033
    ],
)
def test_a_year(tet: str, hung_kings: str) -> None:
    day = date.fromisoformat(tet)
    assert (lunar_new_year(day.year), hung_kings_day(day.year)) == (day, date.fromisoformat(hung_kings))
