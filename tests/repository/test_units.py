"""Which unit stands for which, which exist, what their sub-units are called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.repository.units import sub_unit_word, sub_unit_words, successor, units_today
from tests.opened import repository_of, sample
from tests.repository.writing import unit

SCHOOL = Path(__file__).parents[1] / "school"


def moved(end: str, into: str) -> tuple[str, ...]:
    return ("từ: 01/01/2015", *([f"đến: {end}"] if end else []), *([f"sáp nhập vào: {into}"] if into else []))


@pytest.mark.parametrize(
    ("unit_id", "day", "stands"),
    [
        ("doan-so-x", date(2020, 6, 29), "doan-so-x"),
        ("doan-so-x", date(2020, 6, 30), "doan-so-x"),
        ("doan-so-x", date(2020, 7, 1), "doan-so-y"),
        ("doan-so-y", date(2020, 7, 1), "doan-so-y"),
        ("nobody", date(2020, 7, 1), "nobody"),
    ],
)
def test_a_merged_unit_stands_until_its_last_day(unit_id: str, day: date, stands: str) -> None:
    assert successor(sample(), unit_id, day) == stands


def test_mergers_in_a_row_and_in_a_circle(tmp_path: Path) -> None:
    files = {
        **unit("a", *moved("31/01/2020", "b")),
        **unit("b", *moved("29/02/2020", "c")),
        **unit("c", *moved("31/03/2020", "")),
        **unit("d", *moved("", "a")),
        **unit("e", *moved("31/01/2020", "f")),
        **unit("f", *moved("31/01/2020", "e")),
    }
    repository = repository_of(tmp_path, files)
    assert successor(repository, "a", date(2020, 2, 29)) == "b"
    assert successor(repository, "a", date(2020, 3, 1)) == "c"
    assert successor(repository, "a", date(2020, 12, 31)) == "c"  # dissolved, and nobody took it over
    assert successor(repository, "d", date(2020, 12, 31)) == "d"  # it has no last day yet
    assert successor(repository, "e", date(2020, 12, 31)) == "e"  # a circle ends where it began


def test_units_today_in_vietnamese_order(tmp_path: Path) -> None:
    assert [unit.id for unit in units_today(sample("2020-06-30"))] == [
        "chi-doan-so-d",
        "doan-so-a",
        "doan-so-b",
        "doan-so-x",
        "doan-so-y",
        "doan-truong-c",
    ]
    assert "doan-so-x" not in [unit.id for unit in units_today(sample("2020-07-01"))]
    files = {"data/units/z.yml": "tên: Đoàn cơ sở Ánh\nloại: đoàn cơ sở\ntừ: 01/01/2015\n"}
    first = units_today(repository_of(tmp_path, files))[1]
    assert first.name == "Đoàn cơ sở Ánh"  # Á before B and S, wherever its file stands


def test_sub_units_are_called_by_the_kind_of_unit() -> None:
    repository = sample()
    assert sub_unit_word(repository, "doan-so-a") == "chi đoàn"
    assert sub_unit_word(repository, "chi-doan-so-d") == ""
    assert sub_unit_word(repository, "nobody") == ""


def test_a_column_for_the_sub_units_of_all(tmp_path: Path) -> None:
    assert sub_unit_words(sample()) == "chi đoàn"
    assert sub_unit_words(repository_of(tmp_path / "school", {}, base=SCHOOL)) == "phòng ban, phân hiệu"
    nothing = repository_of(tmp_path / "broken", {"data/organization.yml": "tên: [\n"})
    assert sub_unit_words(nothing) == "đơn vị trực thuộc"
