"""However many mistakes a file of under 1 MB has, the first few are told, the rest is counted, and it does not hang."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ktgs.examining import reporters
from tests.checks.marked import PLANS, SCHEDULE_A4, TEAM
from tests.repo import SAMPLE, facts, lay

UNIT = "data/units/doan-so-y.yml"
MOVE = f"{PLANS}/adjustments/2020-03-16-gs-thang-3.yml"
HEAD = "tên: Đoàn cơ sở Sở Y\nloại: đoàn cơ sở\ntừ: 01/01/2015\n"
MONTH = "đơn vị: doan-so-a\ntháng: 04/2020\nngày nhận: 18/03/2020\nbuổi:\n"
MEETING = "  - mã: b{0}\n    ngày: {1}\n    giờ: 7:30\n    địa điểm: A\n    chi đoàn: {2}\n"
SESSION = "  - mã: d{0}\n    đơn vị: doan-so-a\n    ngày: 14/05/2020\n    giờ: 8:00\n"


def sample(file: str) -> str:
    return (SAMPLE / file).read_text(encoding="utf-8")


def each(form: str, count: int, *words: str) -> str:
    return "".join(form.format(number, *words) for number in range(count))


def with_members(form: str) -> str:
    return sample(TEAM).replace("thành viên:\n", "thành viên:\n" + each(form, 2_000))


CASES = {
    "unknown keys": (UNIT, HEAD + each("k{}: 1\n", 60_000), 60_000),
    "unknown keys near a known one": (UNIT, HEAD + each("tên {}: 1\n", 60_000), 60_000),
    "equal keys": (UNIT, HEAD + "cụm: 1\n" * 2_000, 1_999),
    "very many equal keys": (UNIT, HEAD + "cụm: 1\n" * 100_000, 99_999),
    "items without dashes": (UNIT, HEAD + "chi đoàn:\n" + "  mã: c\n  tên: d\n" * 20_000, 19_999),
    "look-alike dashes": (UNIT, HEAD + "chi đoàn:\n" + "  – mã: c\n" * 40_000, 40_000),
    "conflicts": (UNIT, HEAD + "<<<<<<< a\n=======\n>>>>>>> b\n" * 25_000, 25_000),
    "hidden characters": (UNIT, HEAD + "cụm: \u200b1\n" * 40_000, 40_000),
    "equal branches": (UNIT, HEAD + "chi đoàn:\n" + "  - mã: c\n    tên: d\n" * 2_000, 1_999),
    "one leader many times": (TEAM, with_members("  - cán bộ: pham-thi-d\n    vai trò: trưởng đoàn\n"), 2_000),
    "unknown leaders": (TEAM, with_members("  - cán bộ: p-{}\n    vai trò: trưởng đoàn\n"), 2_000),
    "sessions of one unit": (TEAM, sample(TEAM) + each(SESSION, 2_000), 2_000),
    "days without year": (SCHEDULE_A4, MONTH + each(MEETING, 8_000, "8/4", "chi-doan-1"), 8_000),
    "unknown branches": (SCHEDULE_A4, MONTH + each(MEETING, 2_000, "08/04/2020", "chi-doan-9"), 2_000),
    "unknown units": (MOVE, sample(MOVE) + "đơn vị:\n" + each("  - doan-so-{}\n", 40_000), 40_000),
}


@pytest.mark.parametrize(("file", "text", "count"), CASES.values(), ids=CASES.keys())
def test_the_first_few_and_a_count(tmp_path: Path, file: str, text: str, count: int) -> None:
    assert len(text.encode()) < 1_000_000
    lay(tmp_path, {file: text})
    start = time.monotonic()
    found = [item for item in facts(tmp_path).diagnostics if item.place.file == file]
    assert time.monotonic() - start < 60  # a stop against hanging; how long it takes is measured in the benchmark
    assert len(found) <= 84  # four kinds
    assert sum(item.stands_for for item in found) >= count
    assert len(reporters.as_text(found).encode()) < 50_000
    assert f"{sum(item.stands_for for item in found)} lỗi" in reporters.summary(found)
