"""How a term of a plan counts its deadline."""

from __future__ import annotations

from datetime import date

import pytest

from ktgs.obligations.deadlines import count, set_day
from ktgs.records.plan import Term
from tests.opened import sample
from tests.repository.writing import made

ROUND_1, SATURDAY = date(2020, 5, 11), date(2020, 5, 9)


def term(*lines: str) -> Term:
    return made(Term, "việc: thông báo", "mục: III", *lines)


@pytest.mark.parametrize(
    ("lines", "anchor", "due", "safe"),
    [
        (("số: 5", "đơn vị tính: ngày làm việc", "chiều: trước"), ROUND_1, date(2020, 5, 4), date(2020, 4, 29)),
        (
            ("số: 5", "đơn vị tính: ngày làm việc", "chiều: trước", "cách đếm: đủ ngày"),
            ROUND_1,
            date(2020, 4, 29),
            date(2020, 4, 29),
        ),
        (("số: 7", "đơn vị tính: ngày làm việc", "chiều: sau"), date(2020, 5, 22), date(2020, 6, 2), date(2020, 6, 2)),
        (("số: 2", "đơn vị tính: ngày", "chiều: trước"), ROUND_1, SATURDAY, date(2020, 5, 8)),
        (
            ("số: 2", "đơn vị tính: ngày", "chiều: trước", "cách đếm: tính cả ngày gửi"),
            ROUND_1,
            SATURDAY,
            date(2020, 5, 8),
        ),
        (
            ("số: 2", "đơn vị tính: ngày", "chiều: trước", "cách đếm: đủ ngày"),
            ROUND_1,
            date(2020, 5, 8),
            date(2020, 5, 8),
        ),
        (
            (
                "số: 2",
                "đơn vị tính: ngày",
                "chiều: trước",
                "cách đếm: đủ ngày",
                "gặp ngày nghỉ: sang ngày làm việc sau",
            ),
            date(2020, 5, 12),
            ROUND_1,
            ROUND_1,
        ),
        (("số: 2", "đơn vị tính: ngày", "chiều: sau"), date(2020, 5, 7), SATURDAY, date(2020, 5, 8)),
        (
            ("số: 2", "đơn vị tính: ngày", "chiều: sau", "gặp ngày nghỉ: sang ngày làm việc sau"),
            date(2020, 5, 7),
            ROUND_1,
            ROUND_1,
        ),
        (("kiểu: chậm nhất",), SATURDAY, SATURDAY, date(2020, 5, 8)),
        (("kiểu: trước",), ROUND_1, date(2020, 5, 10), date(2020, 5, 8)),
        (("gặp ngày nghỉ: sang ngày làm việc sau",), SATURDAY, ROUND_1, ROUND_1),
    ],
)
def test_count(lines: tuple[str, ...], anchor: date, due: date, safe: date) -> None:
    deadline = count(term(*lines), anchor, sample().calendar)
    assert (deadline.on, deadline.safe_on, deadline.cause) == (due, safe, "")


def test_without_an_anchor_the_cause_is_told() -> None:
    deadline = count(term("số: 5"), None, sample().calendar, "chưa ấn định ngày")
    assert (deadline.on, deadline.safe_on, deadline.working, deadline.cause, deadline.rule) == (
        None,
        None,
        None,
        "chưa ấn định ngày",
        "",
    )


def test_a_day_that_somebody_set_is_that_day() -> None:
    deadline = set_day(SATURDAY, sample().calendar)
    assert (deadline.on, deadline.safe_on, deadline.rule) == (SATURDAY, date(2020, 5, 8), "chậm nhất ngày 09/05/2020")
