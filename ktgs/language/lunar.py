"""The two holidays that follow the moon: Tết and the day of the Hùng Kings.

The Vietnamese lunar calendar, worked out for UTC+7 as Hồ Ngọc Đức describes it ("Thuật toán tính âm lịch", 2004), with
the new moons and the sun's longitude of Jean Meeus, Astronomical Algorithms (1998).
"""

from __future__ import annotations

from datetime import date
from functools import cache
from math import floor, radians, sin

_MONTH_DAYS = 29.530588853  # the mean time from one new moon to the next
_FIRST_NEW_MOON = 2415021.076998695  # of 01/01/1900, as a Julian day
_ORDINAL_0 = 1721425  # the Julian day before 01/01/0001
_ZONE = 7 / 24
_WINTER_SOLSTICE = 9  # the sector of the sun in which the solstice lies: 270 degrees and more


def lunar_new_year(year: int) -> date:
    """Return the first day of the first lunar month that begins in the year."""
    return _month_start(year, 1)


def hung_kings_day(year: int) -> date:
    """Return the tenth day of the third lunar month of the year."""
    return date.fromordinal(_month_start(year, 3).toordinal() + 9)


@cache
def _month_start(year: int, month: int) -> date:
    """Return the first day of one of the first ten lunar months, leap months left aside."""
    begins, ends = _eleventh_month(year - 1), _eleventh_month(year)
    shift = month + 1
    if ends - begins > 365 and shift >= _leap_shift(begins):
        shift += 1
    return date.fromordinal(_new_moon_day(_number(begins) + shift) - _ORDINAL_0)


def _eleventh_month(year: int) -> int:
    """Return the Julian day on which the lunar month of the year's winter solstice begins."""
    last_day = date(year, 12, 31).toordinal() + _ORDINAL_0
    number = floor((last_day - 2415021) / _MONTH_DAYS)
    day = _new_moon_day(number)
    return day if _sector(day) < _WINTER_SOLSTICE else _new_moon_day(number - 1)


def _leap_shift(begins: int) -> int:
    """Return which month after the eleventh is the leap one: the first in which the sun enters no new sector."""
    number = _number(begins)
    shift = 1
    while _sector(_new_moon_day(number + shift)) != _sector(_new_moon_day(number + shift + 1)):
        shift += 1
    return shift


def _number(day: int) -> int:
    return floor((day - _FIRST_NEW_MOON) / _MONTH_DAYS + 0.5)


def _sector(day: int) -> int:
    """Return in which twelfth of its course the sun stands when the day begins."""
    t = (day - 0.5 - _ZONE - 2451545.0) / 36525
    mean = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(mean)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * mean) + 0.000290 * sin(3 * mean)
    return floor(longitude % 360 / 30)


@cache
def _new_moon_day(number: int) -> int:
    """Return the Julian day of a new moon, counted from that of 01/01/1900."""
    t = number / 1236.85
    sun = radians(359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = radians(306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = radians(21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3)
    at = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    at += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    at += (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    at += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    at += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    at += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    at += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    clock_drift = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(at - clock_drift + 0.5 + _ZONE)
