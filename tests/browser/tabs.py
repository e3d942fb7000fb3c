"""A tab in which a reader opens pages from disk, and what goes wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Request

NARROW, PHONE, TWICE, DESKTOP = 320, 390, 640, 1280  # px: a desktop at 400 %, a phone, a desktop at 200 %, a desktop
HEIGHT = 844
SCRIPTLESS = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


@contextmanager
def reader(browser: Browser, width: int, script: bool = True) -> Iterator[tuple[Page, list[str]]]:
    """Give a tab, and a list to which everything is added that a page may not do: words on the console, errors,
    requests that fail or leave the disk.
    """
    with browser.new_context(viewport={"width": width, "height": HEIGHT}, java_script_enabled=script) as context:
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda told: wrong.append(f"{told.type}: {told.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("requestfailed", lambda request: wrong.extend(failures(request)))
        page.on("request", lambda request: None if request.url.startswith("file:") else wrong.append(request.url))
        yield page, wrong


def failures(request: Request) -> list[str]:
    """Return what is told of a request that failed: nothing where the next page cut it off, as a picture of the tab."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url}"]


def resize(page: Page, width: int) -> None:
    """Turn the page to a width; the height stays."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def reached(page: Page) -> int:
    """Return how many px the page is wide, what does not fit the screen included."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def has_style(page: Page) -> bool:
    """Return whether the style of the site has come."""
    return bool(page.evaluate("getComputedStyle(document.querySelector('a.skip')).position === 'absolute'"))
