"""What the handbook shows of another body is sound data of such a body: each file, laid over the school inspection."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ktgs.examining import reporters
from tests.handbook import handbook
from tests.repo import facts, lay
from tests.test_school import ROOT

_EXAMPLE = re.compile(r"Ở một sở giáo dục, tệp `(data/[^`]+)`:\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = {page.name: dict(_EXAMPLE.findall(page.text)) for page in handbook() if "sở giáo dục" in page.text}


def test_the_pages_with_words_of_another_body_show_a_file_of_it() -> None:
    assert {name: list(files) for name, files in EXAMPLES.items()} == {
        "don-vi.md": ["data/units/truong-b.yml"],
        "to-chuc.md": ["data/organization.yml"],
    }


@pytest.mark.parametrize("page", EXAMPLES)
def test_its_examples_are_sound(page: str, tmp_path: Path) -> None:
    lay(tmp_path, dict(EXAMPLES[page]), base=ROOT)
    assert reporters.as_text(facts(tmp_path, "2024-10-15").diagnostics) == "Không có lỗi.\n"
