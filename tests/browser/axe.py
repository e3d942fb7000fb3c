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
# The texts of a page, one of each look: the colours and letters of its own and of everything around it.
LOOKS = """() => {
  const looks = new Map();
  window.ktgsTexts = new Map();
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
    if (speaks && !ktgsTexts.has(look(element))) ktgsTexts.set(look(element), element);
  }
  return [...ktgsTexts.keys()];
}"""
RUN = """async ([looks, asked]) => {
  const said = await axe.run(looks ? looks.map(look => ktgsTexts.get(look)) : document, asked);
  return said.violations.flatMap(
    one => one.nodes.slice(0, 3).map(node => `${one.id}: ${node.html.slice(0, 150)}`));
}"""


def violations(
    page: Page, widths: tuple[int, ...], schemes: tuple[Scheme, ...] = ("light", "dark"), asked: set[str] | None = None
) -> list[str]:
    """Return what axe says against the page, each with the width and the colours in which it is wrong.

    The page is turned and coloured where it stands: as no script asks for either, that is as if it was opened so.
    Contrast takes axe most of its time and says the same of all texts of one look; those `asked` are not asked again.
    """
    asked, found = set() if asked is None else asked, list[str]()
    page.evaluate(AXE_SCRIPT)
    for width in widths:
        resize(page, width)
        found += [f"{width} px: {text}" for text in page.evaluate(RUN, [None, ALL_ELSE])]
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            if looks := [look for look in page.evaluate(LOOKS) if look not in asked]:
                asked.update(looks)
                found += [f"{width} px, {scheme}: {text}" for text in page.evaluate(RUN, [looks, COLOURS])]
    return found
