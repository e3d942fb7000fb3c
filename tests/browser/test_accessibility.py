"""Every kind of page before axe, on a phone and a desktop, in light and dark: nothing, targets of 24 px included."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from tests.kinds import Kinds

pytestmark = pytest.mark.browser

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
IN_DARK = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}  # nothing else differs from the light page


def violations(browser: Browser, files: Kinds, width: int, scheme: Literal["light", "dark"]) -> dict[str, list[str]]:
    """Return the violations of pages at a width in light or dark, by name."""
    found: dict[str, list[str]] = {}
    with browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme) as context:
        page = context.new_page()
        for name, file in files.items():
            page.goto(file.as_uri())
            options = OPTIONS if scheme == "light" else IN_DARK
            said = Axe().run(page, options=options).response["violations"]
            if said:
                found[name] = [f"{item['id']}: {node['html'][:120]}" for item in said for node in item["nodes"][:3]]
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_violation(browser: Browser, typical: Kinds, width: int, scheme: Literal["light", "dark"]) -> None:
    assert violations(browser, typical, width, scheme) == {}


def test_no_violation_inside(browser: Browser, internal_typical: Kinds) -> None:
    """Of what the internal site shows besides, in the colours that the public one was asked for in full."""
    assert violations(browser, internal_typical, 390, "light") == {}


def test_axe_sees_what_is_wrong(browser: Browser, typical: Kinds) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(typical["downloads.html"].as_uri())
        page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
        assert [item["id"] for item in Axe().run(page, options=OPTIONS).response["violations"]] == ["button-name"]
