"""A headless Chromium of the system, for tests, pictures and measurements."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@contextmanager
def launched(path: str | None = None) -> Iterator[Browser]:
    """Give a browser: that at the path, else the first that the system has. Refuses (RuntimeError) a system without."""
    found = path or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise RuntimeError(f"none of {', '.join(NAMES)} is installed")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=list(SWITCHES))
        yield browser
        browser.close()
