"""Opening a folder again: what did not change is taken over, and what comes of it is as if all were made anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ktgs.language.today import Today
from ktgs.records.base import FileRecord
from ktgs.repository.opening import Before, Loaded, link, read
from tests.opened import SAMPLE, lay

UNIT = "data/units/doan-so-a.yml"
PLAN = "data/plans/2020/46-kh-dtn/plan.md"
TODAY = Today(date(2020, 10, 15), False)


def of(loaded: Loaded, file: str) -> FileRecord:
    return next(record for record in loaded.records if record.file == file)


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    root, before = lay(tmp_path, {}), Before()
    first, _ = read(root, before)
    text = (root / UNIT).read_text(encoding="utf-8")
    (root / UNIT).write_text(text.replace("Cụm 1", "Cụm 2"), encoding="utf-8")
    second, _ = read(root, before)
    assert {record.file for record in second.records if record is not of(first, record.file)} == {UNIT}


CHANGES = [
    (UNIT, "Cụm 1", "Cụm 2"),
    (UNIT, "mã: chi-doan-1\n", "mã: chi-doan-mot\n"),  # which others refer to
    (UNIT, "loại: đoàn cơ sở", "loại: trường"),  # another word for its sub-units
    (UNIT, "từ: 01/01/2015", "từ: 01/01/2015\nkhóa lạ: có"),  # broken
    ("data/organization.yml", "15/10/2020", "16/10/2020"),
    (PLAN, "2020", "2019"),
    (UNIT, "", None),
]


@pytest.mark.parametrize(("file", "old", "new"), CHANGES)
def test_nothing_of_before_is_left(tmp_path: Path, file: str, old: str, new: str | None) -> None:
    """After each change, and after it is taken back."""
    root, before = lay(tmp_path, {}), Before()
    text = (SAMPLE / file).read_text(encoding="utf-8")
    assert old in text
    link(read(root, before)[0], TODAY, before)
    for content in (None if new is None else text.replace(old, new), text):
        lay(root, {file: None if content is None else content.encode()})
        loaded, unread = read(root, before)
        anew, unread_anew = read(root)
        assert unread == unread_anew
        assert loaded == anew
        for day in (TODAY, Today(date(2020, 4, 1), True)):
            repository, problems = link(loaded, day, before)
            expected, expected_problems = link(anew, day)
            assert problems == expected_problems
            assert repository.records == expected.records
            assert repository.broken == expected.broken
