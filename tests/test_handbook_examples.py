"""The handbook's examples can be pasted into the shipped data, and its messages are those that mistakes then give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ktgs.examining import reporters
from tests.handbook import SHIPPED, HandbookPage, Mistake, handbook
from tests.repo import facts, lay

pytestmark = pytest.mark.slow

PAGES = [pytest.param(page, id=page.name) for page in handbook() if page.examples]
MISTAKES = [
    pytest.param(page, mistake, id=f"{page.name}-{number}")
    for page in handbook()
    for number, mistake in enumerate(page.mistakes, start=1)
]


def checked(page: HandbookPage, examples: dict[str, str], root: Path) -> list[str]:
    """Return the lines that are printed of the shipped data with the examples in it; the last one sums up."""
    files: dict[str, Any] = page.pasted(examples)
    return reporters.as_text(facts(lay(root, files, base=SHIPPED)).diagnostics).splitlines()


@pytest.mark.parametrize("page", PAGES)
def test_examples_take_the_place_of_nothing(page: HandbookPage) -> None:
    """An example of the only file of its kind is that very file, or what may be added at its end."""
    for file, text in page.pasted(page.examples).items():
        shipped = SHIPPED / file
        assert not shipped.exists() or text.startswith(shipped.read_text(encoding="utf-8")), file


@pytest.mark.parametrize("page", PAGES)
def test_examples_are_sound_in_the_shipped_data(page: HandbookPage, tmp_path: Path) -> None:
    assert checked(page, page.examples, tmp_path) == ["Không có lỗi."]


@pytest.mark.parametrize(("page", "mistake"), MISTAKES)
def test_messages_are_those_given(page: HandbookPage, mistake: Mistake, tmp_path: Path) -> None:
    *given, _ = checked(page, mistake.made(page.examples), tmp_path)
    assert mistake.message.splitlines() == given


def test_no_message_stands_alone() -> None:
    for page in handbook():
        assert page.text.count("```text") == len(page.mistakes), page.name
