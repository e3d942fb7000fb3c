"""Each code is declared once, belongs to its family, and is explained."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import ktgs
from ktgs.examining.pipeline import codes

_DECLARED = re.compile(r"\bCode\(\s*\"([A-Z]\d+)\"")
_ROOM = Path(ktgs.__file__).parent


def test_a_code_is_declared_once() -> None:
    declared = Counter(found for path in _ROOM.rglob("*.py") for found in _DECLARED.findall(path.read_text("utf-8")))
    assert [code for code, times in declared.items() if times > 1] == []
    assert [code.id for code in codes()] == sorted(declared)


def test_a_code_has_a_family_and_a_number_and_is_explained() -> None:
    for code in codes():
        assert re.fullmatch(r"[YSRDNPAMF]\d{3}", code.id), code.id
        assert code.title and code.about.strip(), code.id
        assert not code.title.endswith("."), code.id


def test_a_code_shows_the_wrong_and_the_right() -> None:
    of_the_program = {"F901", "F902", "F903", "F904"}
    without = {code.id for code in codes() if not re.search(r"^Sai:.*^Đúng:", code.about, re.MULTILINE | re.DOTALL)}
    assert without == of_the_program | {"Y031"}  # which is what no explanation fits


def test_codes_are_listed_in_order_and_once() -> None:
    ids = [code.id for code in codes()]
    assert ids == sorted(set(ids))
