"""The small sample is sound, and every check ran on it."""

from __future__ import annotations

from ktgs.language.scanning import modules
from tests.repo import SAMPLE, facts


def test_the_sample_has_no_diagnostic() -> None:
    assert [f"{item.place} {item.code.id} {item.message}" for item in facts(SAMPLE).diagnostics] == []


def test_every_check_has_a_test_file() -> None:
    names = {module.__name__.rpartition(".")[2] for module in modules("ktgs.checks")}
    tested = {path.stem.removeprefix("test_") for path in (SAMPLE.parent / "checks").glob("test_*.py")}
    assert names - tested == set()
