"""S301: Icelandic Ð in a name is warned of; in keys, words, ids and numbers it is read as Đ."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Severity
from tests.checks.marked import TEAM, fires, silent
from tests.repo import SAMPLE, facts, lay

UNIT = "data/units/doan-so-a.yml"
NAME = ("tên: Đoàn cơ sở Sở A", "tên: ▸{}oàn cơ sở Sở A")


@pytest.mark.parametrize(("letter", "right"), [("\u00d0", "Đ"), ("\u0189", "Đ"), ("\u00f0", "đ"), ("\u0256", "đ")])
def test_in_a_name(tmp_path: Path, letter: str, right: str) -> None:
    message = f"“tên” có chữ “{letter}” (U+{ord(letter):04X}), không phải chữ “{right}” của tiếng Việt."
    (found,) = fires(tmp_path, {UNIT: (NAME[0], NAME[1].format(letter))}, "S301", message)
    assert (found.severity, found.cure, found.is_internal) == (
        Severity.warning,
        f"Gõ lại thành “{right}”.",
        False,
    )


def test_in_a_private_field_it_is_internal(tmp_path: Path) -> None:
    text = (SAMPLE / UNIT).read_text(encoding="utf-8") + "phụ trách kiểm tra: Lê \u00d0ình C\n"
    found = [item for item in facts(lay(tmp_path, {UNIT: text})).diagnostics if item.code.id == "S301"]
    assert [item.is_internal for item in found] == [True]


def test_in_keys_words_and_numbers_it_is_read_as_the_right_letter(tmp_path: Path) -> None:
    text = (SAMPLE / TEAM).read_text(encoding="utf-8")
    assert text.count("/ĐTN") and text.count("trưởng đoàn") and text.count("đơn vị")
    changed = (
        text.replace("/ĐTN", "/\u00d0TN").replace("trưởng đoàn", "TRƯỞNG \u00d0OÀN").replace("đơn vị", "\u00f0ơn vị")
    )
    before = facts(lay(tmp_path / "a", {})).repository.teams
    after = facts(lay(tmp_path / "b", {TEAM: changed})).repository.teams
    assert before == after


def test_in_the_sample(tmp_path: Path) -> None:
    silent(tmp_path, {}, "S301")
