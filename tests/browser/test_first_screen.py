"""What a phone shows of every kind of page before anybody scrolls: its heading, and what is asked most of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import PHONE, reader
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


TOPS = """([heading, asked]) => [heading, asked].map(selector => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box && box.height ? box.top : null;
})"""


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_first_screen(browser: Browser, longest: Kinds, internal_typical: Kinds, script: bool) -> None:
    """The longest pages of the public site, and those of middling length of the internal one, which hold more."""
    assert ASKED_MOST.keys() == longest.keys() == internal_typical.keys()
    names = {file: name for kinds in (longest, internal_typical) for name, file in kinds.items()}
    found: dict[Path, str] = {}
    with reader(browser, PHONE, script) as (page, _):
        for file, name in names.items():
            page.goto(file.as_uri())
            heading, asked = page.evaluate(TOPS, ["h1", ASKED_MOST[name]])
            if heading is None or asked is None or heading > HEADING or asked > ASKED:
                found[file] = f"{name}: heading at {heading}, {ASKED_MOST[name]} at {asked}"
    assert found == {}
