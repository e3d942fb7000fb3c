"""Long lists of a state, a page for each month or activity of a duty, over the shipped data."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import State
from ktgs.obligations.targets import ToStateOfDuty, ToStateOfPeriod, period_text
from ktgs.pages import tasks_state_period as page_of
from ktgs.pages._parts import MOST_LINES
from tests.repo import facts

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def known() -> Facts:
    """What the public knows of the shipped data."""
    return publish(facts(REPOSITORY))


def test_each_obligation_of_a_long_list_stands_in_one_period(known: Facts) -> None:
    pages = [page for page in page_of.pages(known) if page.state is State.on_time]
    listed = [line.item.id for page in pages for line in page.lines if page.whole.duty == "gui-lich-sinh-hoat"]
    on_time = [item.id for item in known.by_state[State.on_time] if item.duty.slug == "gui-lich-sinh-hoat"]
    assert sorted(listed) == sorted(on_time) and len(listed) == len(set(listed)) > MOST_LINES


def test_a_page_says_which_state_duty_and_period_it_is_about(known: Facts) -> None:
    for page in page_of.pages(known):
        (of,) = {(line.item.state, line.item.duty.slug, line.item.plan.id, line.item.period) for line in page.lines}
        state, duty, plan, period = of
        assert (page.state, page.whole) == (state, ToStateOfDuty(state, duty))
        assert (page.period.plan, page.period.duty, page.period.period) == (plan, duty, period)
        assert page.url == page_of.address(known, ToStateOfPeriod(state, plan, duty, period))
        assert page.url.endswith(f"/{duty}/{plan}/{period_text(period)}.html")
        assert page.title.endswith(f": {state}") and len(page.lines) == page.count <= MOST_LINES


def test_a_period_with_too_many_for_one_page_goes_on_in_parts(known: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_of, "MOST_LINES", 50)
    first, second, *_ = (page for page in page_of.pages(known) if page.parts)
    assert [part.address for part in first.parts] == [first.url, second.url]
    assert second.title == f"{first.title} (phần 2)"
    assert len(first.lines) == 50 and len(first.lines) + len(second.lines) == first.count == second.count
