"""A page on paper, at twice its size, without motion, and the one for addresses that are not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.kinds import Kinds

pytestmark = pytest.mark.browser

TALL, WIDE = (595, 842), (842, 595)  # A4 in points
WITH_WIDE_TABLES = "round.html", "calendar_month.html"


def sheets(pdf: bytes) -> set[tuple[int, int]]:
    """Return the sizes of a PDF's pages."""
    return {(round(float(w)), round(float(h))) for w, h in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)}


def test_every_kind_of_page_prints_on_a4(browser: Browser, typical: Kinds) -> None:
    """Upright, but for what stands in wide tables."""
    found: dict[str, set[tuple[int, int]]] = {}
    with browser.new_context() as context:
        page = context.new_page()
        for name, file in typical.items():
            page.goto(file.as_uri())
            found[name] = sheets(page.pdf(prefer_css_page_size=True))
    rounded = {name: {min((TALL, WIDE), key=lambda a4: abs(a4[0] - size[0])) for size in found[name]} for name in found}
    assert {name: sizes for name, sizes in found.items() if any(abs(w * h - 595 * 842) > 2000 for w, h in sizes)} == {}
    assert {name: TALL in sizes for name, sizes in rounded.items()} == dict.fromkeys(typical, True)
    assert {name: WIDE in rounded[name] for name in WITH_WIDE_TABLES} == dict.fromkeys(WITH_WIDE_TABLES, True)


def test_every_kind_of_page_fits_at_twice_its_size(browser: Browser, typical: Kinds) -> None:
    """A screen of 1280 px at 200 %."""
    found: dict[str, int] = {}
    with browser.new_context(viewport={"width": 640, "height": 422}, device_scale_factor=2) as context:
        page = context.new_page()
        for name, file in typical.items():
            page.goto(file.as_uri())
            if (reached := page.locator("html").evaluate("root => root.scrollWidth")) > 640:
                found[name] = reached
    assert found == {}


def test_nothing_moves_where_motion_is_not_wanted(browser: Browser, typical: Kinds) -> None:
    still = """all => all.filter(one => {
      const style = getComputedStyle(one);
      const moves = style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
      return moves || style.scrollBehavior === "smooth";
    }).map(one => one.outerHTML.slice(0, 80))"""
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        found = {}
        for name, file in typical.items():
            page.goto(file.as_uri())
            if moving := page.locator("html, body *").evaluate_all(still):
                found[name] = moving[:3]
        assert found == {}


def test_the_page_of_what_is_not_there_has_its_style_from_disk(browser: Browser, data_site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((data_site / "404.html").as_uri())
        assert page.locator("h1").inner_text() == "Không tìm thấy trang"
        assert page.locator("a.skip").evaluate("link => getComputedStyle(link).position") == "absolute"
        assert page.locator("header .masthead").evaluate("part => getComputedStyle(part).fontFamily") != "serif"
