"""Decisions one after another, and days off announced late: what is due in force, and what they leave behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ktgs.language.days import DayOff
from ktgs.obligations.obligation import Change, Expected, Flag
from ktgs.obligations.settling import Announced, Settled, settle
from ktgs.records.adjustment import Adjustment
from ktgs.records.keys import ActivityKey, DocumentKey, RoundTeamKey
from ktgs.repository.parties import Who, WhoKind
from ktgs.repository.repository import Repository
from tests.obligations.owing import DUE, DUTY, ROUND, due, expected
from tests.opened import repository_of, sample
from tests.repository.writing import adjustment, team

PERSON = Who(WhoKind.person, "tran-thi-b", "Trần Thị B")
BODY = Who(WhoKind.body, "doan-so-a", "Cơ quan")
ALL = ("đơn vị: tất cả", "cán bộ: tất cả", "kỳ: tất cả")
OF_TEAM = {"occasion": RoundTeamKey("46-kh-dtn", "dot-1", "dot-1-doan-1"), "period": ROUND}


def settled(repository: Repository, owed: Expected, done_on: date | None = None) -> Settled:
    return settle(repository, repository.plans["46-kh-dtn"], DUTY, lambda _: owed, done_on)


def decision(name: str, new_due: str, decided: str, kind: str = "gia hạn") -> dict[str, str]:
    due_line = (f"hạn mới: {new_due}",) if new_due else ()
    return adjustment(name, "việc: thông báo", *ALL, *due_line, kind=kind, decided=decided)


def decisions(root: Path, *every: tuple[str, ...]) -> Repository:
    return repository_of(root, {name: text for one in every for name, text in decision(*one).items()})


def names(flags: frozenset[Flag]) -> set[str]:
    return {flag.name for flag in flags}


@pytest.mark.parametrize(
    ("every", "due_on", "flags"),
    [
        ([("a", "30/05/2020", "04/05/2020")], date(2020, 5, 30), {"extended"}),  # decided on the due day
        ([("a", "30/05/2020", "05/05/2020")], date(2020, 5, 30), {"extended", "decided_late"}),
        ([("a", "05/05/2020", "01/05/2020")], date(2020, 5, 5), {"extended"}),
        ([("a", "04/05/2020", "01/05/2020")], DUE, set()),  # never forward, nor the same day
        ([("a", "03/05/2020", "01/05/2020")], DUE, set()),
        ([("a", "", "05/05/2020")], DUE, set()),
        ([("b", "20/05/2020", "01/05/2020"), ("a", "30/05/2020", "20/05/2020")], date(2020, 5, 30), {"extended"}),
        (
            [("b", "20/05/2020", "01/05/2020"), ("a", "30/05/2020", "21/05/2020")],
            date(2020, 5, 30),
            {"extended", "decided_late"},
        ),
        ([("b", "30/05/2020", "01/05/2020"), ("a", "20/05/2020", "02/05/2020")], date(2020, 5, 30), {"extended"}),
    ],
)
def test_extensions_in_the_order_of_their_days(
    tmp_path: Path, every: list[tuple[str, ...]], due_on: date, flags: set[str]
) -> None:
    found = settled(decisions(tmp_path, *every), expected())
    assert (found.deadline.on, found.original_on, names(found.flags)) == (due_on, DUE, flags)


def outcomes(found: Settled) -> list[str]:
    """Return what each adjustment did: its id, the outcome, the days in force before and after."""
    return [f"{e.adjustment.id} {e.outcome.name} {e.before} {e.after}" for e in found.effects]


def test_what_each_adjustment_did(tmp_path: Path) -> None:
    every = [("a", "04/05/2020", "01/05/2020"), ("b", "05/05/2020", "02/05/2020"), ("c", "", "03/05/2020")]
    assert outcomes(settled(decisions(tmp_path / "1", *every), expected())) == [
        "a not_moved 2020-05-04 2020-05-04",
        "b moved 2020-05-04 2020-05-05",
        "c not_moved 2020-05-05 2020-05-05",
    ]
    done_then = settled(decisions(tmp_path / "2", *every), expected(), date(2020, 5, 2))
    assert outcomes(done_then) == [
        "a not_moved 2020-05-04 2020-05-04",
        "b done_before 2020-05-04 2020-05-04",
        "c done_before 2020-05-04 2020-05-04",
    ]
    waived = [("a", "", "01/05/2020", "miễn"), ("b", "05/05/2020", "02/05/2020"), ("c", "", "03/05/2020", "miễn")]
    assert outcomes(settled(decisions(tmp_path / "3", *waived), expected())) == [
        "a waived 2020-05-04 2020-05-04",
        "b waived_before 2020-05-04 2020-05-05",
        "c waived_before 2020-05-05 2020-05-05",
    ]


def test_what_an_adjustment_of_the_round_did(tmp_path: Path) -> None:
    files = adjustment("dot-1", "hoạt động: dot-1", "chưa ấn định: có")
    move = next(iter(d for k, d in repository_of(tmp_path, files).adjustments.items() if k.adjustment == "dot-1"))
    by_move = replace_adjustment(change(date(2020, 5, 10), date(2020, 4, 1)), move)
    assert outcomes(settled(sample(), expected(changes=(by_move,)))) == ["dot-1 moved 2020-05-04 2020-05-10"]
    assert outcomes(settled(sample(), expected(changes=(by_move,)), date(2020, 4, 1))) == [
        "dot-1 done_before 2020-05-04 2020-05-04"
    ]
    idle = replace_adjustment(change(DUE, date(2020, 4, 1)), move)
    assert outcomes(settled(sample(), expected(changes=(idle,)))) == ["dot-1 not_moved 2020-05-04 2020-05-04"]
    events = expected(changes=(change(date(2020, 5, 10), date(2020, 4, 1), is_extension=True),))
    assert outcomes(settled(sample(), events)) == []  # what a follow-up says is no adjustment


def test_a_due_day_that_is_not_known_stays_so(tmp_path: Path) -> None:
    unknown = expected(deadline=due(None, "chưa rõ"))
    found = settled(decisions(tmp_path / "1", ("a", "20/05/2020", "19/05/2020")), unknown)
    assert (found.deadline.on, found.original_on, found.flags, len(found.effects)) == (None, None, frozenset(), 1)
    asked = "{mã: so, tên: Sổ}"
    files = {
        **team("dot-2-doan-1", "dot-2", f"mã: c1, đơn vị: doan-so-a, tài liệu: [{asked}]"),
        **adjustment("a", "việc: thông báo", "tài liệu: dot-2-doan-1/c1/so", "hạn mới: 20/05/2020", kind="gia hạn"),
    }
    named = replace(unknown, document=DocumentKey("46-kh-dtn", "dot-2-doan-1", "c1", "so"))
    found = settled(repository_of(tmp_path / "2", files), named)
    assert (found.deadline.on, found.original_on, names(found.flags)) == (date(2020, 5, 20), None, {"extended"})


@pytest.mark.parametrize(
    ("done_on", "due_on", "skipped"),
    [
        (date(2020, 4, 30), DUE, True),
        (date(2020, 5, 1), DUE, True),  # done on the day of the decision
        (date(2020, 5, 2), date(2020, 5, 30), False),
        (None, date(2020, 5, 30), False),
    ],
)
def test_a_decision_leaves_what_was_done_alone(
    tmp_path: Path, done_on: date | None, due_on: date, skipped: bool
) -> None:
    found = settled(decisions(tmp_path, ("a", "30/05/2020", "01/05/2020")), expected(), done_on)
    assert (found.deadline.on, found.skipped) == (due_on, skipped)
    assert names(found.flags) == ({"extended"} if not skipped else set())


def test_only_what_would_have_moved_it_is_skipped(tmp_path: Path) -> None:
    done_on = date(2020, 4, 1)
    assert not settled(decisions(tmp_path / "1", ("a", "04/05/2020", "01/05/2020")), expected(), done_on).skipped
    assert settled(decisions(tmp_path / "2", ("a", "", "01/05/2020", "miễn")), expected(), done_on).skipped
    assert not settled(decisions(tmp_path / "3", ("a", "", "01/05/2020")), expected(), done_on).skipped
    both = [("a", "30/05/2020", "01/05/2020"), ("b", "", "02/05/2020")]
    assert settled(decisions(tmp_path / "4", *both), expected(), done_on).skipped  # once is enough


@pytest.mark.parametrize(
    ("every", "waiver", "late"),
    [
        ([("a", "", "04/05/2020", "miễn")], "a", False),
        ([("a", "", "05/05/2020", "miễn")], "a", True),
        ([("b", "", "04/05/2020", "miễn"), ("a", "", "05/05/2020", "miễn")], "b", False),  # the first that covers it
        ([("b", "20/05/2020", "01/05/2020"), ("a", "", "20/05/2020", "miễn")], "a", False),
        ([("b", "20/05/2020", "01/05/2020"), ("a", "", "21/05/2020", "miễn")], "a", True),
        ([("a", "20/05/2020", "01/05/2020")], None, False),
    ],
)
def test_waivers(tmp_path: Path, every: list[tuple[str, ...]], waiver: str | None, late: bool) -> None:
    found = settled(decisions(tmp_path, *every), expected())
    assert (found.waiver and found.waiver.id, found.is_waived_late) == (waiver, late)


def change(day: date | None, decided: date, *, is_extension: bool = False) -> Change:
    flag = Flag.extended if is_extension else Flag.adjusted
    return Change(decided, flag, due(day, "chưa ấn định"), is_extension=is_extension)


def replace_adjustment(moved: Change, by: Adjustment) -> Change:
    return moved._replace(adjustment=by)


@pytest.mark.parametrize(
    ("changes", "due_on", "flags"),
    [
        ([change(date(2020, 5, 1), date(2020, 4, 1))], date(2020, 5, 1), {"adjusted"}),  # the day comes forward, too
        ([change(DUE, date(2020, 4, 1))], DUE, set()),  # it leaves the day as it was
        ([change(date(2020, 5, 30), date(2020, 5, 5))], date(2020, 5, 30), {"adjusted", "decided_late"}),
        ([change(None, date(2020, 4, 1))], None, {"adjusted"}),
        ([change(None, date(2020, 4, 1)), change(DUE, date(2020, 6, 1))], DUE, {"adjusted"}),
        ([change(date(2020, 5, 1), date(2020, 4, 1), is_extension=True)], DUE, set()),
        ([change(DUE, date(2020, 4, 1), is_extension=True)], DUE, set()),
        ([change(date(2020, 5, 5), date(2020, 4, 1), is_extension=True)], date(2020, 5, 5), {"extended"}),
    ],
)
def test_changes_that_it_carries_itself(changes: list[Change], due_on: date | None, flags: set[str]) -> None:
    found = settled(sample(), expected(changes=tuple(changes)))
    assert (found.deadline.on, found.original_on, names(found.flags)) == (due_on, DUE, flags)


@pytest.mark.parametrize(
    ("moved", "done_on", "due_on", "skipped"),
    [
        (change(date(2020, 5, 30), date(2020, 5, 2)), date(2020, 5, 2), DUE, True),
        (change(date(2020, 5, 30), date(2020, 5, 2)), date(2020, 5, 3), date(2020, 5, 30), False),
        (change(DUE, date(2020, 5, 2)), date(2020, 5, 1), DUE, False),
        (change(date(2020, 5, 1), date(2020, 5, 2), is_extension=True), date(2020, 5, 1), DUE, False),
    ],
)
def test_a_change_leaves_what_was_done_alone(moved: Change, done_on: date, due_on: date, skipped: bool) -> None:
    found = settled(sample(), expected(changes=(moved,)), done_on)
    assert (found.deadline.on, found.skipped) == (due_on, skipped)


def test_changes_come_before_extensions_of_one_day(tmp_path: Path) -> None:
    moved = expected(changes=(change(date(2020, 5, 10), date(2020, 5, 1)),))
    same = settled(decisions(tmp_path / "1", ("a", "20/05/2020", "01/05/2020")), moved)
    assert (same.deadline.on, names(same.flags)) == (date(2020, 5, 20), {"adjusted", "extended"})
    before = settled(decisions(tmp_path / "2", ("a", "20/05/2020", "30/04/2020")), moved)
    assert (before.deadline.on, names(before.flags)) == (date(2020, 5, 10), {"adjusted", "extended"})  # set anew


ANNOUNCED, LATER = date(2020, 4, 20), date(2020, 4, 25)


def announcing(*days: date) -> Repository:
    """Return the sample with a day off of 2021 announced on each of the days."""
    calendar = sample().calendar
    rows = tuple(DayOff(date(2021, 6, 1), "Nghỉ", "", day) for day in days)
    return sample().with_calendar(replace(calendar, days_off=(*calendar.days_off, *rows)))


def announced(by: dict[int, date | None], *days: date) -> Callable[[Announced], Expected]:
    """Return how it is found: due on a day by how many announcements count."""
    return lambda counting: expected(deadline=due(by[len(counting)], "chưa rõ"))


@pytest.mark.parametrize(
    ("first", "second", "done_on", "due_on"),
    [
        (DUE, date(2020, 5, 6), None, date(2020, 5, 6)),
        (ANNOUNCED, date(2020, 5, 6), None, ANNOUNCED),  # what lay on or before the announcement stays
        (date(2020, 4, 19), date(2020, 5, 6), None, date(2020, 4, 19)),
        (date(2020, 4, 21), date(2020, 5, 6), None, date(2020, 5, 6)),
        (DUE, date(2020, 4, 19), None, DUE),  # none is moved to a day before it
        (DUE, ANNOUNCED, None, ANNOUNCED),
        (DUE, date(2020, 5, 6), ANNOUNCED, DUE),  # it was done by then
        (DUE, date(2020, 5, 6), date(2020, 4, 21), date(2020, 5, 6)),
        (None, date(2020, 5, 6), None, date(2020, 5, 6)),
        (DUE, None, None, None),
    ],
)
def test_a_day_off_announced_late(
    first: date | None, second: date | None, done_on: date | None, due_on: date | None
) -> None:
    repository = announcing(ANNOUNCED)
    at = announced({0: first, 1: second})
    found = settle(repository, repository.plans["46-kh-dtn"], DUTY, at, done_on)
    assert (found.deadline.on, found.original_on) == (due_on, due_on)


def test_announcements_count_in_the_order_of_their_days() -> None:
    repository = announcing(LATER, ANNOUNCED)
    seen: list[Announced] = []

    def at(counting: Announced) -> Expected:
        seen.append(counting)
        return expected(deadline=due(date(2020, 5, 1 + len(counting))))

    found = settle(repository, repository.plans["46-kh-dtn"], DUTY, at, None)
    assert found.deadline.on == date(2020, 5, 3)
    asked = [sorted(counting) for counting in dict.fromkeys(seen)]
    assert asked == [[], [ANNOUNCED], [ANNOUNCED, LATER]]


def test_an_extension_is_safe_as_the_announcements_say(tmp_path: Path) -> None:
    repository = decisions(tmp_path, ("a", "01/06/2020", "01/03/2020"))
    off = DayOff(date(2020, 6, 1), "Nghỉ", "", ANNOUNCED)
    other = repository.with_calendar(replace(repository.calendar, days_off=(*repository.calendar.days_off, off)))
    found = settle(other, other.plans["46-kh-dtn"], DUTY, lambda _: expected(), None)
    assert (found.deadline.on, found.deadline.safe_on) == (date(2020, 6, 1), date(2020, 5, 29))
    assert found.deadline.rule == "gia hạn đến 01/06/2020, theo quyết định ngày 01/03/2020"


def test_decisions_of_another_round_do_not_count(tmp_path: Path) -> None:
    lines = ("việc: thông báo", *ALL[:2], "kỳ: dot-2", "hạn mới: 30/05/2020")
    repository = repository_of(tmp_path, adjustment("a", *lines, kind="gia hạn"))
    assert settled(repository, expected(period=ROUND)).deadline.on == DUE
    other = ActivityKey("46-kh-dtn", "dot-2")
    assert settled(repository, expected(period=other)).deadline.on == date(2020, 5, 30)
