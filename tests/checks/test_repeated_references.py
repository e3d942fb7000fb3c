"""R202: a list of ids names each id once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.marked import NOTICE, PLAN, TEAM, VISIT_A, Change, fires, silent


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (VISIT_A, ("số có mặt", "  - ▸nguyen-van-a\nsố có mặt"), "người dự: “nguyen-van-a” đã có ở dòng 7."),
        (
            VISIT_A,
            ("tình hình", "  - ▸nghi-quyet-bch\ntình hình"),
            "chủ đề giám sát: “nghi-quyet-bch” đã có ở dòng 13.",
        ),
        (
            TEAM,
            (
                "    cấp ủy:\n      mời: có\n      ngày mời: 11",
                "      - ▸chi-doan-1\n    cấp ủy:\n      mời: có\n      ngày mời: 11",
            ),
            "chi đoàn mẫu: “chi-doan-1” đã có ở dòng 22.",
        ),
        (NOTICE, ("gửi đến", "  - ▸dot-1-doan-1\ngửi đến"), "đoàn kiểm tra: “dot-1-doan-1” đã có ở dòng 4."),
        (PLAN, ("      - ubkt", "      - ▸btv"), "người được phân công: “btv” đã có ở dòng 97."),
    ],
)
def test_every_list(tmp_path: Path, file: str, change: Change, message: str) -> None:
    fires(tmp_path, {file: change}, "R202", message)


def test_two_people_at_one_meeting(tmp_path: Path) -> None:
    silent(tmp_path, {VISIT_A: ("số có mặt", "  - le-van-c\nsố có mặt")}, "R202")
