"""Every kind of page as a reader opens it from disk: its first screen on a phone, and what it is at every width."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.tabs import DESKTOP, NARROW, PHONE, SCRIPTLESS, TWICE, has_style, reached, reader, resize
from tests.kinds import Kinds

pytestmark = pytest.mark.browser

HEADING, ASKED = 160, 600  # px of 844 by which they begin

# What is asked most of a kind of page. Elsewhere it is what stands first below the heading, and so need not be named.
ASKED_MOST = {
    "adjustment.html": "main dl",
    "calendar.html": "#main .day h3",
    "calendar_month.html": "#main td[id]:not(.empty)",
    "calendar_week.html": "#main .day h3",
    "calendar_year.html": "#main .small-month",
    "code.html": "#main > p + p",
    "codes.html": "#main section li",
    "compliance.html": "#main .answer",
    "compliance_units.html": "#main tbody td",
    "components.html": "#main .state",
    "downloads.html": "#main ul a",
    "due_month.html": "#main .menu a",
    "duty_period.html": "#main .state",
    "duty_periods.html": "#main tbody td",
    "fields.html": "#main .menu a",
    "figure.html": "#main tbody td",
    "figures.html": "#main .findings a",
    "good_practices.html": "#main .findings li",
    "main.html": "article > :is(p, ul, ol)",
    "month_summary.html": "#main .copy:not([hidden]), #main .letter-text",
    "months.html": "#main tbody td",
    "overview.html": "#main .cards a",
    "people.html": "#main tbody th",
    "person.html": "#main section :is(tbody tr, p, li)",
    "plan.html": "article p",
    "problems.html": "#main li",
    "recommendations.html": "#main :is(tbody td, .findings li)",
    "report.html": "#main dd",
    "reports.html": "#main .menu a",
    "reports_of_kind.html": "#main tbody th",
    "round.html": "#main tbody tr",
    "rounds.html": "#main tbody th",
    "rule.html": "#main p",
    "rules.html": "#main .findings a",
    "search.html": "#main .search",
    "shortcomings.html": "#main :is(tbody td, .findings li)",
    "subscribing.html": "#main h3",
    "tasks.html": "#main tbody td",
    "tasks_state.html": "#main tbody th",
    "tasks_state_duty.html": "#main :is(tbody th, h2)",
    "tasks_state_period.html": "#main tbody th",
    "unit.html": "#main .to-do li",
    "unit_times.html": "#main .answer",
    "units.html": "#main tbody th",
}


# Of each link of the menu: its words, and whether it is shown within the width of the screen; only those in the flow.
IN_SIGHT = """all => all.filter(one => one.checkVisibility()).map(one => {
  const box = one.getBoundingClientRect();
  return [one.innerText, box.width > 0 && box.left >= 0 && box.right <= innerWidth];
})"""


@SCRIPTLESS
def test_every_kind_of_page(browser: Browser, longest: Kinds, internal_typical: Kinds, script: bool) -> None:
    """What is asked most stands on the first screen of a phone; at every width the page fits, and shows its heading and
    its menu. It loads and says no fault. Of the internal site, which holds more, pages of middling length.
    """
    assert ASKED_MOST.keys() == longest.keys() == internal_typical.keys()
    found: dict[str, list[str]] = {}
    with reader(browser, PHONE, script) as (page, wrong):
        for name, asked_most in ASKED_MOST.items():
            for file in sorted({longest[name], *([internal_typical[name]] if script else [])}):
                wrong.clear()
                page.goto(file.as_uri())
                faults = [] if has_style(page) else ["no style"]
                faults += faults_of_first_screen(page, asked_most)
                page.locator(".more summary").click()
                for width in (NARROW, TWICE, DESKTOP, PHONE):  # no script asks for it, so one page turned is as four
                    resize(page, width)
                    faults += faults_at(page, width)
                if faults or wrong:
                    found[f"{name}, {file.name}"] = [*wrong, *faults]
    assert found == {}


def faults_of_first_screen(page: Page, asked_most: str) -> list[str]:
    """Return what of the heading and of what is asked most begins too far below."""
    heading = page.locator("h1").bounding_box()
    asked = page.locator(asked_most).first.bounding_box()
    if heading is None or asked is None:
        return [f"no heading, or no {asked_most}"]
    is_seen = heading["y"] <= HEADING and asked["y"] <= ASKED
    return [] if is_seen else [f"heading at {heading['y']:.0f}, {asked_most} at {asked['y']:.0f}"]


def faults_at(page: Page, width: int) -> list[str]:
    """Return what a page with its menu unfolded lacks at a width."""
    faults = [] if page.locator("h1").is_visible() else [f"no heading is seen at {width} px"]
    faults += [f"{wide} px wide at {width} px"] if (wide := reached(page)) > width else []
    menu: list[tuple[str, bool]] = page.locator(".more nav a").evaluate_all(IN_SIGHT)
    faults += [] if menu else [f"no menu at {width} px"]
    return faults + [f"not in sight at {width} px: {words}" for words, is_in_sight in menu if not is_in_sight]
