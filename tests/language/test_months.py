"""Months: names, order, ends."""

from datetime import date

import pytest

from ktgs.language.months import Month, add_months, month_last_day
from ktgs.records.values import read_day


def test_month() -> None:
    month = Month(2020, 2)
    assert (str(month), month.label) == ("2020-02", "02/2020")
    assert (month.first, month.last) == (date(2020, 2, 1), date(2020, 2, 29))
    assert month.next() == Month(2020, 3) and Month(2020, 12).next() == Month(2021, 1)
    assert Month.of(date(2020, 2, 29)) == month < Month(2020, 10) < Month(2021, 1)
    assert month_last_day(2100, 2) == date(2100, 2, 28)


@pytest.mark.parametrize("number", [0, 13])
def test_a_month_that_does_not_exist_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no month"):
        Month(2020, number)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("31/01/2020", 1, "29/02/2020"),
        ("31/12/2020", 2, "28/02/2021"),
        ("15/01/2020", -1, "15/12/2019"),
        ("31/03/2020", -13, "28/02/2019"),
        ("15/06/2020", 0, "15/06/2020"),
    ],
)
def test_add_months(start: str, months: int, end: str) -> None:
    assert add_months(read_day(start), months) == read_day(end)
