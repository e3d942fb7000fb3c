"""The pictures in a browser: the worst duty and its trend on a phone, today's column first, both themes, print."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.tabs import DESKTOP, HEIGHT, PHONE, reached

pytestmark = pytest.mark.browser

SHOWN = (
    "thanh-phan.html",
    "thuc-hien/index.html",
    "thuc-hien/46-kh-dtn/2020-09.html",
    "viec/46-kh-dtn/gui-lich-sinh-hoat/index.html",
    "don-vi/lan-gan-nhat.html",
    "kien-nghi/index.html",
    "can-bo/index.html",
    "ke-hoach/46-kh-dtn.html",
)


def opened(browser: Browser, file: Path, width: int, height: int) -> Page:
    """Return a page at a size, without script. Links within a sentence may be smaller than others."""
    page = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False).new_page()
    page.goto(file.as_uri())
    return page


def test_the_worst_duty_and_its_trend_take_two_taps_and_two_screens(browser: Browser, data_site: Path) -> None:
    page = opened(browser, data_site / "index.html", PHONE, HEIGHT)
    page.locator(".cards a[href='#dung-han']").click()
    page.locator("#dung-han ~ p a[href='thuc-hien/index.html']").click()
    answer, trend = page.locator(".answer"), page.locator(".heat tbody th .note").last
    expect(answer).to_contain_text("Việc kém nhất: Kiến nghị")
    for found in (answer, trend):
        box = found.bounding_box()
        assert box and box["y"] + box["height"] < 2 * HEIGHT
    page.context.close()


@pytest.mark.parametrize(
    ("address", "first"), [(SHOWN[1], "10 2020"), (SHOWN[3], "11/2020")], ids=["duties by month", "units by month"]
)
def test_a_grid_begins_at_today_on_a_phone(browser: Browser, data_site: Path, address: str, first: str) -> None:
    page = opened(browser, data_site / address, PHONE, HEIGHT)
    head = page.locator(".heat thead th", has=page.locator("a")).first
    assert " ".join(head.inner_text().split()) == first
    box = head.bounding_box()
    assert box and box["x"] + box["width"] <= PHONE
    page.context.close()


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(browser: Browser, data_site: Path) -> None:
    found = {}
    asked = set[str]()
    with browser.new_context() as context:
        page = context.new_page()
        for address in SHOWN:
            page.goto((data_site / address).as_uri())
            told = []
            for width in (PHONE, DESKTOP):
                told += violations(page, (width,), asked=asked)
                if (wide := reached(page)) > width:
                    told.append(f"{wide} px wide at {width} px")
            if told:
                found[address] = told
    assert found == {}


def test_links_of_pictures_are_large_enough_to_tap(browser: Browser, data_site: Path) -> None:
    page = opened(browser, data_site / SHOWN[0], PHONE, HEIGHT)
    for link in page.locator(".bars a, .heat a").and_(page.locator(":not(.strips td:last-child a)")).all():
        box = link.bounding_box()
        assert box and box["height"] >= 24, link.inner_text()
    page.context.close()
