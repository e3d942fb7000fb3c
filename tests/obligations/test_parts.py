"""A whole judged by its parts: by the worst that counts, the nearest of what is open, the farthest of what is late."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.obligations.judging import NOT_COUNTED, WORST_FIRST, Judge
from ktgs.obligations.obligation import Obligation, State
from ktgs.repository.repository import Repository
from tests.obligations.owing import DUE, DUTY, ROUND, done, due, expected, judged
from tests.opened import repository_of, sample
from tests.repository.writing import adjustment

S = State
DAY_1, DAY_2 = date(2020, 5, 1), date(2020, 5, 2)


def with_parts(
    parts: list[Obligation], unknown: str = "", repository: Repository | None = None, due_on: date | None = DUE
) -> Obligation:
    """Return the round's whole with these parts, as of 15/10/2020."""
    opened = repository or sample()
    plan = opened.plans["46-kh-dtn"]
    whole = expected(
        occasion=ROUND, period=ROUND, deadline=due(due_on, "chưa rõ"), parts_unknown=unknown, parts=(expected(),)
    )
    return Judge(opened, plan, DUTY, plan.term(DUTY.name)).with_parts(whole, lambda _: whole, parts)


def test_the_order_from_worst_to_best() -> None:
    worst_first = (
        S.overdue,
        S.unknown,
        S.due_soon,
        S.upcoming,
        S.missed,
        S.late,
        S.on_time,
        S.waived,
        S.not_applicable,
    )
    assert (worst_first, (S.waived, S.not_applicable)) == (WORST_FIRST, NOT_COUNTED)


@pytest.mark.parametrize(
    ("states", "worst"),
    [
        ((S.unknown, S.overdue), S.overdue),
        ((S.due_soon, S.unknown), S.unknown),
        ((S.upcoming, S.due_soon), S.due_soon),
        ((S.missed, S.upcoming), S.upcoming),
        ((S.late, S.missed), S.missed),
        ((S.on_time, S.late), S.late),
        ((S.on_time, S.waived), S.on_time),
        ((S.not_applicable, S.waived), S.waived),
        ((S.not_applicable, S.not_applicable), S.not_applicable),
    ],
)
def test_the_worst_part_counts(states: tuple[State, ...], worst: State) -> None:
    parts = [judged(state, name=f"p{number}") for number, state in enumerate(states)]
    assert with_parts(parts).state is worst
    assert with_parts(parts[::-1]).state is worst


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
    assert words(with_parts(parts)) == (
        f"lý do {nearest} ({finished}/3 phần đã xong)",
        days,
        f"{finished}/3 phần đã xong",
    )
    assert words(with_parts(parts[::-1])) == words(with_parts(parts))


def test_of_equals_the_first_is_told() -> None:
    parts = [part(S.due_soon, 2, "a"), part(S.due_soon, 2, "b")]
    assert with_parts(parts).reason == "lý do a (0/2 phần đã xong)"


def test_what_is_waived_or_does_not_arise_does_not_count() -> None:
    parts = [part(S.waived, 0, "a"), part(S.not_applicable, 0, "b"), part(S.on_time, 0, "c"), part(S.upcoming, 9, "d")]
    assert words(with_parts(parts)) == ("lý do d (1/2 phần đã xong)", 9, "1/2 phần đã xong")


def test_a_whole_is_done_with_its_last_part() -> None:
    first, last = judged(S.on_time, 0, DAY_1, "z"), judged(S.on_time, 0, DAY_2, "a")
    whole = with_parts([last, first, part(S.waived, 0, "b")])
    assert (whole.state, whole.done_on, whole.evidence) == (S.on_time, DAY_2, last.evidence)
    assert whole.reason == "lý do a (2/2 phần đã xong)"


def test_of_two_parts_done_on_one_day_the_later_by_id_shows_it() -> None:
    shown = done(DAY_1, "b")
    a, b = judged(S.on_time, 0, DAY_1, "a"), judged(S.on_time, 0, DAY_1, "b", evidence=shown)
    assert with_parts([b, a]).evidence is shown
    assert with_parts([a, b]).evidence is shown


def test_a_whole_is_not_done_while_a_part_is_not() -> None:
    whole = with_parts([part(S.on_time, 0, "a"), part(S.upcoming, 9, "b")])
    assert (whole.done_on, whole.state, whole.evidence) == (None, S.upcoming, None)
    none = with_parts([part(S.waived, 0, "a"), part(S.not_applicable, 0, "b")])
    assert (none.done_on, words(none)) == (None, ("lý do a (2 phần)", 0, "2 phần"))


def test_a_whole_has_its_own_deadline() -> None:
    whole = with_parts([part(S.upcoming, 9, "a")])
    assert (whole.due_on, whole.original_due_on, whole.awaits_office) == (DUE, DUE, False)
    assert [str(key) for key in whole.parts] == ["46-kh-dtn/thong-bao/2020-05/doan-so-a"]


@pytest.mark.parametrize(
    ("ends", "due_on", "lapses_on"),
    [
        ((date(2020, 5, 14), date(2020, 5, 18)), DUE, date(2020, 5, 18)),  # with the last of its parts
        ((date(2020, 5, 14), None), DUE, None),  # one of which never lapses
        ((date(2020, 5, 1), date(2020, 5, 2)), DUE, DUE),  # never before the day in force
        ((date(2020, 5, 1), date(2020, 5, 2)), None, date(2020, 5, 2)),
    ],
)
def test_a_whole_makes_no_sense_once_none_of_its_parts_does(
    ends: tuple[date | None, ...], due_on: date | None, lapses_on: date | None
) -> None:
    parts = [judged(S.upcoming, 9, None, str(number), lapses_on=end) for number, end in enumerate(ends)]
    assert with_parts(parts, due_on=due_on).lapses_on == lapses_on
    nothing = judged(S.not_applicable, 0, None, "z", lapses_on=None)
    assert with_parts([*parts, nothing], due_on=due_on).lapses_on == lapses_on  # what does not arise says nothing


def test_where_nothing_arises_nothing_lapses() -> None:
    assert with_parts([judged(S.not_applicable, 0, None, "z", lapses_on=DAY_1)]).lapses_on is None


def decided(root: Path, kind: str, on: str) -> Repository:
    lines = ("việc: thông báo", "đơn vị: tất cả", "cán bộ: tất cả", "kỳ: dot-1")
    due_line = ("hạn mới: 30/05/2020",) if kind == "gia hạn" else ()
    return repository_of(root, adjustment("x", *lines, *due_line, kind=kind, decided=on))


@pytest.mark.parametrize(
    ("states", "on", "due_on", "flags"),
    [
        ((S.on_time, S.on_time), "01/05/2020", DUE, []),  # all was done by then
        ((S.on_time, S.on_time), "30/04/2020", date(2020, 5, 30), ["extended"]),
        ((S.on_time, S.upcoming), "03/05/2020", date(2020, 5, 30), ["extended"]),  # one is not done
        ((S.late, S.on_time), "01/05/2020", DUE, ["decided_after_done"]),
        ((S.waived, S.upcoming), "05/05/2020", date(2020, 5, 30), ["extended", "decided_late"]),
    ],
)
def test_a_decision_moves_a_whole_until_all_that_counts_is_done(
    tmp_path: Path, states: tuple[State, ...], on: str, due_on: date, flags: list[str]
) -> None:
    parts = [part(state, 0, str(number)) for number, state in enumerate(states)]
    whole = with_parts(parts, repository=decided(tmp_path, "gia hạn", on))
    assert (whole.due_on, [flag.name for flag in whole.flags]) == (due_on, flags)


def test_a_waiver_of_all_is_told_by_the_parts(tmp_path: Path) -> None:
    whole = with_parts([part(S.waived, 0, "a")], repository=decided(tmp_path, "miễn", "05/05/2020"))
    assert (whole.state, whole.flags) == (S.waived, ())


@pytest.mark.parametrize("state", [S.unknown, S.due_soon, S.upcoming, S.late, S.on_time, S.waived, S.not_applicable])
def test_where_there_may_be_more_parts_nothing_better_than_unknown_is_said(state: State) -> None:
    whole = with_parts([part(state, 5, "a")], "tệp a có lỗi")
    count = "1 phần" if state in (S.waived, S.not_applicable) else f"{int(state in (S.late, S.on_time))}/1 phần đã xong"
    assert (whole.state, whole.done_on, words(whole)) == (
        S.unknown,
        None,
        (f"Chưa rõ: tệp a có lỗi ({count})", 0, count),
    )


def test_what_is_overdue_stays_so_whatever_else_there_may_be() -> None:
    whole = with_parts([part(S.overdue, 5, "a")], "tệp a có lỗi")
    assert (whole.state, words(whole)) == (S.overdue, ("lý do a (0/1 phần đã xong)", 5, "0/1 phần đã xong"))
