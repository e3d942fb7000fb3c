"""What a reader does on pages from disk: the menu, what is folded, keys, paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.tabs import DESKTOP, PHONE, SCRIPTLESS, reader
from tests.kinds import Kinds

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("width", "script"), [(PHONE, False), (DESKTOP, True)], ids=["phone without script", "desktop with script"]
)
def test_the_menu_leads_everywhere(browser: Browser, longest: Kinds, width: int, script: bool) -> None:
    """Every entry of the menu can be followed from the overview, one after the other; five never hide on a desktop.

    That the menu is in sight on every kind of page with script and without at each width: `test_first_screen.py`.
    """
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
            current = page.locator("header [aria-current]").filter(has_text=re.compile(f"^{re.escape(name)}$"))
            expect(current.first).to_be_attached()
            assert page.locator("h1").is_visible(), name
        assert len(in_sight) + len(folded) >= 17
        assert wrong == []


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
            expect(inner).to_be_visible()


def test_the_keyboard_skips_to_the_content(browser: Browser, longest: Kinds) -> None:
    with reader(browser, DESKTOP) as (page, _):
        page.goto(longest["unit.html"].as_uri())
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        expect(skip).to_have_attribute("href", "#main")
        expect(skip).to_be_visible()


def test_on_paper_the_menu_is_left_out(browser: Browser, longest: Kinds) -> None:
    with reader(browser, DESKTOP) as (page, _):
        page.emulate_media(media="print")
        page.goto(longest["plan.html"].as_uri())
        assert page.locator("h1").is_visible()
        assert page.locator("header nav:visible, footer:visible").count() == 0
