"""Search as a reader uses it: from disk and from a server below a path, by keys and on its page, without script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served

pytestmark = pytest.mark.browser
LOADED = "() => !/Đang tải/.test(document.querySelector('.search [role=status]').textContent)"


@pytest.fixture(params=["from disk", "from a server"])
def root(request: pytest.FixtureRequest, data_site: Path) -> Iterator[str]:
    """The address of the site's root."""
    if request.param == "from disk":
        yield f"{data_site.as_uri()}/"
    else:
        with served(data_site) as address:
            yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a phone, in which nothing may fail."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        opened, wrong = context.new_page(), list[str]()
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        yield opened
        assert wrong == []


def ask(page: Page, query: str) -> list[str]:
    """Return the titles found once the whole index is there."""
    page.locator(".search input").fill(query)
    page.wait_for_function(LOADED)
    page.locator(".search input").fill(query)
    return page.locator(".search li > a").all_inner_texts()


def test_a_key_opens_it_anywhere(page: Page, root: str) -> None:
    page.goto(f"{root}don-vi/doan-so-b.html")
    page.keyboard.press("/")
    expect(page.locator("dialog.search input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).not_to_be_visible()
    page.keyboard.press("Control+k")
    assert ask(page, "doan so b")[0] == "Đoàn Sở B"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}don-vi/doan-so-b.html")


def test_the_index_is_loaded_when_it_is_first_used(page: Page, root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
    page.goto(f"{root}index.html")
    assert not [address for address in asked if address.startswith("tim-kiem/")]
    page.locator("a.find").click()
    page.wait_for_function("() => document.querySelector('dialog.search')")
    ask(page, "b")
    loaded = [address for address in asked if address.startswith("tim-kiem/")]
    assert loaded[0] == "tim-kiem/muc-luc.js"
    assert len(loaded) > 8


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("truong b", "Đoàn Trường B"),
        ("B Đoàn Trường", "Đoàn Trường B"),
        ("46 kh đtn", "Kế hoạch 46-KH/ĐTN"),
        ("46-KH/ĐTN kế hoạch", "Kế hoạch 46-KH/ĐTN"),
        ("tran thi b", "Trần Thị B"),
    ],
)
def test_words_in_any_order_with_marks_or_without(page: Page, root: str, query: str, first: str) -> None:
    page.goto(f"{root}tim-kiem.html")
    assert ask(page, query)[0] == first


def test_each_kind_is_found_and_leads_to_its_place(page: Page, root: str) -> None:
    page.goto(f"{root}tim-kiem.html")
    for query, kind in (
        ("Đoàn Sở C", "Đơn vị"),
        ("Nguyễn Văn A", "Cán bộ"),
        ("mục II.3", "Quy định, cách tính"),
        ("quyết định đoàn kiểm tra", "Văn bản"),
        ("báo cáo tổng hợp tháng", "Báo cáo"),
        ("ưu điểm đoàn viên vui vẻ", "Ghi nhận, kiến nghị"),
        ("hội trường lớn 13:30", "Buổi sinh hoạt"),
        ("cách viết tệp", "Sổ tay"),
    ):
        ask(page, query)
        result = page.locator(".search li").filter(has=page.locator(".flag", has_text=kind)).first
        address = result.locator("a").get_attribute("href") or ""
        tab = page.context.new_page()
        tab.goto(address)
        anchor = address.partition("#")[2]
        assert tab.locator("h1").is_visible(), query
        assert not anchor or tab.evaluate("id => !!document.getElementById(id)", anchor), address
        tab.close()


def test_the_excerpt_shows_the_match_and_the_address_keeps_the_question(page: Page, root: str) -> None:
    page.goto(f"{root}tim-kiem.html")
    assert ask(page, "truyền thống phòng")
    marked = page.locator(".search li .note mark").first.inner_text()
    assert marked.lower() in ("phòng", "truyền", "thống")
    page.reload()
    expect(page.locator(".search input")).to_have_value("truyền thống phòng")
    page.wait_for_function(LOADED)
    expect(page.locator(".search li").first).to_be_visible()


def test_without_script_the_lists_are_offered(browser: Browser, data_site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((data_site / "tim-kiem.html").as_uri())
        assert page.get_by_text("Tìm kiếm cần JavaScript").is_visible()
        page.locator("main").get_by_text("Cán bộ", exact=True).click()
        expect(page.locator("h1")).to_have_text("Cán bộ")


TITLES = ("Thuý Hoà", "Thúy Hòa", "Đường Lê", "Duong Le", "Hòa giải", "Hoa giải")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("thúy hoà", ["Thuý Hoà", "Thúy Hòa"]),
        ("hoà", ["Hòa giải", "Thuý Hoà", "Thúy Hòa", "Hoa giải"]),
        ("duong", ["Duong Le", "Đường Lê"]),
        ("đường", ["Đường Lê", "Duong Le"]),
        ("hoa g", ["Hoa giải", "Hòa giải"]),
        ("giai hoa", ["Hoa giải", "Hòa giải"]),
        ("oa", []),
    ],
)
def test_exact_marks_come_before_folded(page: Page, data_site: Path, query: str, found: list[str]) -> None:
    """Both placements of tones are one; a word is found by its beginning, not by its middle."""
    own = json.dumps([[title, f"{number}.html", ""] for number, title in enumerate(TITLES)])
    page.route("**/tim-kiem/*.js", lambda route: route.fulfill(content_type="text/javascript", body=_piece(own)))
    with served(data_site) as root:
        page.goto(f"{root}tim-kiem.html")
        assert sorted(ask(page, query)) == sorted(found)
        exact = [title for title in ask(page, query)][: 3 if query == "hoà" else 2 if query == "thúy hoà" else 1]
        assert set(exact) == set(found[: len(exact)])


def _piece(rows: str) -> str:
    return f'ktgsPieces([]); ktgsPiece("Đơn vị", {rows}); ktgsPieces([]);'
