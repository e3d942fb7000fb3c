"""Where no plan asks for visits and nobody made any, nothing leads to tables of them or speaks of their reports."""

from __future__ import annotations

from pathlib import Path

from ktgs.examining.publishing import publish
from ktgs.figures.visit_coverage import FIGURE
from ktgs.obligations.targets import ToFigure
from ktgs.pages.overview import pages as overview
from ktgs.pages.tasks import pages as tasks
from tests.repo import SAMPLE, facts

SCHOOL = Path(__file__).parents[1] / "school"
VISITS = ToFigure(FIGURE.slug)
SENTENCE = "Báo cáo dự sinh hoạt chỉ được liệt kê khi người được phân công đã gửi."


def told(root: Path) -> tuple[bool, bool]:
    """Return whether the overview links to the visits each week, and whether tasks speak of their reports."""
    public = publish(facts(root))
    (page,), (listing,) = overview(public), tasks(public)
    links = {link.target for link in page.weekly}
    return VISITS in links, SENTENCE in listing.unlisted


def test_the_school_inspection_has_no_visits() -> None:
    assert told(SCHOOL) == (False, False)


def test_the_sample_has() -> None:
    assert told(SAMPLE) == (True, True)


def test_who_may_read_all_is_told_of_no_rule_of_listing() -> None:
    (listing,) = tasks(facts(SAMPLE))
    assert listing.unlisted == ""
