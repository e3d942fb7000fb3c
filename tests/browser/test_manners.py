"""A page on paper and without motion, and the one for addresses that are not there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.kinds import Kinds

pytestmark = pytest.mark.browser

TALL, WIDE = (595, 842), (842, 595)  # A4 in points
MOVING = """all => all.filter(one => {
  const style = getComputedStyle(one);
  const moves = style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
  return moves || style.scrollBehavior === "smooth";
}).map(one => one.outerHTML.slice(0, 80))"""
WITH_WIDE_TABLES = "round.html", "calendar_month.html"


def sheets(pdf: bytes) -> set[tuple[int, int]]:
    """Return the sizes of a PDF's pages."""
    return {(round(float(w)), round(float(h))) for w, h in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)}


@dataclass(frozen=True)
class Seen:
    """What one page gave."""

    sheets: set[tuple[int, int]]
    moving: list[str]


@pytest.fixture(scope="module")
def seen(browser: Browser, typical: Kinds) -> dict[str, Seen]:
    """Each kind of page, opened once by somebody who wants no motion, and printed."""
    found = {}
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        for name, file in typical.items():
            page.goto(file.as_uri())
            moving = page.locator("html, body *").evaluate_all(MOVING)
            found[name] = Seen(sheets(page.pdf(prefer_css_page_size=True)), moving)
    return found


def test_every_kind_of_page_prints_on_a4(seen: dict[str, Seen]) -> None:
    """Upright, but for what stands in wide tables."""
    found = {name: page.sheets for name, page in seen.items()}
    rounded = {name: {min((TALL, WIDE), key=lambda a4: abs(a4[0] - size[0])) for size in found[name]} for name in found}
    assert {name: sizes for name, sizes in found.items() if any(abs(w * h - 595 * 842) > 2000 for w, h in sizes)} == {}
    assert {name: TALL in sizes for name, sizes in rounded.items()} == dict.fromkeys(found, True)
    assert {name: WIDE in rounded[name] for name in WITH_WIDE_TABLES} == dict.fromkeys(WITH_WIDE_TABLES, True)


def test_nothing_moves_where_motion_is_not_wanted(seen: dict[str, Seen]) -> None:
    assert {name: page.moving[:3] for name, page in seen.items() if page.moving} == {}


def test_the_page_of_what_is_not_there_has_its_style_from_disk(browser: Browser, data_site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((data_site / "404.html").as_uri())
        assert page.locator("h1").inner_text() == "Không tìm thấy trang"
        assert page.locator("a.skip").evaluate("link => getComputedStyle(link).position") == "absolute"
        assert page.locator("header .masthead").evaluate("part => getComputedStyle(part).fontFamily") != "serif"
