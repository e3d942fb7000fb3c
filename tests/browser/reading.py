"""A reader with a phone: every tap and every screen that goes by under the thumb is counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

WIDTH, HEIGHT = 390, 844


@dataclass(slots=True)
class Reader:
    """Somebody who begins at the first page, and only taps and scrolls."""

    page: Page
    taps: int = 0
    screens: float = field(default=0.0)

    def tap(self, wanted: Locator) -> None:
        """Scroll until all of something can be seen, then tap it."""
        self.look(wanted)
        self.taps += 1
        wanted.click()
        self.page.wait_for_load_state()

    def choose(self, wanted: Locator, label: str) -> None:
        """Open a list of choices and take one of them: two taps; the telephone shows such a list as a wheel."""
        self.look(wanted)
        self.taps += 2
        wanted.select_option(label=label)

    def look(self, wanted: Locator) -> None:
        """Scroll only as far as it takes to see all of something, or its beginning if it is larger than the screen."""
        wanted.wait_for()
        box = wanted.bounding_box()
        assert box is not None
        below = min(box["y"] + box["height"] - HEIGHT, box["y"])
        moved = below if below > 0 else min(box["y"], 0)
        aside = max(box["x"] + min(box["width"], WIDTH) - WIDTH, -box["x"], 0)
        self.screens += abs(moved) / HEIGHT + aside / WIDTH
        self.page.evaluate("moved => window.scrollBy({top: moved, behavior: 'instant'})", moved)
