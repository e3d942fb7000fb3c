"""A page on paper and without motion, and the one for addresses that are not there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import served
from tests.kinds import Kinds

pytestmark = pytest.mark.browser

TALL, WIDE = (595, 842), (842, 595)  # A4 in points
MOVING = """all => all.filter(one => {
  const style = getComputedStyle(one);
  const moves = style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
  return moves || style.scrollBehavior === "smooth";
}).map(one => one.outerHTML.slice(0, 80))"""
# Kinds whose pages lie, and those of which a part does, since their tables are wide.
LYING = {"calendar_month", "compliance", "duty_periods", "figure", "months", "people", "units"}
PARTLY_LYING = {"components", "round", "tasks"}
ON_PAPER = """main => {
  const isSeen = part => part.checkVisibility() && part.getBoundingClientRect().height > 1;
  const level = part => Number(part.tagName[1]);
  const seen = [...main.querySelectorAll("*")].filter(isSeen);
  const headings = seen.filter(part => /^H[2-6]$/.test(part.tagName));
  const alone = headings.filter(heading => {
    const next = seen.find(part => heading.compareDocumentPosition(part) === Node.DOCUMENT_POSITION_FOLLOWING);
    const first = next && next.querySelector(":scope > :is(h2, h3, h4):first-child");
    const begins = next && next.matches("h2, h3, h4") ? next : first;
    return !next || (begins && level(begins) <= level(heading));
  });
  const controls = seen.filter(part => part.matches("button, input, select, nav, .source") && !part.closest("thead"));
  return [...alone, ...controls].map(part => part.outerHTML.slice(0, 80));
}"""


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Return the size of each page of a PDF, that of A4 where it differs by less than a point."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    exact = [(float(width), float(height)) for width, height in found]
    return [
        min((TALL, WIDE), key=lambda a4: abs(a4[0] - w)) if abs(w * h - 595 * 842) < 2000 else (round(w), round(h))
        for w, h in exact
    ]


@dataclass(frozen=True)
class Seen:
    """What one page gave."""

    sheets: list[tuple[int, int]]
    moving: list[str]
    on_paper: list[str]  # headings that nothing stands under, and controls


@pytest.fixture(scope="module")
def seen(browser: Browser, typical: Kinds) -> dict[str, Seen]:
    """Each kind of page, opened once by somebody who wants no motion, and printed."""
    found = {}
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        for name, file in typical.items():
            page.emulate_media(media="screen")
            page.goto(file.as_uri())
            moving = page.locator("html, body *").evaluate_all(MOVING)
            page.emulate_media(media="print")
            on_paper = page.locator("main").evaluate(ON_PAPER)
            found[name.removesuffix(".html")] = Seen(sheets(page.pdf(prefer_css_page_size=True)), moving, on_paper)
    return found


def test_every_kind_of_page_prints_on_a4(seen: dict[str, Seen]) -> None:
    """Upright, but for what is wide; whole on its sheets, with no control and no heading that nothing stands under."""
    assert {name: page.on_paper for name, page in seen.items() if page.on_paper} == {}
    assert {name for name, page in seen.items() if set(page.sheets) == {WIDE}} == LYING
    assert {name for name, page in seen.items() if set(page.sheets) == {TALL, WIDE}} == PARTLY_LYING
    assert {name for name, page in seen.items() if set(page.sheets) - {TALL, WIDE}} == set()


def test_nothing_moves_where_motion_is_not_wanted(seen: dict[str, Seen]) -> None:
    assert {name: page.moving[:3] for name, page in seen.items() if page.moving} == {}


@pytest.mark.parametrize("address", ["a.html", "don-vi/a.html", "viec/a/b/c/d.html"])
def test_the_page_of_what_is_not_there_leads_on_below_a_prefix(browser: Browser, data_site: Path, address: str) -> None:
    """The site does not say where it lies, as one that is just begun."""
    text = (data_site / "404.html").read_text("utf-8")
    with served(data_site) as root, browser.new_context() as context:
        page = context.new_page()
        page.route(
            root + address, lambda route: route.fulfill(status=404, body=text, content_type="text/html; charset=utf-8")
        )
        page.goto(root + address)
        assert page.locator("a.skip").evaluate("link => getComputedStyle(link).position") == "absolute"
        assert page.locator(".name img").evaluate("picture => picture.complete && picture.naturalWidth > 0")
        page.get_by_role("link", name="Về trang tổng quan").click()
        assert page.locator("h1").inner_text() == "Tổng quan"
        assert page.url == f"{root}index.html"


def test_the_page_of_what_is_not_there_has_its_style_from_disk(browser: Browser, data_site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((data_site / "404.html").as_uri())
        assert page.locator("h1").inner_text() == "Không tìm thấy trang"
        assert page.locator("a.skip").evaluate("link => getComputedStyle(link).position") == "absolute"
        assert page.locator("header .masthead").evaluate("part => getComputedStyle(part).fontFamily") != "serif"
