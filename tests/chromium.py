"""A headless Chromium of the system, for tests, pictures and measurements."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# The last such switch counts, so what Playwright turns off stands here again where it may matter; besides, the two
# popups of the address bar, which nobody sees here, and whose own processes take more than the page of each new tab.
OFF = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
)
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    f"--disable-features={','.join(OFF)}",
)


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
