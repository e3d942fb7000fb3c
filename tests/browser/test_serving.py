"""A page in a real browser while its data is edited: it follows, stays where it was, and says what is broken."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.repo import SAMPLE, lay
from tests.test_site import PATIENCE, fetched, serving

UNIT = "data/units/doan-so-a.yml"
NAME, NEW = "Đoàn cơ sở Sở A", "Đoàn cơ sở Sở A mới"
LONG = PATIENCE * 1000  # milliseconds


def test_a_page_follows_what_is_edited(browser: Browser, tmp_path: Path) -> None:
    root = lay(tmp_path, {})
    sound = (SAMPLE / UNIT).read_text(encoding="utf-8")
    with serving(root) as url, browser.new_context(viewport={"width": 800, "height": 300}) as context:
        fetched(f"{url}don-vi/doan-so-a.html", NAME)
        page, said = context.new_page(), list[str]()
        page.on("console", lambda told: said.append(told.text))
        page.goto(f"{url}don-vi/doan-so-a.html")
        page.evaluate("scrollTo(0, 400)")
        (root / UNIT).write_text(sound.replace(f"tên: {NAME}", f"tên: {NEW}"), encoding="utf-8")
        page.get_by_text(NEW).first.wait_for(state="attached", timeout=LONG)
        page.wait_for_function("() => scrollY === 400", timeout=LONG)
        (root / UNIT).write_text(f"{sound}khóa <i>lạ</i>: có\n", encoding="utf-8")
        alert = page.get_by_role("alert")
        alert.wait_for(state="attached", timeout=LONG)
        assert f"{UNIT}:" in alert.inner_text()
        assert "khóa <i>lạ</i>" in alert.inner_text()
        page.get_by_text(NEW).first.wait_for(state="attached", timeout=LONG)  # the last good page
        _is_told_on_other_pages(page, f"{url}don-vi/index.html")
        page.goto(f"{url}don-vi/doan-so-a.html")
        alert.wait_for(state="attached", timeout=LONG)
        (root / UNIT).write_text(sound, encoding="utf-8")
        alert.wait_for(state="detached", timeout=LONG)
        page.get_by_text(NEW).first.wait_for(state="detached", timeout=LONG)
        assert [text for text in said if "Content Security Policy" in text] == []


def _is_told_on_other_pages(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_role("alert").wait_for(state="attached", timeout=LONG)
