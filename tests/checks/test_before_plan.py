"""D208: nothing happens under a plan before the plan is issued, whatever kind of record tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from ktgs.language.vocabulary import Tells
from ktgs.records.base import Record
from ktgs.records.loading import record_kinds
from ktgs.records.schema import schema
from tests.checks.marked import (
    ASSIGNMENT_4,
    FOLLOW_UP,
    MOVE,
    NOTICE,
    PLAN,
    RESULT,
    SCHEDULE_A4,
    TEAM,
    VISIT_A,
    alone,
    fires,
    silent,
)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MOVE, "ngày quyết định: 16/03/2020", "ngày quyết định: ▸16/03/2019"),
        (SCHEDULE_A4, "ngày nhận: 18/03/2020", "ngày nhận: ▸18/03/2002"),
        (ASSIGNMENT_4, "ngày ban hành: 06/04/2020", "ngày ban hành: ▸06/04/2019"),
        (TEAM, "ngày ban hành: 27/04/2020", "ngày ban hành: ▸27/04/2019"),
        (NOTICE, "ngày ban hành: 29/04/2020", "ngày ban hành: ▸29/04/2019"),
        (TEAM, "ngày mời: 11/05/2020", "ngày mời: ▸11/05/2019"),
    ],
)
def test_a_year_mistyped_is_told_once(tmp_path: Path, file: str, old: str, new: str) -> None:
    key, _, day = new.partition(": ▸")
    told = alone(tmp_path, {file: (old, new)}, "D208")
    assert told.message == f"{key}: {day} trước ngày ban hành kế hoạch 46-KH/ĐTN, 20/02/2020."
    assert [item.place for item in told.related] == [Place(PLAN, 3, 16)]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (NOTICE, "ngày gửi: 04/05/2020", "ngày gửi: ▸04/05/2019", "D202"),
        (RESULT, "ngày tổng hợp: 28/05/2020", "ngày tổng hợp: ▸28/05/2019", "D206"),
        (VISIT_A, "ngày gửi: 15/04/2020", "ngày gửi: ▸15/04/2019", "D206"),
        (FOLLOW_UP, "ngày: 24/07/2020", "ngày: ▸24/07/2019", "D207"),
    ],
)
def test_what_also_comes_before_something_else_is_told_once(
    tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    alone(tmp_path, {file: (old, new)}, code)


def test_on_the_day_of_the_plan(tmp_path: Path) -> None:
    silent(tmp_path, {MOVE: ("ngày quyết định: 16/03/2020", "ngày quyết định: 20/02/2020")}, "D208")


def test_the_plans_own_day_mistyped_is_told_once(tmp_path: Path) -> None:
    change = ("ngày ban hành: 20/02/2020", "ngày ban hành: ▸20/12/2020")
    words = "ngày ban hành: 20/12/2020, mà 39 ngày ghi trong dữ liệu của kế hoạch đều trước ngày này."
    (told,) = fires(tmp_path, {PLAN: change}, "D208", words)
    assert len(told.related) == 3


def test_every_day_and_month_says_what_it_tells() -> None:
    """So the rules about days hold for every kind of record that there is or will be."""
    silent_fields = [
        f"{kind.__name__}.{name}"
        for kind in _every_kind()
        for name, field in schema(kind).fields.items()
        if _is_day(kind, name) and not (field.is_fact or field.tells)
    ]
    assert silent_fields == []
    told = {field.tells for kind in _every_kind() for field in schema(kind).fields.values() if field.tells}
    assert told == set(Tells)


def _every_kind() -> set[type[Record]]:
    kinds: list[type[Record]] = [*record_kinds()]
    for kind in kinds:
        kinds.extend(field.child for field in schema(kind).children if field.child and field.child not in kinds)
    return set(kinds)


def _is_day(kind: type[Record], name: str) -> bool:
    written = str(kind.model_fields[name].annotation)
    return any(word in written for word in ("datetime.date", "months.Month'", "months.Month]"))
