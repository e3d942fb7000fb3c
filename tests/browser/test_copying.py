"""Copying texts in a real browser, and what is pasted: for Word and Zalo, from disk and server, without a clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ktgs.pages import month_summary
from tests.browser.tabs import PHONE, reader
from tests.browser.test_policy import shown, ways
from tests.repo import facts

pytestmark = pytest.mark.browser
REPOSITORY = Path(__file__).parents[2]
SEPTEMBER = "thang/2020-09.html"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@cache
def drafted() -> list[str]:
    """Return September's draft as it is sent by Zalo, line by line."""
    drafts = (page.draft for page in month_summary.pages(facts(REPOSITORY)) if str(page.month) == "2020-09")
    draft = next(drafts)
    lines = [draft.title, draft.subject]
    for passage in draft.passages:
        lines += ["", passage.heading] if passage.heading else []
        lines += [f"- {line}" if passage.is_list else line for line in passage.lines]
    assert draft.foot
    lines += ["", "Nơi nhận:", *(f"- {one};" for one in draft.foot.recipients)]
    lines[-1] = lines[-1].removesuffix(";") + "."
    return [*lines, "", draft.foot.on_behalf, "(chức vụ, chữ ký, họ và tên)"]


@contextmanager
def opened(browser: Browser, address: str, init: str = "") -> Iterator[Page]:
    """Give a page that may use the clipboard; nothing may go wrong on it."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        if init:
            page.add_init_script(init)
        page.goto(address)
        yield page
        assert wrong == []


def copied(page: Page, name: str) -> None:
    """Press the first button of a name and wait until it says that it is done."""
    page.get_by_role("button", name=name).first.click()
    page.get_by_role("button", name="Đã chép").wait_for()


def pasted(page: Page) -> tuple[str, str]:
    """Return what is pasted into a field of plain text, and the HTML that is pasted where that is taken."""
    other = page.context.new_page()
    other.set_content("<textarea></textarea><div contenteditable id='rich'></div>")
    for field in ("textarea", "#rich"):
        other.locator(field).focus()
        other.keyboard.press("Control+V")
    expect(other.locator("textarea")).not_to_have_value("")
    expect(other.locator("#rich")).not_to_be_empty()
    texts = other.locator("textarea").input_value(), other.locator("#rich").inner_html()
    other.close()
    return texts


@ways()
def test_septembers_draft_is_copied_for_zalo(browser: Browser, data_site: Path, way: str) -> None:
    with shown(data_site, way) as address, opened(browser, f"{address}/{SEPTEMBER}") as page:
        copied(page, "Chép gửi Zalo")
        plain, rich = pasted(page)
    assert plain.splitlines() == drafted()
    assert "<b>" not in rich and "<table" not in rich


@ways()
@pytest.mark.parametrize("init", ["", NO_CLIPBOARD], ids=["clipboard", "no clipboard"])
def test_septembers_draft_is_copied_for_word(browser: Browser, data_site: Path, way: str, init: str) -> None:
    with shown(data_site, way) as address, opened(browser, f"{address}/{SEPTEMBER}", init) as page:
        copied(page, "Chép vào Word")
        plain, rich = pasted(page)
    assert plain.splitlines() == drafted()
    words = re.sub(r"<[^>]+>", "\n", rich)
    for line in filter(None, drafted()):
        assert line in words
    assert re.search(r"<b[ >]", rich) and "THÀNH ĐOÀN" in rich
    assert not re.search(r"class=|href=|<a |<button|※", rich)


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("don-vi/doan-so-b.html", "Việc cần làm của Đoàn Sở B"),
        ("dot/46-kh-dtn/dot-1.html", "Kiểm tra đợt 1"),
        ("can-bo/{person}.html", "Phân công của "),
    ],
)
def test_debts_assignments_and_rounds_are_copied(browser: Browser, data_site: Path, address: str, first: str) -> None:
    if "{person}" in address:
        with_letter = (
            file for file in (data_site / "can-bo").glob("*.html") if "letter-text" in file.read_text("utf-8")
        )
        address = f"can-bo/{next(iter(sorted(with_letter))).name}"
    with opened(browser, (data_site / address).as_uri()) as page:
        copied(page, "Chép gửi Zalo")
        plain, _ = pasted(page)
    lines = plain.splitlines()
    assert lines[0].startswith(first)
    assert lines[1] == "Tính đến ngày 15/10/2020"
    assert [line for line in lines if line.startswith("- ")]
    assert not re.search(r"[※■▲✓○◔⊘]|data/|\.html|\.yml", plain)


def test_without_script_the_text_stands_to_be_selected(browser: Browser, data_site: Path) -> None:
    with reader(browser, PHONE, script=False) as (page, _):
        page.goto((data_site / SEPTEMBER).as_uri())
        assert page.locator("button.copy").first.is_hidden()
        text = page.locator(".letter-text")
        assert text.is_visible()
        shown_lines = re.split(r"[\n\t]", text.inner_text().replace("\n- ", "\n"))
        assert [line for line in drafted() if line and line.removeprefix("- ") not in shown_lines] == []
