"""A slip is told once: what else follows from it at the same place is left out, what has another cause is not."""

from __future__ import annotations

import pytest

from ktgs.checks.before_plan import CODE as BEFORE_PLAN
from ktgs.checks.days_off import CODE as DAY_OFF
from ktgs.checks.file_names import NAME
from ktgs.checks.missing_numbers import CODE as NO_NUMBER
from ktgs.checks.outside_period import CODE as OUTSIDE_PERIOD
from ktgs.checks.outside_plan import TOO_LATE
from ktgs.checks.paper_dates import SENT_FIRST
from ktgs.checks.units_in_time import CODE as NO_UNIT
from ktgs.examining.one_cause import told_once
from ktgs.language.diagnostics import Code, Place

HERE, ELSEWHERE, NOWHERE = Place("data/x.yml", 3, 5), Place("data/x.yml", 4, 5), Place("data/x.yml", 0, 0)


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        ((BEFORE_PLAN, SENT_FIRST), ["D202"]),
        ((OUTSIDE_PERIOD, TOO_LATE), ["D212"]),
        ((TOO_LATE, BEFORE_PLAN), ["D208"]),
        ((NO_UNIT, NAME), ["F202"]),
        ((DAY_OFF, BEFORE_PLAN), ["D208"]),
        ((DAY_OFF, OUTSIDE_PERIOD), ["D403", "M304"]),
        ((NO_NUMBER, SENT_FIRST), ["N103", "D202"]),
        ((NO_UNIT, OUTSIDE_PERIOD), ["M101", "M304"]),
    ],
)
def test_at_one_place(codes: tuple[Code, ...], told: list[str]) -> None:
    assert [item.code.id for item in told_once(code.at(HERE, "x") for code in codes)] == told


def test_at_two_places_or_without_lines_all_is_told() -> None:
    apart = [SENT_FIRST.at(HERE, "x"), OUTSIDE_PERIOD.at(ELSEWHERE, "x")]
    without_lines = [SENT_FIRST.at(NOWHERE, "x"), OUTSIDE_PERIOD.at(NOWHERE, "x")]
    assert told_once(apart) == tuple(apart)
    assert told_once(without_lines) == tuple(without_lines)


def test_what_is_internal_hides_nothing_public() -> None:
    found = [SENT_FIRST.at(HERE, "x", is_internal=True), OUTSIDE_PERIOD.at(HERE, "x")]
    assert told_once(found) == tuple(found)
