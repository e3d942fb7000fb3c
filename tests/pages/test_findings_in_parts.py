"""Recommendations, petitions and shortcomings of a large body: every one once, each list found where it begins."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.figures.open_findings import FIGURE as OPEN_FINDINGS
from ktgs.obligations.targets import ToOpenFindings
from ktgs.pages import recommendations, shortcomings
from ktgs.pages._asked import KINDS, turns
from ktgs.pages._bars import age_anchor
from ktgs.records.finding import Shortcoming
from ktgs.repository.findings import closed_on
from tests.repo import SAMPLE, facts, lay

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def known() -> Facts:
    """What the public knows of the shipped data."""
    return publish(facts(REPOSITORY))


def test_what_is_asked_stands_once_and_its_lists_are_found(known: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    (whole,) = recommendations.pages(known)
    monkeypatch.setattr(recommendations, "_MOST_WEIGHT", 20)
    pages = list(recommendations.pages(known))
    assert len(pages) > 10
    assert all((page.is_first, bool(page.ages), bool(page.turns)) == (page is pages[0],) * 3 for page in pages)
    for place, of_whole in enumerate(whole.groups):
        shown = [page.groups[place] for page in pages]
        assert [finding for of in shown for finding in of.done] == list(of_whole.done)
        listed = [finding for of in shown for age in of.by_age for finding in age.findings]
        assert listed == [finding for age in of_whole.by_age for finding in age.findings]
        starts = {page.url: page.groups[place] for page in reversed(pages) if page.groups[place].by_age}
        assert {of.open_start for of in shown} == {list(starts)[-1]}
        assert {of.done_start for of in shown} == {next(page.url for page in pages if page.groups[place].done)}
        assert {(of.open_count, of.done_count) for of in shown} == {(len(listed), len(of_whole.done))}


def test_a_body_without_reports_has_both_pages(tmp_path: Path) -> None:
    organization = (SAMPLE / "data/organization.yml").read_text(encoding="utf-8")
    none = publish(facts(lay(tmp_path, {"data/organization.yml": organization}, base=None)))
    (asked,), (short,) = recommendations.pages(none), shortcomings.pages(none)
    assert [(of.open_count, of.open_start, of.by_age) for of in asked.groups] == [(0, recommendations.ADDRESS, ())] * 2
    assert (asked.turns and asked.turns.rows, short.count, short.units, short.again) == ((), 0, (), ())


def test_a_bar_leads_to_the_part_in_which_its_age_begins(known: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recommendations, "_MOST_WEIGHT", 20)
    begun: dict[str, tuple[str, int]] = {}
    for page in recommendations.pages(known):
        for of in page.groups:
            for age in of.by_age:
                begun.setdefault(age.anchor, (f"{page.url}#{age.anchor}", age.count))
    numbers = known.figure(OPEN_FINDINGS)
    assert numbers
    bands = {age_anchor(kind, name): len(found) for kind, of in numbers.items() for name, found in of.bands}
    assert {anchor: count for anchor, (_, count) in begun.items()} == {a: count for a, count in bands.items() if count}
    find = recommendations.ADDRESSES[ToOpenFindings]
    assert {anchor: find(known, ToOpenFindings(anchor)) for anchor in bands} == {
        anchor: begun[anchor][0] if anchor in begun else None for anchor in bands
    }


def test_each_open_one_waits_for_one_party(known: Facts) -> None:
    table = turns(known)
    for place, (_, _, kind) in enumerate(KINDS):
        still_open = {found.key for found in known.repository.findings_of(kind) if closed_on(found) is None}
        waiting = [subject.target for row in table.rows for subject in row.cells[place].counts]
        assert len(waiting) == len(still_open) and set(waiting) == still_open


def test_shortcomings_stand_once_after_what_is_said_again(known: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcomings, "_MOST_WEIGHT", 60)
    pages = list(shortcomings.pages(known))
    found = [finding.key for page in pages for _, findings in page.units for finding in findings]
    assert sorted(found, key=str) == sorted((one.key for one in known.repository.findings_of(Shortcoming)), key=str)
    again = [table.title for page in pages for table in page.again]
    assert [title for title, _ in groupby(again)] == [
        "Đơn vị được nêu tồn tại, hạn chế từ hai báo cáo trở lên",
        "Cùng một tồn tại, hạn chế được nêu nhiều lần",
    ]
    named = [link.name for link in pages[0].parts]
    assert named[0] == "1. Lặp lại" and len(named) == len(pages) > 10
    first, last = pages[-1].units[0][0], pages[-1].units[-1][0]
    assert named[-1] == f"{len(pages)}. {first.name}" + (f" – {last.name}" if last is not first else "")
