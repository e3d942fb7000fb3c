"""Every kind of page before axe, on a phone and a desktop, in light and dark: nothing, targets of 24 px included."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import Scheme, violations
from tests.browser.tabs import DESKTOP, PHONE
from tests.kinds import Kinds

pytestmark = pytest.mark.browser
PALE = "@media (min-width: 1000px) and (prefers-color-scheme: dark) { h1 { color: #444 !important } }"


def faults(browser: Browser, files: Kinds, widths: tuple[int, ...], *schemes: Scheme) -> dict[str, list[str]]:
    """Return the violations of pages at widths in light or dark, by name."""
    found: dict[str, list[str]] = {}
    asked = set[str]()
    with browser.new_context() as context:
        page = context.new_page()
        for name, file in files.items():
            page.goto(file.as_uri())
            if said := violations(page, widths, schemes, asked):
                found[name] = said
    return found


def test_no_violation(browser: Browser, typical: Kinds) -> None:
    assert faults(browser, typical, (PHONE, DESKTOP), "light", "dark") == {}


def test_no_violation_inside(browser: Browser, internal_typical: Kinds) -> None:
    """Of what the internal site shows besides, in the colours that the public one was asked for in full."""
    assert faults(browser, internal_typical, (PHONE,), "light") == {}


def test_axe_sees_what_is_wrong(browser: Browser, typical: Kinds) -> None:
    """A button without a name, and words that are too pale in dark and on a desktop alone."""
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(typical["downloads.html"].as_uri())
        page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
        told = [text.partition(": <")[0] for text in violations(page, (PHONE, DESKTOP))]
        assert told == ["390 px: button-name", "1280 px: button-name"]
        page.evaluate("() => document.querySelector('main button').remove()")
        page.add_style_tag(content=PALE)
        told = [text.partition(": <")[0] for text in violations(page, (PHONE, DESKTOP))]
        assert set(told) == {"1280 px, dark: color-contrast"}
