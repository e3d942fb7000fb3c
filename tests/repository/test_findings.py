"""Whose turn it is with recommendations and petitions, and how old they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.repository.progress import age_days, closed_on, recommendation_progress, turn
from tests.repo import facts, lay

KN1, KN2 = "2020-06-02-dot-1-doan-1#kn1", "2020-06-02-dot-1-doan-1#kn2"
DX1 = "2020-04-08-doan-so-a-chi-doan-1#dx1"


@pytest.mark.parametrize(
    ("key", "day", "whose", "age"),
    [
        (KN1, "2020-07-01", "Đoàn cơ sở Sở B", 29),
        (KN1, "2020-07-24", "Đoàn kiểm tra số 1, đợt 1", 52),
        (KN1, "2020-10-15", "", 64),
        (KN2, "2020-10-15", "Ban Thường vụ", 135),
        (DX1, "2020-04-15", "Văn phòng", 7),
        (DX1, "2020-10-15", "Thành đoàn Mẫu", 190),
    ],
)
def test_turn_and_age(tmp_path: Path, key: str, day: str, whose: str, age: int) -> None:
    repository = facts(lay(tmp_path, {}), day).repository
    [found] = [found for found in repository.findings if found.key == key]
    assert (turn(repository, found), age_days(repository, found)) == (whose, age)


def test_a_recommendation_without_due_day_is_never_overdue(tmp_path: Path) -> None:
    repository = facts(lay(tmp_path, {}), "2021-10-15").repository
    [found] = [found for found in repository.findings if found.key == KN2]
    assert str(recommendation_progress(found).state(repository.today)) == "đang khắc phục"
    assert closed_on(found) is None
