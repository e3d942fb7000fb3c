"""Built pages as tests read them: a page's main part, its words, the things its lists and tables hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from lxml import html

Element: TypeAlias = html.HtmlElement
APART = ("caption", "dd", "dt", "h1", "h2", "h3", "li", "p", "pre", "span", "summary", "td", "th")


def main(site: Path, address: str, *, with_sources: bool = False) -> Element:
    """Return the main part of a page, with a blank around what is set apart on the screen, without marks of sources."""
    page: Any = html.fromstring((site / address).read_bytes().decode())
    inside: Element = page.find(".//main")
    assert inside is not None
    for source in () if with_sources else inside.find_class("source"):
        source.drop_tree()
    for element in inside.iter(*APART):
        element.text, element.tail = f" {element.text or ''}", f" {element.tail or ''}"
    return inside


def words(element: Element) -> str:
    """Return the text of an element with single blanks."""
    return " ".join(element.text_content().split())


def calendar_days(site: Path, month: str) -> Iterator[tuple[str, Element]]:
    """Yield each day of a month (2020-05) as the pages of weeks list it, with the address of the page."""
    for file in sorted((site / "lich").glob("*-tuan-*.html")):
        address = f"lich/{file.name}"
        for day in main(site, address).xpath(f".//section[starts-with(@data-on, '{month}')]"):
            yield address, day


def calendar_day(site: Path, on: str) -> Element:
    """Return a day (2020-05-14) as the page of its week lists it."""
    ((_, day),) = calendar_days(site, on)
    return day


def section(page: Element, anchor: str) -> Element:
    """Return the section whose heading has the anchor."""
    found: list[Element] = page.xpath(f"//section[h2[@id='{anchor}']]")
    assert len(found) == 1, anchor
    return found[0]


def items(element: Element, path: str) -> list[str]:
    """Return the words of each element at an XPath."""
    return [words(found) for found in element.xpath(path)]


def links(element: Element, path: str = ".//a") -> list[tuple[str, str]]:
    """Return words and target of each link at an XPath."""
    return [(words(found), found.get("href")) for found in element.xpath(path)]


def rows(element: Element) -> list[list[str]]:
    """Return the cells of each body row of the tables in an element."""
    return [[words(cell) for cell in row.xpath("./th|./td")] for row in element.xpath(".//tbody/tr")]
