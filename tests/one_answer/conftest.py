"""Whole repositories with all their ways of answering: the data that ships, a generated one, one of known disputes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generator import generate
from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from tests.one_answer.asking import Answer, answers, due, events, obligations
from tests.one_answer.statements import Statement, pages, statements
from tests.one_answer.story import FILES
from tests.pages.reading import Element, main
from tests.repo import facts, lay
from tests.sites import built_once

REPOSITORY = Path(__file__).parents[2]
SEED = 7
VISITS = "bao-cao-du-sinh-hoat"  # the duty whose obligations are public once they are done


@dataclass(frozen=True)
class House:
    """A repository with its built site, asked on the sample's own day."""

    root: Path
    site: Path

    @cached_property
    def facts(self) -> dict[str, Answer]:
        """What all the data says: the answers of the command."""
        return answers(self._facts)

    @cached_property
    def public(self) -> dict[str, Answer]:
        """What the public half says: the answers of pages, feeds, CSV and JSON."""
        return answers(publish(self._facts))

    @cached_property
    def stated(self) -> tuple[Statement, ...]:
        """What all pages say of single obligations."""
        return tuple(found for page in pages(self.site) for found in statements(self.site, page))

    def main(self, page: str) -> Element:
        """Return the main part of a page, parsed once; only to be read."""
        if page not in self._mains:
            self._mains[page] = main(self.site, page)
        return self._mains[page]

    @cached_property
    def _mains(self) -> dict[str, Element]:
        return {}

    @cached_property
    def counted(self) -> set[str]:
        """The public obligations that lists hold: parts instead of their whole."""
        return {key for key, answer in self.public.items() if not answer.has_parts}

    @cached_property
    def obligations(self) -> dict[str, dict[str, Any]]:
        """What the site's JSON says of each."""
        return obligations(self.site)

    @cached_property
    def feeds(self) -> dict[str, dict[str, Any]]:
        """The events of every feed, by the feed's path and the event's name."""
        paths = sorted(path.relative_to(self.site).as_posix() for path in (self.site / "ics").rglob("*.ics"))
        return {path: events(self.site, path) for path in paths}

    @cached_property
    def command(self) -> dict[str, dict[str, Any]]:
        """What `ktgs due --format json` says of each."""
        return due(self.root)

    @cached_property
    def _facts(self) -> Facts:
        return facts(self.root)


@pytest.fixture(scope="session")
def shipped(data_site: Path) -> House:
    """The data that ships."""
    return House(REPOSITORY, data_site)


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> House:
    """66 units and their year, by another seed than the data that ships."""
    root = tmp_path_factory.mktemp("generated")
    generate(root, units=66, seed=SEED)
    return House(root, built_once(tmp_path_factory, f"generated-{SEED}-site", root))


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The small sample with what once had several answers; it holds errors on purpose."""
    root = lay(tmp_path_factory.mktemp("story"), FILES)
    return House(root, built_once(tmp_path_factory, "story-site", root, keep_going=True))


@pytest.fixture(params=["shipped", "generated"])
def house(request: pytest.FixtureRequest) -> House:
    """Each of the large repositories."""
    found: House = request.getfixturevalue(request.param)
    return found
