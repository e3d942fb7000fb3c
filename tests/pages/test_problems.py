"""The page of the data's problems: what is accepted stands apart, with its reason, for those who may read of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.pages.problems import ProblemsPage, pages
from tests.checks.marked import ASSIGNMENT_5
from tests.examining.test_accepting import D403, ENTRY, SUNDAY, with_entries
from tests.repo import SAMPLE, facts, lay


@pytest.fixture
def accepted(tmp_path: Path) -> Facts:
    """The sample with one accepted warning that all may read and two that follow from private facts."""
    person = next(line for line in (SAMPLE / ASSIGNMENT_5).read_text("utf-8").splitlines() if "cán bộ:" in line)
    file = f"data/people/{person.rpartition(' ')[2]}.yml"
    days = "không phân công:\n  - từ: 01/04/2020\n    đến: 31/05/2020\n"
    lay(tmp_path, {file: (SAMPLE / file).read_text("utf-8") + days})
    private = [item for item in facts(tmp_path).diagnostics if item.code.id == "M209"]
    assert private
    entries = [ENTRY.format("M209", item.place.file, "cán bộ") for item in private]
    return facts(with_entries(tmp_path, D403, *entries))


def shown(found: Facts) -> ProblemsPage:
    (page,) = pages(found)
    return page


def test_the_internal_page_shows_all_with_reason_who_and_line(accepted: Facts) -> None:
    page = shown(accepted)
    assert {item.problem.diagnostic.code.id for item in page.accepted} == {"D403", "M209"}
    (first,) = (item for item in page.accepted if item.problem.diagnostic.code.id == "D403")
    assert (first.problem.diagnostic.place.line, first.entry.reason, first.entry.accepted_by) == (
        6,
        "Đúng như giấy",
        "Văn phòng",
    )
    assert page.groups == ()


def test_the_public_page_shows_what_the_public_half_tells(accepted: Facts) -> None:
    page = shown(publish(accepted))
    assert [item.problem.diagnostic.code.id for item in page.accepted] == ["D403"]
    assert page.accepted[0].problem.diagnostic.place == (SUNDAY, 0, 0)
    assert page.groups == ()
