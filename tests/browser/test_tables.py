"""Tables as a reader sorts and filters them: from disk and from a server below a path, on a phone, without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ktgs.language.text import person_key
from tests.browser.serving import served

pytestmark = pytest.mark.browser


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
    """A tab of a desktop."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


def names(page: Page) -> list[str]:
    """Return the heads of the rows in sight of the first table."""
    return page.locator("table[data-table]").first.locator("tbody th:visible").all_inner_texts()


def test_people_are_sorted_by_given_name_and_the_address_keeps_it(page: Page, root: str) -> None:
    page.goto(f"{root}can-bo/index.html")
    heading = page.locator("table[data-table]").first.locator("thead th").first
    heading.get_by_role("button").click()
    ascending = names(page)
    assert ascending == sorted(ascending, key=person_key)
    assert heading.get_attribute("aria-sort") == "ascending"
    heading.get_by_role("button").click()
    assert names(page) == ascending[::-1]
    page.reload()
    assert names(page) == ascending[::-1]
    assert page.url.startswith(f"{root}can-bo/index.html?xep-1=-1")


def test_a_round_s_board_is_sorted_by_the_days_of_its_sessions(page: Page, root: str) -> None:
    """The board is the round's second table; it lies in a frame of its own."""
    page.goto(f"{root}dot/46-kh-dtn/dot-1.html")
    board = page.locator("table.board")
    session = board.locator("thead th").filter(has_text="Buổi làm việc")
    session.get_by_role("button").click()
    place = session.evaluate("heading => heading.cellIndex") + 1
    days = board.locator(f"tbody td:nth-child({place}) time").evaluate_all("all => all.map(one => one.dateTime)")
    assert session.get_attribute("aria-sort") == "ascending"
    assert len(days) > 6 and days == sorted(days)


def test_numbers_are_sorted_by_value(page: Page, root: str) -> None:
    page.goto(f"{root}can-bo/index.html?xep-1=4")
    cells = page.locator("table[data-table]").first.locator("tbody td.number:nth-of-type(3)").all_inner_texts()
    values = [int(text.split()[0]) for text in cells]
    assert len(values) > 6
    assert values == sorted(values)


def test_a_filter_ignores_marks_and_is_kept(page: Page, root: str) -> None:
    page.goto(f"{root}can-bo/index.html")
    everyone = names(page)
    page.get_by_label("Lọc bảng").first.fill("nguyen a")
    found = names(page)
    assert set(found) < set(everyone)
    assert "Nguyễn Văn A" in found
    expect(page.locator(".table-tools [role=status]").first).to_have_text(f"{len(found)}/{len(everyone)} dòng")
    page.reload()
    assert names(page) == found
    page.get_by_label("Lọc bảng").first.fill("")
    assert names(page) == everyone
    assert "?" not in page.url


def test_headings_stay_in_view(page: Page, root: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # so that scrolling is over when it is asked for
    page.goto(f"{root}can-bo/index.html")
    page.locator("table[data-table]").first.locator("tbody tr").nth(15).evaluate("row => row.scrollIntoView()")
    box = page.locator("table[data-table]").first.locator("thead th").first.bounding_box()
    assert box
    assert 0 <= box["y"] < 5


def test_on_a_phone_rows_are_cards_and_can_still_be_sorted(browser: Browser, data_site: Path) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto((data_site / "can-bo/index.html").as_uri())
        row = page.locator("table[data-table] tbody tr").first
        heading = row.locator("th").bounding_box()
        source = row.locator("td[data-label='Nguồn']").bounding_box()
        boxes = [cell.bounding_box() for cell in row.locator("td:visible:not([data-label='Nguồn'])").all()]
        assert heading and source and len(boxes) > 3
        assert {box["x"] for box in boxes if box} == {heading["x"]}
        assert source["y"] <= heading["y"] + 4 and source["x"] > 340  # beside the heading
        page.get_by_label("Sắp xếp theo").first.select_option("-1")
        assert names(page) == sorted(names(page), key=person_key, reverse=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_script_the_table_is_whole(browser: Browser, data_site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((data_site / "can-bo/index.html").as_uri())
        assert len(names(page)) > 10
        assert page.locator(".table-tools, thead button").count() == 0
