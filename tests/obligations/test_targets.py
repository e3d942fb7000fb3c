"""The text of what a table or page leads to: parts of addresses, and what JSON says; what a term has to give."""

from __future__ import annotations

from datetime import date

import pytest

from ktgs.language.months import Month
from ktgs.obligations import targets
from ktgs.obligations.obligation import Duty, State
from ktgs.obligations.tables import number
from ktgs.records.keys import ActivityKey, PeriodKey
from ktgs.records.plan import Anchor, Term
from ktgs.records.report import ReportKind
from tests.obligations.owing import nothing
from tests.repository.writing import made


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (targets.ToUnit("doan-so-a"), "doan-so-a"),
        (targets.ToClause("p", "II.1"), "p/II.1"),
        (targets.ToDay(date(2020, 5, 4)), "2020-05-04"),
        (targets.ToMonth(Month(2020, 5)), "2020-05"),
        (targets.ToState(State.due_soon), "due_soon"),
        (targets.ToStateOfDuty(State.late, "thong-bao"), "late/thong-bao"),
        (targets.ToPeriod("p", "thong-bao", ActivityKey("p", "dot-1")), "p/thong-bao/dot-1"),
        (targets.ToPeriod("p", "phan-cong", Month(2020, 5)), "p/phan-cong/2020-05"),
        (targets.ToPeriod("p", "kien-nghi", None), "p/kien-nghi/chung"),
        (targets.ToReports(ReportKind.summary, "2020"), "tổng hợp/2020"),
    ],
)
def test_text(target: targets.ToKey, text: str) -> None:
    assert str(target) == text


@pytest.mark.parametrize(
    ("period", "text"), [(Month(2020, 5), "2020-05"), (ActivityKey("p", "dot-1"), "dot-1"), (None, "chung")]
)
def test_periods(period: PeriodKey, text: str) -> None:
    assert targets.period_text(period) == text


def test_a_cell_counts_what_it_names() -> None:
    subjects = [targets.Subject("A"), targets.Subject("B", targets.ToUnit("b"))]
    cell = number(iter(subjects))
    assert (cell.value, cell.counts) == (2, tuple(subjects))


def test_what_a_duty_needs_of_its_term() -> None:
    anchors = (Anchor.round_start, Anchor.session)
    duty = Duty("thông báo", nothing, about="", anchors=anchors, needs=("counting",), counts_from=(Anchor.session,))
    at_start, at_session = (
        made(Term, "việc: thông báo", "mục: III", f"mốc: {anchor}") for anchor in ("đầu đợt", "buổi làm việc")
    )
    assert duty.needed(at_start) == ("anchor", "counting")
    assert duty.needed(at_session) == ("anchor", "counting", "number", "measure", "direction")
    assert Duty("x", nothing, about="", needs=("day_of_month",)).needed(at_start) == ("day_of_month",)
