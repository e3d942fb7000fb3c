"""How far recommendations and petitions have come: state, due day, age, whose turn it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.records.follow_up import Step
from ktgs.repository.findings import (
    PetitionState,
    RecommendationState,
    age_days,
    closed_on,
    petition_state,
    recommendation_progress,
    turn,
)
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.repository import Repository
from tests.opened import repository_of, sample
from tests.repository.writing import follow_up

KN1, KN2 = "2020-06-02-dot-1-doan-1#kn1", "2020-06-02-dot-1-doan-1#kn2"
DX1 = "2020-04-08-doan-so-a-chi-doan-1#dx1"
R = RecommendationState


def of(repository: Repository, key: str) -> tuple[Repository, ReportedFinding]:
    return repository, next(finding for finding in repository.findings.values() if str(finding.key) == key)


@pytest.mark.parametrize(
    ("key", "day", "whose", "age"),
    [
        (KN1, "2020-07-01", "Đoàn cơ sở Sở B", 29),
        (KN1, "2020-07-24", "Đoàn dot-1-doan-1", 52),
        (KN1, "2020-10-15", "", 64),
        (KN2, "2020-10-15", "Ban Thường vụ", 135),
        (DX1, "2020-04-15", "Văn phòng", 7),
        (DX1, "2020-10-15", "Thành đoàn Mẫu", 190),
    ],
)
def test_turn_and_age(key: str, day: str, whose: str, age: int) -> None:
    repository, finding = of(sample(day), key)
    team = "Đoàn kiểm tra số 1, đợt 1"
    assert (turn(repository, finding), age_days(repository, finding)) == (whose.replace("Đoàn dot-1-doan-1", team), age)


def events(*lines: str) -> dict[str, str]:
    return follow_up(KN1, *(f"ngày: {line}" for line in lines))


DONE, PASSED, FAILED = "việc: đã khắc phục", "việc: phúc tra đạt", "việc: phúc tra chưa đạt"

# What happened; the step; the due day; the days that changed it; the day of what counts as done.
CASES: list[tuple[tuple[str, ...], RecommendationState, date, list[int], date | None]] = [
    ((), R.in_progress, date(2020, 7, 31), [], None),
    ((f"24/07/2020, {DONE}",), R.awaiting_recheck, date(2020, 7, 31), [], date(2020, 7, 24)),
    ((f"24/07/2020, {DONE}", f"26/07/2020, {DONE}"), R.awaiting_recheck, date(2020, 7, 31), [], date(2020, 7, 24)),
    ((f"24/07/2020, {DONE}", f"05/08/2020, {PASSED}"), R.remedied, date(2020, 7, 31), [], date(2020, 7, 24)),
    ((f"05/08/2020, {PASSED}",), R.remedied, date(2020, 7, 31), [], date(2020, 8, 5)),
    ((f"24/07/2020, {DONE}", f"05/08/2020, {FAILED}"), R.failed, date(2020, 7, 31), [], None),
    (
        (f"24/07/2020, {DONE}", f"05/08/2020, {FAILED}, hạn mới: 31/08/2020", f"20/08/2020, {DONE}"),
        R.awaiting_recheck,
        date(2020, 8, 31),
        [5],
        date(2020, 8, 20),
    ),
    (
        ("10/07/2020, việc: gia hạn, hạn mới: 15/08/2020", "12/07/2020, việc: gia hạn, hạn mới: 10/08/2020"),
        R.in_progress,
        date(2020, 8, 10),
        [10, 12],
        None,
    ),
    (("10/07/2020, việc: gia hạn",), R.in_progress, date(2020, 7, 31), [], None),
    ((f"24/07/2020, {DONE}, hạn mới: 15/08/2020",), R.awaiting_recheck, date(2020, 7, 31), [], date(2020, 7, 24)),
    (("24/07/2020, việc: trả lời",), R.in_progress, date(2020, 7, 31), [], None),
]


@pytest.mark.parametrize(("happened", "step", "due", "changed", "done"), CASES)
def test_progress(
    tmp_path: Path,
    happened: tuple[str, ...],
    step: RecommendationState,
    due: date,
    changed: list[int],
    done: date | None,
) -> None:
    _, finding = of(repository_of(tmp_path, events(*happened)), KN1)
    progress = recommendation_progress(finding)
    assert (progress.step, progress.due, progress.done and progress.done.on) == (step, due, done)
    assert [event.on.day for event in progress.extensions] == changed


@pytest.mark.parametrize(
    ("happened", "day", "state"),
    [
        ((), "2020-07-31", R.in_progress),
        ((), "2020-08-01", R.overdue),
        ((f"24/07/2020, {DONE}",), "2020-08-01", R.awaiting_recheck),
        ((f"24/07/2020, {DONE}", f"25/07/2020, {FAILED}"), "2020-07-31", R.failed),
        ((f"24/07/2020, {DONE}", f"25/07/2020, {FAILED}"), "2020-08-01", R.overdue),
        ((f"24/07/2020, {PASSED}",), "2020-08-01", R.remedied),
    ],
)
def test_what_is_open_is_overdue_after_its_due_day(
    tmp_path: Path, happened: tuple[str, ...], day: str, state: RecommendationState
) -> None:
    repository, finding = of(repository_of(tmp_path, events(*happened), day), KN1)
    assert recommendation_progress(finding).state(repository.today) is state


def test_a_recommendation_without_due_day_is_never_overdue() -> None:
    repository, finding = of(sample("2021-10-15"), KN2)
    assert recommendation_progress(finding).state(repository.today) is R.in_progress
    assert closed_on(finding) is None


def test_events_count_in_the_order_of_their_days(tmp_path: Path) -> None:
    _, finding = of(repository_of(tmp_path, events(f"05/08/2020, {FAILED}", f"24/07/2020, {DONE}")), KN1)
    assert [event.step for event in finding.events] == [Step.remedied, Step.recheck_failed]
    assert recommendation_progress(finding).step is R.failed


@pytest.mark.parametrize(
    ("happened", "state", "closed", "whose"),
    [
        ((), PetitionState.recorded, None, "Văn phòng"),
        (("20/04/2020, việc: chuyển cấp trên",), PetitionState.forwarded, None, "Thành đoàn Mẫu"),
        (("20/04/2020, việc: chuyển cấp trên, cơ quan: Sở A",), PetitionState.forwarded, None, "Sở A"),
        (
            ("20/04/2020, việc: chuyển cấp trên, cơ quan: Sở A", "22/04/2020, việc: chuyển cấp trên, cơ quan: Sở B"),
            PetitionState.forwarded,
            None,
            "Sở B",
        ),
        (("20/04/2020, việc: trả lời",), PetitionState.answered, date(2020, 4, 20), ""),
        (("20/04/2020, việc: không tiếp nhận",), PetitionState.rejected, date(2020, 4, 20), ""),
        (
            ("20/04/2020, việc: trả lời", "21/04/2020, việc: chuyển cấp trên"),
            PetitionState.forwarded,
            None,
            "Thành đoàn Mẫu",
        ),
        (
            ("20/04/2020, việc: trả lời", "25/04/2020, việc: không tiếp nhận", "27/04/2020, việc: gia hạn"),
            PetitionState.rejected,
            date(2020, 4, 25),
            "",
        ),
    ],
)
def test_petitions(
    tmp_path: Path, happened: tuple[str, ...], state: PetitionState, closed: date | None, whose: str
) -> None:
    repository, finding = of(repository_of(tmp_path, follow_up(DX1, *(f"ngày: {line}" for line in happened))), DX1)
    assert (petition_state(finding), closed_on(finding), turn(repository, finding)) == (state, closed, whose)


def test_the_day_that_closes_a_recommendation_is_that_of_the_recheck(tmp_path: Path) -> None:
    _, finding = of(repository_of(tmp_path, events(f"24/07/2020, {DONE}", f"05/08/2020, {PASSED}")), KN1)
    assert closed_on(finding) == date(2020, 8, 5)
    twice = events(f"24/07/2020, {PASSED}", f"05/08/2020, {FAILED}", f"10/08/2020, {PASSED}")
    assert closed_on(of(repository_of(tmp_path, twice), KN1)[1]) == date(2020, 8, 10)
    undone = events(f"24/07/2020, {PASSED}", f"05/08/2020, {FAILED}")
    assert closed_on(of(repository_of(tmp_path, undone), KN1)[1]) is None
