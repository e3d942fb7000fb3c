"""A whole judged by its parts: by the worst that counts, the nearest of what is open, the farthest of what is late."""

from __future__ import annotations

from datetime import date

import pytest

from ktgs.obligations.judging import WORST_FIRST, with_parts
from ktgs.obligations.obligation import Obligation, State
from tests.obligations.owing import done, judged

S = State
WHOLE = judged(S.upcoming, 99, name="whole")
DAY_1, DAY_2 = date(2020, 5, 1), date(2020, 5, 2)


def test_the_order_from_worst_to_best() -> None:
    assert (S.overdue, S.unknown, S.due_soon, S.upcoming, S.late, S.on_time) == WORST_FIRST


def test_a_whole_without_parts_is_judged_by_itself() -> None:
    assert with_parts(WHOLE, []) is WHOLE
    assert with_parts(WHOLE, [], "tệp a có lỗi") is WHOLE


@pytest.mark.parametrize(
    ("states", "worst"),
    [
        ((S.unknown, S.overdue), S.overdue),
        ((S.due_soon, S.unknown), S.unknown),
        ((S.upcoming, S.due_soon), S.due_soon),
        ((S.late, S.upcoming), S.upcoming),
        ((S.on_time, S.late), S.late),
        ((S.on_time, S.waived), S.on_time),
        ((S.not_applicable, S.waived), S.waived),
        ((S.not_applicable, S.not_applicable), S.not_applicable),
    ],
)
def test_the_worst_part_counts(states: tuple[State, ...], worst: State) -> None:
    parts = [judged(state, name=f"p{number}") for number, state in enumerate(states)]
    assert with_parts(WHOLE, parts).state is worst
    assert with_parts(WHOLE, parts[::-1]).state is worst


def words(whole: Obligation) -> tuple[str, int, str]:
    return whole.reason, whole.days, whole.progress


def part(state: State, days: int, name: str) -> Obligation:
    done_on = DAY_1 if state in (S.late, S.on_time) else None
    return judged(state, days, done_on, name)


@pytest.mark.parametrize(
    ("state", "nearest"),
    [(S.due_soon, "a"), (S.upcoming, "a"), (S.overdue, "b"), (S.late, "b")],
)
def test_the_nearest_of_what_is_to_come_and_the_farthest_of_what_is_past(state: State, nearest: str) -> None:
    parts = [part(state, 2, "a"), part(state, 5, "b"), part(state, 3, "c")]
    finished = 3 if state is S.late else 0
    days = {"a": 2, "b": 5}[nearest]
    assert words(with_parts(WHOLE, parts)) == (
        f"lý do {nearest} ({finished}/3 phần đã xong)",
        days,
        f"{finished}/3 phần đã xong",
    )
    assert words(with_parts(WHOLE, parts[::-1])) == words(with_parts(WHOLE, parts))


def test_of_equals_the_first_is_told() -> None:
    parts = [part(S.due_soon, 2, "a"), part(S.due_soon, 2, "b")]
    assert with_parts(WHOLE, parts).reason == "lý do a (0/2 phần đã xong)"


def test_what_is_waived_or_does_not_arise_does_not_count() -> None:
    parts = [part(S.waived, 0, "a"), part(S.not_applicable, 0, "b"), part(S.on_time, 0, "c"), part(S.upcoming, 9, "d")]
    assert words(with_parts(WHOLE, parts)) == ("lý do d (1/2 phần đã xong)", 9, "1/2 phần đã xong")


def test_a_whole_is_done_with_its_last_part() -> None:
    first, last = judged(S.on_time, 0, DAY_1, "z"), judged(S.on_time, 0, DAY_2, "a")
    whole = with_parts(WHOLE, [last, first, part(S.waived, 0, "b")])
    assert (whole.state, whole.done_on, whole.evidence) == (S.on_time, DAY_2, last.evidence)
    assert whole.reason == "lý do a (2/2 phần đã xong)"


def test_of_two_parts_done_on_one_day_the_later_by_id_shows_it() -> None:
    shown = done(DAY_1, "b")
    a, b = judged(S.on_time, 0, DAY_1, "a"), judged(S.on_time, 0, DAY_1, "b", evidence=shown)
    assert with_parts(WHOLE, [b, a]).evidence is shown
    assert with_parts(WHOLE, [a, b]).evidence is shown


def test_a_whole_is_not_done_while_a_part_is_not() -> None:
    own = judged(S.upcoming, 9, DAY_1, "whole", evidence=None)
    whole = with_parts(own, [part(S.on_time, 0, "a"), part(S.upcoming, 9, "b")])
    assert (whole.done_on, whole.state) == (None, S.upcoming)
    none = with_parts(own, [part(S.waived, 0, "a"), part(S.not_applicable, 0, "b")])
    assert (none.done_on, words(none)) == (None, ("lý do a (2 phần)", 0, "2 phần"))


@pytest.mark.parametrize("state", [S.unknown, S.due_soon, S.upcoming, S.late, S.on_time, S.waived, S.not_applicable])
def test_where_there_may_be_more_parts_nothing_better_than_unknown_is_said(state: State) -> None:
    whole = with_parts(WHOLE, [part(state, 5, "a")], "tệp a có lỗi")
    count = "1 phần" if state in (S.waived, S.not_applicable) else f"{int(state in (S.late, S.on_time))}/1 phần đã xong"
    assert (whole.state, whole.done_on, words(whole)) == (
        S.unknown,
        None,
        (f"Chưa rõ: tệp a có lỗi ({count})", 0, count),
    )


def test_what_is_overdue_stays_so_whatever_else_there_may_be() -> None:
    whole = with_parts(WHOLE, [part(S.overdue, 5, "a")], "tệp a có lỗi")
    assert (whole.state, words(whole)) == (S.overdue, ("lý do a (0/1 phần đã xong)", 5, "0/1 phần đã xong"))
