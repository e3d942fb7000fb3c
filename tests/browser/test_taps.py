"""What people come for, each in at most three taps and two screens of scrolling on a phone, from the first page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.reading import HEIGHT, WIDTH, Reader
from tests.browser.serving import served
from tests.browser.test_copying import drafted, pasted
from tests.browser.test_search import ask

pytestmark = pytest.mark.browser

TAPS, SCREENS = 3, 2.0
Task = Callable[[Reader], None]


def link(reader: Reader, name: str, within: str = "main") -> Locator:
    """Return the first link of a name that can be seen."""
    return reader.page.locator(f"{within} a:visible").get_by_text(name, exact=True).first


def from_menu(reader: Reader, name: str) -> None:
    """Go to a page of the menu."""
    reader.tap(reader.page.locator(".more summary"))
    reader.tap(link(reader, name, ".more"))


def sees(reader: Reader, selector: str, *words: str) -> None:
    """Scroll to the answer, which says these words."""
    answer = reader.page.locator(selector).first
    expect(answer).to_contain_text(words[-1])
    reader.look(answer)
    said = answer.inner_text()
    assert [word for word in words if word not in said] == [], said


def what_a_unit_owes(reader: Reader) -> None:
    reader.tap(reader.page.get_by_role("button", name="Chọn đơn vị"))
    reader.choose(reader.page.locator("#cua-toi select"), "Đoàn Sở B")
    owed = "Trình cấp ủy và tổ chức bầu bổ sung Phó Bí thư", "Gửi lịch sinh hoạt: lịch tháng 11/2020"
    sees(reader, "#cua-toi", "Đoàn Sở B", "Quá hạn 107 ngày", *owed)


def who_attends_today(reader: Reader) -> None:
    reader.tap(reader.page.locator("main .cards a[href='#sap-toi']"))
    today = reader.page.locator("dt:has-text('Thứ Năm, 15/10') + dd")
    reader.look(today)
    assert "7 buổi sinh hoạt, chưa phân công ai" in today.inner_text()
    reader.tap(link(reader, "Thứ Năm, 15/10"))
    sees(reader, "#ngay-15", "hôm nay", "Sinh hoạt (7 buổi)", "Chi đoàn 2, Đoàn Sở B")


def a_unit_s_calendar(reader: Reader) -> None:
    reader.tap(reader.page.get_by_role("button", name="Chọn đơn vị"))
    reader.choose(reader.page.locator("#cua-toi select"), "Đoàn Sở B")
    sees(reader, "#cua-toi", "Đoàn Sở B", "Thêm vào lịch")


def old_recommendations(reader: Reader) -> None:
    from_menu(reader, "Kiến nghị, đề xuất")
    sees(reader, "#main table", "Trên 90 ngày", "61 đến 90 ngày")
    reader.tap(reader.page.locator("#main table a").first)
    sees(reader, ":target", "Trên 90 ngày")


def a_round_at_a_unit(reader: Reader) -> None:
    reader.tap(reader.page.locator("a.find"))
    assert ask(reader.page, "kiểm tra đợt 1")
    reader.tap(reader.page.locator(".search li > a[href$='/dot-1.html']").first)
    reader.tap(link(reader, "Đoàn Trường B", "main .menu"))
    sees(reader, "tr:target", "Đoàn Trường B", "Quá hạn 139 ngày", "15/05/2020 đã tiến hành")


def a_draft_is_copied(reader: Reader) -> None:
    reader.tap(link(reader, "Bản thảo báo cáo tháng 09/2020"))
    reader.tap(reader.page.get_by_role("button", name="Chép gửi Zalo").first)
    reader.page.get_by_role("button", name="Đã chép").wait_for()
    plain, _ = pasted(reader.page)
    assert plain.splitlines() == drafted()


def never_visited(reader: Reader) -> None:
    from_menu(reader, "Đơn vị")
    reader.tap(reader.page.locator("main a[href*='lan-gan-nhat.html']").first)
    sees(reader, "main .answer", "7 đơn vị chưa có cán bộ về dự lần nào")
    for row, unit in enumerate(("Chi đoàn Chi cục C", "Đoàn Sở N", "Đoàn Sở P", "Đoàn Sở R", "Đoàn Trường E")):
        sees(reader, f"main tbody tr:nth-child({row + 1})", unit, "chưa có")


def the_worst_duty(reader: Reader) -> None:
    from_menu(reader, "Tình hình thực hiện")
    sees(reader, "#main .answer", "Việc kém nhất", "Kiến nghị", "50,0% (4/8)", "ba tháng gần đây 75,0% (3/4)")


def a_clause(reader: Reader) -> None:
    from_menu(reader, "Kế hoạch")
    reader.tap(link(reader, "II.3"))
    sees(reader, "#muc-ii-3 aside", "Thực hiện mục II.3", "Gửi lịch sinh hoạt", "Quá hạn")


TASKS: dict[str, Task] = {
    "what Đoàn Sở B owes": what_a_unit_owes,
    "who attends what today": who_attends_today,
    "a unit's calendar": a_unit_s_calendar,
    "recommendations open over 60 days": old_recommendations,
    "round 1 at Đoàn Trường B": a_round_at_a_unit,
    "September's draft report copied": a_draft_is_copied,
    "units never visited": never_visited,
    "the worst duty and its trend": the_worst_duty,
    "clause II.3 and its state": a_clause,
}


@pytest.mark.parametrize("site", ["data_site", "internal_data_site"])
@pytest.mark.parametrize("way", ["disk", "server"])
@pytest.mark.parametrize("task", TASKS)
def test_three_taps_and_two_screens(
    browser: Browser, request: pytest.FixtureRequest, site: str, way: str, task: str
) -> None:
    folder: Path = request.getfixturevalue(site)
    with browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True, reduced_motion="reduce"
    ) as context:
        reader = Reader(context.new_page())
        if way == "disk":
            reader.page.goto((folder / "index.html").as_uri())
            TASKS[task](reader)
        else:
            with served(folder) as address:
                reader.page.goto(f"{address}index.html")
                TASKS[task](reader)
    print(f"{site}, {way}: {task}: {reader.taps} taps, {reader.screens:.1f} screens")
    assert reader.taps <= TAPS
    assert reader.screens <= SCREENS
