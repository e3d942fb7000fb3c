"""Fifty facts picked from the built pages: the file and line that each names holds the value.

A fact is a place such as `data/units/doan-so-a.yml:3` and what the page says around it. What stands at the line, read
as a page shows it (an id by a name of what it names), must be said in the place's own cell or sentence, or in its row;
for what is derived, in its section or the page's heading. A line with no value of its own begins a list or a mapping;
then what stands in that is looked for.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, zip_longest
from pathlib import Path

import pytest
import yaml
from lxml import etree, html

from ktgs.language.text import fold
from ktgs.pages import components, problems
from ktgs.site.shell import NOT_FOUND
from tests.trees import tree

REPOSITORY = Path(__file__).parent.parent
SEED = 46
HOW_MANY = 50
CELLS, ROWS = {"dd", "p", "td"}, {"dl", "li", "tr"}
PLACE = re.compile(r"(data/[\w./-]+):(\d+)")
WRITTEN = re.compile(r"\s*(?:- )?(?:(?P<key>[^:]+):(?: |$))?(?P<value>.*)")
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
NAMED_BY = ("tên", "tên ngắn", "họ tên", "viết tắt", "số ký hiệu")


@dataclass(frozen=True)
class Fact:
    """Where a page says that something is written, and what it says there: from the nearest to the widest."""

    page: str
    file: str
    line: int
    said: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where on which page, and where in the data."""
        return f"{self.page}: {self.file}:{self.line}"


# -- the page ----------------------------------------------------------------------------------------------------------


def facts_of(page: str, content: bytes) -> Iterator[Fact]:
    """Yield every fact of a page."""
    main = next(html.fromstring(content.decode()).iter("main"))
    heading = said_in(next(main.iter("h1")))
    for source in main.iter("a", "span"):
        if source.get("class") != "source":
            continue
        place = PLACE.fullmatch((source.text or "").strip())
        assert place is not None, (page, source.text)
        cell, row, section = (_around(source, tags) for tags in (CELLS, ROWS, {"section", "main"}))
        yield Fact(page, place[1], int(place[2]), (cell, row, f"{heading} {section}"))


def _around(source: etree._Element, tags: set[str]) -> str:
    """Return what the nearest element with one of the tags says beside places, empty where there is none."""
    block = next((element for element in source.iterancestors() if element.tag in tags), None)
    return "" if block is None else said_in(block)


def said_in(element: etree._Element) -> str:
    """Return what an element says beside places."""
    return PLACE.sub(" ", read(" ".join(map(str, element.itertext()))))


def read(text: str) -> str:
    """Return a text in the one form in which texts are compared."""
    return fold(" ".join(text.split()))


# -- the data ----------------------------------------------------------------------------------------------------------


@cache
def lines_of(file: str) -> tuple[str, ...]:
    """Return the lines of a file."""
    return tuple((REPOSITORY / file).read_text(encoding="utf-8").splitlines())


@cache
def names() -> dict[str, set[str]]:
    """Return what each id of the data is called."""
    found: dict[str, set[str]] = {}

    def walk(node: object, own_id: str) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item, "")
        elif isinstance(node, dict):
            called = found.setdefault(str(node.get("mã", own_id)), set())
            called.update(str(node[key]) for key in NAMED_BY if isinstance(node.get(key), str))
            called.update(str(old["tên"]) for old in node.get("tên cũ", ()))
            for value in node.values():
                walk(value, "")

    for path in sorted((REPOSITORY / "data").rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        front = text.split("---\n")[1] if path.suffix == ".md" else text
        walk(yaml.load(front, yaml.BaseLoader), path.parent.name if path.name == "plan.md" else path.stem)
    return found


def below(file: str, line: int) -> list[str]:
    """Return the lines of the list or mapping that begins at a line."""
    lines = lines_of(file)
    depth = len(lines[line - 1]) - len(lines[line - 1].lstrip())
    found = []
    for text in lines[line:]:
        if len(text) - len(text.lstrip()) <= depth and not text.startswith("- ", depth):
            break
        found.append(text)
    return found


def value_of(line: str) -> str:
    """Return the value written on a line, without its key, its dash and its quotes; empty where there is none.

    Of an answer of yes or no a page speaks by its key.
    """
    found = WRITTEN.fullmatch(line)
    assert found is not None
    value = found["value"].strip().strip("\"'#").strip()
    return found["key"] if value in ("có", "không") else value


def shown(value: str) -> Iterator[str]:
    """Yield the forms in which a page may show a value."""
    if day := DAY.fullmatch(value):
        yield f"{int(day[1]):02}/{int(day[2]):02}/{day[3]}"
        yield f"ngày {int(day[1]):02} tháng {int(day[2]):02} năm {day[3]}"
    elif hour := re.fullmatch(r"(\d{1,2})(?::|h| giờ ?)(\d{2})?", value):
        yield f"{int(hour[1]):02}:{hour[2] or '00'}"
    else:
        yield value
        yield re.sub(r"\s*([-/])\s*", r"\1", value)  # the one form of document numbers
    for part in value.split("/"):
        yield from names().get(part, ())


def is_said(value: str, said: str) -> bool:
    """Return whether a value is said, as words of its own."""
    return any(re.search(rf"(?<!\w){re.escape(read(form))}(?!\w)", said) for form in shown(value) if form)


def nearness(fact: Fact) -> int | None:
    """Return how near the page says what stands at the fact's line: 0 beside it, 2 on its section; None nowhere."""
    written = value_of(lines_of(fact.file)[fact.line - 1])
    values = [written] if written else [value_of(line) for line in below(fact.file, fact.line)]
    return next((n for n, said in enumerate(fact.said) if any(is_said(value, said) for value in values)), None)


# -- the test ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folders(internal_data_site: Path) -> dict[str, list[Fact]]:
    """All facts, by folder of the site; but of the problems, whose places lack something, and of the components."""
    found: dict[str, list[Fact]] = {}
    for page, content in tree(internal_data_site).items():
        if page.endswith(".html") and page not in (NOT_FOUND, problems.ADDRESS, components.ADDRESS):
            found.setdefault(page.partition("/")[0], []).extend(facts_of(page, content))
    return found


@pytest.fixture(scope="module")
def picked(folders: dict[str, list[Fact]]) -> list[Fact]:
    """Fifty facts, as many from each folder of the site as from every other while it has any."""
    chance = random.Random(SEED)
    heaps = [chance.sample(found, len(found)) for _, found in sorted(folders.items())]
    dealt = (fact for round_ in zip_longest(*heaps) for fact in round_ if fact)
    return list(islice(dealt, HOW_MANY))


def test_the_line_that_a_fact_names_holds_its_value(picked: list[Fact]) -> None:
    assert len({fact.place for fact in picked}) == HOW_MANY
    assert len({fact.page.partition("/")[0] for fact in picked}) > 10
    assert [fact for fact in picked if nearness(fact) is None] == []


def test_most_facts_stand_beside_their_value(picked: list[Fact]) -> None:
    """The rest is derived: said of a section or a page as a whole."""
    assert sum(nearness(fact) in (0, 1) for fact in picked) > HOW_MANY // 2


def test_so_do_all_the_others(folders: dict[str, list[Fact]]) -> None:
    everything = [fact for found in folders.values() for fact in found]
    assert len(everything) > 10_000
    assert [fact for fact in everything if nearness(fact) is None] == []


def test_a_line_of_another_fact_is_found_out(picked: list[Fact]) -> None:
    """The search is no formality: hardly a page says what stands at the place that another page names."""
    mixed = [
        replace(fact, file=other.file, line=other.line)
        for fact, other in zip(picked, picked[7:] + picked, strict=False)
    ]
    assert sum(nearness(fact) is None for fact in mixed) > HOW_MANY * 3 // 4
