"""D208: a plan is adjusted after it was issued."""

from __future__ import annotations

from pathlib import Path

from tests.checks.marked import MOVE, fires, silent


def test_decided_before_the_plan(tmp_path: Path) -> None:
    change = ("ngày quyết định: 16/03/2020", "ngày quyết định: ▸16/03/2019")
    fires(tmp_path, {MOVE: change}, "D208", "ngày quyết định: 16/03/2019 trước “ngày ban hành: 20/02/2020”.")


def test_decided_with_the_plan(tmp_path: Path) -> None:
    silent(tmp_path, {MOVE: ("ngày quyết định: 16/03/2020", "ngày quyết định: 20/02/2020")}, "D208")
