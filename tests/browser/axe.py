"""What axe finds on a page that is open: at widths, in light and dark."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.browser.tabs import resize

Scheme = Literal["light", "dark"]
ASKED = {"resultTypes": ["violations"], "preload": False}  # a page loads no sound, the one thing that is asked of that
COLOURS = {**ASKED, "runOnly": ["color-contrast"]}  # nothing else differs between light and dark
ALL_ELSE = {**ASKED, "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}}}
RUN = """([within, asked]) => axe.run(within === "page" ? document : ktgsDistinct(), asked).then(
  said => said.violations.flatMap(one => one.nodes.slice(0, 3).map(node => `${one.id}: ${node.html.slice(0, 150)}`)))"""
# One of all texts whose colours and letters, and those of everything around them, are the same: contrast takes axe most
# of its time, and says of one what it says of all.
DISTINCT = """window.ktgsDistinct = () => {
  const looks = new Map(), distinct = new Map();
  const look = element => {
    if (!element) return "";
    if (!looks.has(element)) {
      const s = getComputedStyle(element);
      const own = [element.tagName, s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.fontSize, s.fontWeight,
        s.display, s.visibility, s.position, s.textShadow];
      looks.set(element, `${look(element.parentElement)}>${own}`);
    }
    return looks.get(element);
  };
  for (const element of document.querySelectorAll("body *")) {
    const speaks = element.matches("input, select, textarea")
      || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (speaks && !distinct.has(look(element))) distinct.set(look(element), element);
  }
  return [...distinct.values()];
}"""


def violations(page: Page, widths: tuple[int, ...], schemes: tuple[Scheme, ...] = ("light", "dark")) -> list[str]:
    """Return what axe says against the page, each with the width and the colours in which it is wrong.

    The page is turned and coloured where it stands: as no script asks for either, that is as if it was opened so.
    """
    found = []
    page.evaluate(AXE_SCRIPT)
    page.evaluate(DISTINCT)
    for width in widths:
        resize(page, width)
        found += [f"{width} px: {text}" for text in page.evaluate(RUN, ["page", ALL_ELSE])]
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} px, {scheme}: {text}" for text in page.evaluate(RUN, ["distinct", COLOURS])]
    return found
