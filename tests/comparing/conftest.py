"""The shipped data, read once, to compare edits of it with."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.comparing.sides import Side
from tests.repo import facts

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shipped() -> Side:
    """The shipped data as it lies."""
    return Side(facts(ROOT), ROOT)
