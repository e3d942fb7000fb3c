"""A page of each kind of the shipped data's site."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from tests.kinds import Kinds, middling, pages_of, typical_of
from tests.repo import facts

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def pages(data_site: Path) -> dict[str, list[Path]]:
    """The pages of each template of the public site, the shortest first."""
    return pages_of(data_site, publish(facts(REPOSITORY)))


@pytest.fixture(scope="session")
def internal_typical(internal_data_site: Path) -> Kinds:
    """A page of middling length of each template of the internal site."""
    return typical_of(internal_data_site, facts(REPOSITORY))


@pytest.fixture(scope="session")
def longest(pages: dict[str, list[Path]]) -> Kinds:
    """The longest page of each template."""
    return {name: files[-1] for name, files in pages.items()}


@pytest.fixture(scope="session")
def typical(pages: dict[str, list[Path]]) -> Kinds:
    """A page of middling length of each template."""
    return middling(pages)
