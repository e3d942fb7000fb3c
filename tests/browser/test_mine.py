"""Choosing what is "mine" in a real browser, from disk and from a server: kept, shared by address, taken back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.tabs import PHONE, reader
from tests.browser.test_policy import shown, ways

pytestmark = pytest.mark.browser


def shows(page: Page, unit: str) -> None:
    """Wait until the unit is the reader's own."""
    expect(page.locator("#cua-toi h2")).to_have_text(unit)


@ways()
def test_a_unit_is_chosen_once_and_kept(browser: Browser, data_site: Path, way: str) -> None:
    with shown(data_site, way) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/index.html")
        page.get_by_role("button", name="Chọn đơn vị của tôi").click()
        page.locator("#cua-toi select").select_option(label="Đoàn Trường B")
        shows(page, "Đoàn Trường B")
        page.goto(f"{address}/index.html")
        shows(page, "Đoàn Trường B")
        expect(page.locator("#cua-toi .state .words").first).to_have_text(re.compile("^Quá hạn"))
        for name, lies in (
            ("Thêm vào lịch", "ics/don-vi/doan-truong-b.ics"),
            ("Đoàn Trường B", "don-vi/doan-truong-b.html"),
        ):
            href = page.locator("#cua-toi").get_by_role("link", name=name, exact=True).first.get_attribute("href")
            assert href == f"{address}/{lies}"
        page.get_by_role("button", name="Bỏ chọn").click()
        page.goto(f"{address}/index.html")
        expect(page.get_by_role("button", name="Chọn đơn vị của tôi")).to_be_visible()


@ways()
def test_an_address_chooses_and_an_unknown_one_is_told(browser: Browser, data_site: Path, way: str) -> None:
    with shown(data_site, way) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/index.html?don-vi=doan-so-b")
        shows(page, "Đoàn Sở B")
        page.goto(f"{address}/index.html?don-vi=khong-co")
        page.get_by_text("Không có đơn vị, cán bộ này trên trang").wait_for()
        page.goto(f"{address}/index.html?don-vi=../x")
        expect(page.get_by_role("button", name="Chọn đơn vị của tôi")).to_be_visible()


def test_without_script_one_tap_leads_to_the_list(browser: Browser, data_site: Path) -> None:
    with reader(browser, PHONE, script=False) as (page, _):
        page.goto((data_site / "index.html").as_uri())
        page.locator("#cua-toi a").first.click()
        page.get_by_role("link", name="Đoàn Sở B", exact=True).click()
        expect(page.locator("h1")).to_have_text("Đoàn Sở B")
