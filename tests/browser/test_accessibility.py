"""Every kind of page before axe: no serious or critical violation."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from tests.browser.conftest import Kinds

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}
OPTIONS = {"resultTypes": ["violations"]}


def violations(browser: Browser, files: Kinds, width: int) -> dict[str, list[str]]:
    """Return the grave violations of pages at a width, by name."""
    found: dict[str, list[str]] = {}
    with browser.new_context(viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        for name, file in files.items():
            page.goto(file.as_uri())
            grave = [
                item for item in Axe().run(page, options=OPTIONS).response["violations"] if item["impact"] in GRAVE
            ]
            if grave:
                found[name] = [f"{item['id']}: {node['html'][:120]}" for item in grave for node in item["nodes"][:3]]
    return found


def test_no_grave_violation_on_a_phone(browser: Browser, typical: Kinds) -> None:
    assert violations(browser, typical, 390) == {}


def test_no_grave_violation_on_a_desktop(browser: Browser, typical: Kinds) -> None:
    """Where the layout is another one: tables instead of stacks, the month as a grid."""
    names = ("overview.html", "calendar_month.html", "unit.html", "plan.html", "round.html", "tasks.html", "main.html")
    assert violations(browser, {name: typical[name] for name in names}, 1280) == {}


def test_axe_sees_what_is_wrong(browser: Browser, typical: Kinds) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(typical["downloads.html"].as_uri())
        page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
        assert [item["id"] for item in Axe().run(page, options=OPTIONS).response["violations"]] == ["button-name"]
