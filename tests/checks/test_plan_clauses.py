"""R307: a clause that a term, a topic or an activity names is one of the plan's text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.records.clauses import clauses
from tests.checks.marked import PLAN, alone, silent

TERM = "việc: mời cấp ủy\n    mục: III"


@pytest.mark.parametrize("clause", ["IX.9.9", "24:00", "II.9", "mục III"])
def test_a_clause_that_the_plan_does_not_have(tmp_path: Path, clause: str) -> None:
    written = f'"{clause}"' if ":" in clause else clause
    told = alone(tmp_path, {PLAN: (TERM, f"việc: mời cấp ủy\n    mục: ▸{written}")}, "R307")
    assert told.found == f"Lời văn của kế hoạch không có mục “{clause}”."


def test_one_of_several(tmp_path: Path) -> None:
    alone(tmp_path, {PLAN: ("- II.3\n      - IV.2", "- II.3\n      - ▸V.2")}, "R307")


def test_a_point_below_a_clause(tmp_path: Path) -> None:
    silent(tmp_path, {PLAN: (TERM, f"{TERM}.a")}, "R307")


def test_clauses_are_numbered_headings() -> None:
    text = "# Kế hoạch\n## I- Mục đích\n### 1. Một\n#### 1.1. Hai\n## **II. Nội dung**\n### 2) Ba\n### Phụ lục\n"
    assert clauses(text) == ("I", "I.1", "I.1.1", "II", "II.2")
