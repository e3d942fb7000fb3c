"""The calendar in a browser: walked by keys, narrowed by its address, beginning at the reader's own day."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.tabs import DESKTOP, PHONE, reader

pytestmark = pytest.mark.browser

ENTRY = "#main [data-kind]"


def leads(page: Page, key: str, file: str, day: str) -> None:
    """Press a key, and wait until the file is open and the day has the focus."""
    page.keyboard.press(key)
    expect(page).to_have_url(re.compile(rf"/{re.escape(file)}(?:[?#].*)?$"))
    expect(page.locator("a.number:focus")).to_have_text(day)


def test_arrows_move_between_days_and_pages(browser: Browser, data_site: Path) -> None:
    with reader(browser, DESKTOP) as (page, wrong):
        page.goto((data_site / "lich/2020-05.html").as_uri())
        page.locator("#ngay-14 a.number").focus()
        leads(page, "ArrowRight", "2020-05.html", "15")
        leads(page, "ArrowDown", "2020-05.html", "22")
        leads(page, "ArrowLeft", "2020-05.html", "21")
        leads(page, "ArrowUp", "2020-05.html", "14")
        leads(page, "PageDown", "2020-06.html", "14")
        leads(page, "PageUp", "2020-05.html", "14")
        leads(page, "PageUp", "2020-04.html", "14")
        page.locator("#ngay-30 a.number").focus()
        leads(page, "ArrowRight", "2020-05.html", "1")
        leads(page, "ArrowUp", "2020-04.html", "24")
        page.keyboard.press("Enter")
        page.wait_for_url("**/2020-tuan-17.html#ngay-24")
        assert wrong == []


def test_pages_turn_to_the_same_day_or_the_last_one(browser: Browser, data_site: Path) -> None:
    with reader(browser, DESKTOP) as (page, _):
        page.goto((data_site / "lich/2020-05.html").as_uri())
        page.locator("#ngay-31 a.number").focus()
        leads(page, "PageDown", "2020-06.html", "30")
        page.goto((data_site / "lich/2020-tuan-20.html").as_uri())
        page.locator("a.number").first.focus()
        leads(page, "ArrowRight", "2020-tuan-20.html", "12/05")
        leads(page, "PageDown", "2020-tuan-21.html", "19/05")


def test_one_tab_reaches_the_grid(browser: Browser, data_site: Path) -> None:
    with reader(browser, DESKTOP) as (page, _):
        page.goto((data_site / "lich/2020-10.html").as_uri())
        reached = page.locator("a.number").evaluate_all(
            "all => all.filter(one => one.tabIndex === 0).map(one => one.text)"
        )
        assert reached == ["15"]  # the day that the page speaks of


def test_the_address_narrows_the_page_and_goes_along(browser: Browser, data_site: Path) -> None:
    with reader(browser, PHONE) as (page, wrong):
        page.goto((data_site / "lich/2020-tuan-20.html").as_uri() + "?don-vi=doan-so-a&loai=sinh-hoat")
        units = page.locator(f"{ENTRY}:visible").evaluate_all(
            "all => all.map(one => [one.dataset.kind, one.dataset.units])"
        )
        assert units and {unit for _, unit in units} == {"doan-so-a"}
        assert all("sinh-hoat" in kinds.split() for kinds, _ in units)
        assert page.locator("#narrowed").inner_text().strip(": ") == "Sinh hoạt, Đoàn Sở A"
        assert page.locator("select[data-key='don-vi']").input_value() == "doan-so-a"
        page.locator(".turn a[rel='next']").click()
        page.wait_for_url(re.compile(r"/2020-tuan-21\.html\?loai=sinh-hoat&don-vi=doan-so-a$"))
        page.locator("a[data-key='loai'][data-value='']").click()
        page.wait_for_url(re.compile(r"/2020-tuan-21\.html\?don-vi=doan-so-a$"))
        page.locator("select[data-key='don-vi']").select_option("")
        page.wait_for_url("**/2020-tuan-21.html")
        expect(page.locator(f"{ENTRY}[hidden]")).to_have_count(0)
        assert wrong == []


def test_a_cluster_and_a_person_narrow_the_month(browser: Browser, data_site: Path) -> None:
    with reader(browser, DESKTOP) as (page, _):
        page.goto((data_site / "lich/2020-05.html").as_uri() + "?cum=cum-1")
        inside = set(page.locator("option[data-cluster='cum-1']").evaluate_all("all => all.map(one => one.value)"))
        shown = page.locator(f"{ENTRY}:visible").evaluate_all("all => all.map(one => one.dataset.units || '')")
        assert shown and all(inside & set(units.split()) for units in shown)
        assert set(
            page.locator(f"{ENTRY}[hidden]").evaluate_all("all => all.map(one => one.dataset.units || '')")
        ).isdisjoint(inside)
        person = page.locator("select[data-key='can-bo'] option").nth(1).get_attribute("value")
        page.goto((data_site / "lich/2020-05.html").as_uri() + f"?can-bo={person}")
        people = page.locator(f"{ENTRY}:visible").evaluate_all("all => all.map(one => one.dataset.people || '')")
        assert people and all(person in found.split() for found in people)


def test_nothing_is_hidden_without_script(browser: Browser, data_site: Path) -> None:
    with reader(browser, PHONE, script=False) as (page, _):
        page.goto((data_site / "lich/2020-tuan-20.html").as_uri() + "?don-vi=doan-so-a")
        entries = page.locator(ENTRY)
        assert entries.count() == page.locator(f"{ENTRY}:visible").count() > 20
        page.locator(".narrow summary").click()
        expect(page.locator(".narrow a:visible")).to_have_text(["đơn vị", "cán bộ"])
        assert not page.locator(".narrow select").first.is_visible()


def test_the_agenda_begins_at_the_reader_s_own_day(browser: Browser, data_site: Path, tmp_path: Path) -> None:
    (tmp_path / "lich").mkdir()
    (tmp_path / "assets").symlink_to(data_site / "assets")
    for name in ("index.html", "2020-10.html"):
        text = (data_site / "lich" / name).read_text(encoding="utf-8")
        (tmp_path / "lich" / name).write_text(
            text.replace('<html lang="vi">', '<html lang="vi" data-today="2020-10-15">')
        )
    with reader(browser, PHONE) as (page, _):
        page.clock.set_fixed_time(datetime.fromisoformat("2020-10-19T01:00:00+07:00"))
        page.goto((tmp_path / "lich/index.html").as_uri())
        days = page.locator("section.day:visible").evaluate_all("all => all.map(one => one.dataset.on)")
        assert days[0] == "2020-10-19" and days == sorted(days)
        assert page.locator(".now:visible").all_inner_texts() == ["hôm nay"]
        assert page.locator("section.day:visible h3").first.inner_text().endswith("hôm nay")
        page.goto((tmp_path / "lich/2020-10.html").as_uri())
        assert page.locator(".today").evaluate_all("all => all.map(one => one.id)") == ["ngay-19"]
