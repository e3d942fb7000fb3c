"""What is due in a month: every one counted, those not done in time one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.language.months import Month
from ktgs.obligations.obligation import State
from ktgs.obligations.targets import ToDueOfDuty
from ktgs.pages import due_month
from tests.pages.reading import items, links, main, words
from tests.repo import SAMPLE, facts

KNOWN = publish(facts(SAMPLE))
PAGES = {page.url: page for page in due_month.pages(KNOWN)}


def test_every_obligation_with_a_due_day_is_counted_once() -> None:
    counted = sum(
        count.count for page in PAGES.values() for duty in page.duties for of in duty.periods for count in of.counts
    )
    assert counted == sum(item.due_on is not None for item in KNOWN.counted)
    for url, page in PAGES.items():
        due = [item for item in KNOWN.counted if item.due_on and str(Month.of(item.due_on)) in url]
        assert page.tally.total == len(due)


def test_what_was_not_done_in_time_is_told_one_by_one() -> None:
    page = PAGES["thuc-hien/46-kh-dtn/2020-04.html"]
    (schedules,) = (duty for duty in page.duties if duty.target.duty == "gui-lich-sinh-hoat")
    assert (schedules.tally.on_time, schedules.tally.due) == (1, 6)
    assert len(schedules.lines) == 5
    assert State.on_time not in {line.item.state for line in schedules.lines}


def test_the_page_leads_to_periods_other_months_and_the_calendar(sample_site: Path) -> None:
    page = main(sample_site, "thuc-hien/46-kh-dtn/2020-04.html")
    assert items(page, "//h1") == ["Đến hạn trong tháng 04/2020"]
    assert "Gửi lịch sinh hoạt: 16,7% (1/6)" in items(page, "//h2")
    found = links(page)
    assert ("Tháng 05/2020", "../../viec/46-kh-dtn/gui-lich-sinh-hoat/2020-05.html") in found
    assert ("Từng ngày trong lịch", "../../lich/2020-04.html") in found
    assert ("05/2020", "../../thuc-hien/46-kh-dtn/2020-05.html") in found


def test_visit_reports_still_owed_are_left_out_and_the_page_says_so(sample_site: Path) -> None:
    section = main(sample_site, "thuc-hien/46-kh-dtn/2020-04.html").xpath("//section[h2[@id='bao-cao-du-sinh-hoat']]")[
        0
    ]
    assert "Chỉ kể báo cáo đã gửi của người được phân công." in words(section)
    assert "Quá hạn" not in words(section)


def test_what_is_very_much_goes_on_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(due_month, "MOST_LINES", 4)
    pages = list(due_month.pages(KNOWN))
    assert len(pages) > len(PAGES)
    begun = {of.target: f"{page.url}#{of.target.duty}" for page in pages for of in page.duties if not of.is_continued}
    find = due_month._duty_address
    assert {target: find(KNOWN, target) for target in begun} == begun
    whole = {of.target: of for page in PAGES.values() for of in page.duties}
    assert begun.keys() == whole.keys()
    for target, of_whole in whole.items():
        shown = [of for page in pages for of in page.duties if of.target == target]
        assert tuple(line for of in shown for line in of.lines) == of_whole.lines
        assert [of.periods for of in shown if of.periods] == [of_whole.periods]
    assert find(KNOWN, ToDueOfDuty("46-kh-dtn", Month(2020, 4), "khong-co")) is None
