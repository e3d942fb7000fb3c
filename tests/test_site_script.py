"""The one script of the site, in a real browser: it counts from the reader's day, and all is complete without it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation, State
from ktgs.site.rendering import environment
from ktgs.site.shell import Shell
from ktgs.site.site import Site
from tests.repo import SAMPLE, facts, lay

pytestmark = pytest.mark.browser

TEMPLATES = Path(__file__).parent.parent / "site_templates"
OPEN = (State.overdue, State.due_soon, State.upcoming)
PAGE = """{% extends "base.html" %}{% import "_macros.html" as ui %}{% block main %}
{% for item in page.shown %}<p id="{{ item.state.name }}">{{ ui.state(item) }}</p>{% endfor %}{% endblock %}"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """What is known on 10/05/2020, the data being no sample."""
    text = (SAMPLE / "data/organization.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("dữ liệu minh họa đến ngày")]
    root = lay(tmp_path_factory.mktemp("known"), {"data/organization.yml": "\n".join(lines) + "\n"})
    return publish(facts(root, "2020-05-10"))


@pytest.fixture
def file(known: Facts, tmp_path: Path) -> Path:
    """A page with an obligation of each open state."""
    shell = Shell(Site("Thử", known, frozenset()), "index.html", "Thử")
    items = [shown_of(known, state) for state in OPEN]
    text = environment([str(TEMPLATES)]).from_string(PAGE).render(page=SimpleNamespace(shown=items), shell=shell)
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "assets").symlink_to(TEMPLATES / "assets")
    return tmp_path / "index.html"


def shown(browser: Browser, file: Path, now: datetime, *, script: bool = True) -> dict[str, str]:
    """Return what a reader sees at that moment: the age of the page, and the words of each label by its first state."""
    with browser.new_context(java_script_enabled=script, timezone_id="America/Los_Angeles") as context:
        page = context.new_page()
        page.clock.set_fixed_time(now)
        page.goto(file.as_uri())
        words = {state.name: page.locator(f"#{state.name} .words").inner_text() for state in OPEN}
        return {"age": page.locator("#age").inner_text().strip(), **words}


def test_on_the_page_s_own_day_nothing_changes(browser: Browser, file: Path) -> None:
    plain = shown(browser, file, datetime.fromisoformat("2020-05-10T09:00:00+07:00"), script=False)
    assert plain == shown(browser, file, datetime.fromisoformat("2020-05-10T09:00:00+07:00"))
    assert plain["age"] == "" and plain["upcoming"] == "Chưa đến hạn"


def test_a_week_later_the_page_says_its_age(browser: Browser, file: Path, known: Facts) -> None:
    """00:30 in Viet Nam on 18/05 is still 17/05 in UTC and in the reader's zone: Viet Nam's day counts."""
    found = shown(browser, file, datetime.fromisoformat("2020-05-18T00:30:00+07:00"))
    assert found["age"].startswith("Trang đã cũ 8 ngày")
    overdue_days = (date(2020, 5, 18) - first_due(known, State.overdue)).days
    assert found["overdue"] == f"Quá hạn {overdue_days} ngày"


def test_two_days_later_the_days_are_counted_anew_without_a_warning(browser: Browser, file: Path, known: Facts) -> None:
    found = shown(browser, file, datetime.fromisoformat("2020-05-12T09:00:00+07:00"))
    assert found["age"] == "Số ngày còn lại, quá hạn đếm đến hôm nay."
    assert found["overdue"] == f"Quá hạn {(date(2020, 5, 12) - first_due(known, State.overdue)).days} ngày"


def test_what_was_coming_is_told_to_be_past(browser: Browser, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    days = "".join(f'<li><time datetime="2020-05-{on}">{on}/05/2020</time></li>' for on in (11, 12, 13))
    file.write_text(text.replace("</main>", f"<ul data-coming>{days}</ul></main>"), encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat("2020-05-12T09:00:00+07:00"))
        page.goto(file.as_uri())
        told = [" ".join(entry.split()) for entry in page.locator("[data-coming] li").all_inner_texts()]
    assert told == ["11/05/2020 đã qua", "12/05/2020", "13/05/2020"]


def test_years_later_nothing_past_is_called_upcoming(browser: Browser, file: Path, known: Facts) -> None:
    found = shown(browser, file, datetime.fromisoformat("2026-05-18T09:00:00+07:00"))
    lapsing = {state for state in OPEN if shown_of(known, state).lapses_on}
    assert lapsing and lapsing != set(OPEN)
    for state in OPEN:
        assert found[state.name].startswith("Không thực hiện" if state in lapsing else "Quá hạn "), state


def shown_of(known: Facts, state: State) -> Obligation:
    """Return the obligation that the page shows for a state."""
    return next(item for item in known.counted if item.state is state)


def first_due(known: Facts, state: State) -> date:
    """Return its due date."""
    due = shown_of(known, state).due_on
    assert due is not None
    return due
