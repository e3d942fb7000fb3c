"""Every kind of page as a reader opens it from disk: on a phone and a desktop, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import Kinds

pytestmark = pytest.mark.browser

NARROW, PHONE, DESKTOP = 320, 390, 1280
HEIGHT = 844
SCRIPTLESS = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
WIDTHS = pytest.mark.parametrize("width", [PHONE, DESKTOP])


@contextmanager
def reader(browser: Browser, width: int, script: bool = True) -> Iterator[tuple[Page, list[str]]]:
    """Give a tab, and a list to which everything is added that a page may not do: errors, requests out of the disk."""
    with browser.new_context(viewport={"width": width, "height": HEIGHT}, java_script_enabled=script) as context:
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda told: wrong.append(f"{told.type}: {told.text}") if told.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
        page.on("request", lambda request: None if request.url.startswith("file:") else wrong.append(request.url))
        yield page, wrong


@SCRIPTLESS
def test_every_kind_of_page(browser: Browser, longest: Kinds, script: bool) -> None:
    """On a phone and on a desktop it fits the width, and shows its heading and its menu; it loads and says no fault."""
    found: dict[str, list[str]] = {}
    with reader(browser, PHONE, script) as (page, wrong):
        for name, file in longest.items():
            wrong.clear()
            page.set_viewport_size({"width": PHONE, "height": HEIGHT})
            page.goto(file.as_uri())
            page.locator(".more summary").click()
            faults = []
            for width in (PHONE, DESKTOP):  # no script asks for the width, so one page turned is as two
                page.set_viewport_size({"width": width, "height": HEIGHT})
                faults += faults_at(page, width, script)
            if faults or wrong:
                found[name] = [*wrong, *faults]
    assert found == {}


def faults_at(page: Page, width: int, script: bool) -> list[str]:
    """Return what a page with its menu unfolded lacks at a width."""
    faults = [] if page.locator("h1").is_visible() else ["no heading is seen"]
    reached = page.locator("html").evaluate("root => root.scrollWidth") if script else width
    faults += [f"{reached} px wide"] if reached > width else []
    return faults + [
        f"not in sight at {width} px: {link.inner_text()}"
        for link in page.locator(".more nav a:visible").all()
        if not is_within(link.bounding_box(), width)
    ]


def is_within(box: object, width: int) -> bool:
    """Return whether an element is shown and lies within the width of the screen."""
    return isinstance(box, dict) and box["width"] > 0 and box["x"] >= 0 and box["x"] + box["width"] <= width


@WIDTHS
@SCRIPTLESS
def test_the_menu_leads_everywhere(browser: Browser, longest: Kinds, width: int, script: bool) -> None:
    """Every entry of the menu can be followed from the overview, one after the other; five never hide on a desktop."""
    with reader(browser, width, script) as (page, wrong):
        page.goto(longest["overview.html"].as_uri())
        in_sight = page.locator("header nav[aria-label='Trang chính'] a:visible").all_inner_texts()
        assert len(in_sight) == (5 if width == DESKTOP else 0)
        page.locator(".more summary").click()
        folded = page.locator(".more nav a:visible").all_inner_texts()
        for name in (*in_sight, *folded):
            entry = page.locator("header nav:not([aria-label='Vị trí']) a:visible").get_by_text(name, exact=True)
            if not entry.is_visible():
                page.locator(".more summary").click()
            entry.click()
            assert page.locator("h1").is_visible(), name
            assert name in page.locator("header [aria-current]").all_text_contents()
        assert len(in_sight) + len(folded) >= 17
        assert wrong == []


def test_every_kind_of_page_fits_a_narrow_screen(browser: Browser, longest: Kinds) -> None:
    """320 px wide, which is also a screen of 1280 px at 400 %."""
    found: dict[str, int] = {}
    with reader(browser, NARROW) as (page, _):
        for name, file in longest.items():
            page.goto(file.as_uri())
            if (reached := page.locator("html").evaluate("root => root.scrollWidth")) > NARROW:
                found[name] = reached
    assert found == {}


@SCRIPTLESS
def test_what_is_folded_can_be_unfolded(browser: Browser, longest: Kinds, script: bool) -> None:
    """The working of a deadline, and what a figure counts, need no script."""
    with reader(browser, PHONE, script) as (page, _):
        for name, folded in (("duty_period.html", "details.working"), ("figure.html", "details.counts")):
            page.goto(longest[name].as_uri())
            first = page.locator(folded).first
            inner = first.locator(":scope > :not(summary)").first
            assert not inner.is_visible(), name
            first.locator("summary").first.click()
            assert inner.is_visible(), name


def test_the_keyboard_skips_to_the_content(browser: Browser, longest: Kinds) -> None:
    with reader(browser, DESKTOP) as (page, _):
        page.goto(longest["unit.html"].as_uri())
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert (skip.get_attribute("href"), skip.is_visible()) == ("#main", True)


def test_on_paper_the_menu_is_left_out(browser: Browser, longest: Kinds) -> None:
    with reader(browser, DESKTOP) as (page, _):
        page.emulate_media(media="print")
        page.goto(longest["plan.html"].as_uri())
        assert page.locator("h1").is_visible()
        assert page.locator("header nav:visible, footer:visible").count() == 0
