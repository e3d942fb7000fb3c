"""A page of each kind of the shipped data's site."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.facts.facts import publish
from ktgs.site.building import collect
from ktgs.site.links import HANDBOOK
from tests.repo import facts

REPOSITORY = Path(__file__).parents[2]


Kinds = dict[str, Path]


@pytest.fixture(scope="session")
def pages(data_site: Path) -> dict[str, list[Path]]:
    """The pages of each template, the shortest first; the handbook's are MkDocs' own."""
    found: dict[str, list[Path]] = {"main.html": list((data_site / HANDBOOK).parent.glob("*.html"))}
    for kept in collect(publish(facts(REPOSITORY))):
        if kept.page.url.endswith(".html"):
            found.setdefault(kept.template, []).append(data_site / kept.page.url)
    return {name: sorted(files, key=lambda file: (file.stat().st_size, file)) for name, files in found.items()}


@pytest.fixture(scope="session")
def longest(pages: dict[str, list[Path]]) -> Kinds:
    """The longest page of each template."""
    return {name: files[-1] for name, files in pages.items()}


@pytest.fixture(scope="session")
def typical(pages: dict[str, list[Path]]) -> Kinds:
    """A page of middling length of each template."""
    return {name: files[len(files) // 2] for name, files in pages.items()}
