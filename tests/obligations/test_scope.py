"""What an extension or waiver is about: a duty, and all that its scope has to name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ktgs.language.months import Month
from ktgs.obligations.settling import concerns
from ktgs.records.keys import DocumentKey, RoundTeamKey
from ktgs.repository.parties import Who, WhoKind
from tests.obligations.owing import DUTY, ROUND, expected
from tests.opened import lay, opened
from tests.repository.writing import adjustment, team

PERSON = Who(WhoKind.person, "tran-thi-b", "Trần Thị B")
BODY = Who(WhoKind.body, "doan-so-a", "Cơ quan")
ALL = ("đơn vị: tất cả", "cán bộ: tất cả", "kỳ: tất cả")
OF_TEAM = {"occasion": RoundTeamKey("46-kh-dtn", "dot-1", "dot-1-doan-1"), "period": ROUND}


def in_may(*scope: str) -> tuple[str, ...]:
    """Return the lines of an extension of the duty in May, for everybody that the lines do not narrow."""
    lines = {line.partition(":")[0]: line for line in (*ALL[:2], "kỳ: 05/2020", *scope)}
    return ("việc: thông báo", *lines.values())


MAY = {"period": Month(2020, 5)}


@pytest.mark.parametrize(
    ("lines", "owed", "is_concerned"),
    [
        (("việc: THÔNG BÁO", *ALL), {}, True),
        (("việc: phân công", *ALL), {}, False),
        (("hoạt động: dot-1", *ALL), {"activity": ROUND}, False),  # that moves the round itself
        (in_may("đơn vị: [doan-so-b, doan-so-a]"), MAY, True),
        (in_may("đơn vị: [doan-so-b]"), MAY, False),
        (in_may("đơn vị: [doan-so-b]"), {**MAY, "about_unit": "doan-so-b"}, True),
        (in_may("đơn vị: [doan-so-a]"), {**MAY, "about_unit": "doan-so-b"}, False),
        (in_may("đơn vị: [doan-so-a]"), {**MAY, "who": PERSON}, False),
        (in_may("đơn vị: [doan-so-a]"), {**MAY, "who": BODY}, False),
        (in_may("đơn vị: tất cả"), {**MAY, "who": BODY}, True),
        (in_may("cán bộ: [le-van-c, tran-thi-b]"), {**MAY, "who": PERSON}, True),
        (in_may("cán bộ: [le-van-c]"), {**MAY, "who": PERSON}, False),
        (in_may("cán bộ: [tran-thi-b]"), MAY, False),
        (in_may("kỳ: [04/2020, 05/2020]"), MAY, True),
        (in_may("kỳ: 04/2020"), MAY, False),
        (in_may("kỳ: 04/2020"), {}, False),
        (in_may("kỳ: tất cả"), {}, True),
        (in_may("kỳ: dot-1"), {"period": ROUND}, True),
        (in_may("kỳ: dot-2"), {"period": ROUND}, False),
        (("việc: thông báo", *ALL[:2]), MAY, False),  # nothing is meant that is not written
        (("việc: thông báo", *ALL[1:]), MAY, False),
    ],
)
def test_what_a_decision_concerns(
    tmp_path: Path, lines: tuple[str, ...], owed: dict[str, Any], is_concerned: bool
) -> None:
    assert concerns(written(tmp_path, *lines), DUTY, expected(**owed)) is is_concerned


def written(root: Path, *lines: str, files: dict[str, str] | None = None) -> Any:
    """Return an extension with these lines."""
    laid = {**adjustment("x", *lines, "hạn mới: 01/06/2020", kind="gia hạn"), **(files or {})}
    repository, problems = opened(lay(root, laid))
    assert problems == []
    return next(decision for key, decision in repository.adjustments.items() if key.adjustment == "x")


@pytest.mark.parametrize(
    ("teams", "owed", "is_concerned"),
    [
        ("[dot-1-doan-1]", OF_TEAM, True),
        ("tất cả", OF_TEAM, True),
        ("[dot-1-doan-1]", {**OF_TEAM, "occasion": RoundTeamKey("46-kh-dtn", "dot-1", "dot-1-doan-2")}, False),
        ("[dot-1-doan-1]", {**OF_TEAM, "occasion": ROUND}, False),  # the whole is meant by `tất cả` alone
        ("tất cả", {**OF_TEAM, "occasion": ROUND}, True),
    ],
)
def test_a_duty_of_teams_is_moved_by_team(tmp_path: Path, teams: str, owed: dict[str, Any], is_concerned: bool) -> None:
    decision = written(tmp_path, "việc: thông báo", f"đoàn kiểm tra: {teams}", "kỳ: dot-1")
    assert concerns(decision, replace(DUTY, scopes=("teams", "periods")), expected(**owed)) is is_concerned


def test_a_duty_without_scope_is_moved_as_a_whole_or_by_nothing(tmp_path: Path) -> None:
    decision = written(tmp_path, "việc: thông báo")
    assert concerns(decision, replace(DUTY, scopes=()), expected())
    assert not concerns(decision, replace(DUTY, scopes=None), expected())


def test_a_decision_that_names_documents_is_about_these_alone(tmp_path: Path) -> None:
    asked = "{mã: so, tên: Sổ}"
    files = team("dot-2-doan-1", "dot-2", f"mã: c1, đơn vị: doan-so-a, tài liệu: [{asked}]")
    decision = written(tmp_path, "việc: thông báo", "tài liệu: dot-2-doan-1/c1/so", files=files)
    key = DocumentKey("46-kh-dtn", "dot-2-doan-1", "c1", "so")
    assert concerns(decision, DUTY, expected(document=key))
    assert not concerns(decision, DUTY, expected(document=replace(key, document="khac")))
    assert not concerns(decision, DUTY, expected())
