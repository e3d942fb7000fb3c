"""Every obligation on every page that tells of it: the public facts' due day, state and name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from tests.one_answer.asking import none_differ
from tests.one_answer.conftest import House
from tests.one_answer.statements import pages, parties


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param("viec", id="lists by state; duty and period"),
        pytest.param("don-vi", id="units"),
        pytest.param("dot", id="rounds"),
        pytest.param("index.html", id="overview"),
        pytest.param("thuc-hien", id="compliance"),
        pytest.param("ke-hoach", id="plan"),
        pytest.param("dieu-chinh", id="adjustments"),
        pytest.param("bao-cao", id="reports"),
        pytest.param("kien-nghi", id="recommendations"),
    ],
)
def test_pages(house: House, folder: str) -> None:
    """Wherever a state stands with an obligation, state and due day are its own."""
    wrong, seen = [], 0
    for page, key, state, due, words in house.stated:
        if page.partition("/")[0] != folder:
            continue
        seen += 1
        answer = house.public.get(key)
        if answer is None or answer.state != state or due not in (None, answer.due_on or "chưa rõ"):
            wrong.append(f"{page}: {key}: {answer and answer.told} but told {state}, {due}: {words[:160]}")
    none_differ(wrong)
    assert seen


def test_no_other_page_tells_of_states(house: House) -> None:
    """A folder that is not asked above says nothing."""
    asked = {"viec", "don-vi", "dot", "index.html", "thuc-hien", "ke-hoach", "dieu-chinh", "bao-cao", "kien-nghi"}
    assert {page.partition("/")[0] for page, *_ in house.stated} == asked


def test_names_on_pages(house: House) -> None:
    told = [(page, key, who) for page in pages(house.site) for key, who in parties(house.site, page)]
    wrong = [
        f"{page}: {key}: {house.public[key].who} but told {who}" for page, key, who in told if not same(house, key, who)
    ]
    none_differ(wrong)
    assert {key for _, key, _ in told} >= {key for key, answer in house.public.items() if not answer.has_parts}


def same(house: House, key: str, who: str) -> bool:
    """Return whether a page names who owes an obligation; a line begins with a capital there."""
    name = house.public[key].who
    return who == name[:1].upper() + name[1:]


def listed_on(house: House, start: str) -> Counter[str]:
    """Return how often each obligation is told on the pages whose address matches."""
    return Counter(key for page, key, *_ in house.stated if re.fullmatch(start, page))


def differences(expected: Iterable[str], seen: Counter[str]) -> list[str]:
    """Return what is not told exactly once."""
    wanted = Counter(set(expected))
    return [
        f"{key}: {seen[key]} times instead of {wanted[key]}"
        for key in sorted(wanted | seen)
        if seen[key] != wanted[key]
    ]


def test_each_is_an_entry_on_the_page_of_its_duty_and_period(house: House) -> None:
    none_differ(differences(house.public, listed_on(house, "viec/46-kh-dtn/.+")))


def test_each_is_in_the_list_of_its_state_and_duty(house: House) -> None:
    none_differ(differences(house.counted, listed_on(house, r"viec/[a-z-]+/[a-z-]+(/.+)?\.html")))


def test_each_of_a_unit_is_on_the_page_of_the_unit(house: House) -> None:
    """Once among all that it owes; what is open stands above as well."""
    units = {key for key, shape in house.obligations.items() if shape["who"]["kind"] == "unit"}
    told = {key for page, key, *_ in house.stated if page.startswith("don-vi/")}
    none_differ(sorted(units - told))


def test_the_overview_lists_what_is_overdue(house: House) -> None:
    overdue = {key for key in house.counted if house.public[key].state == "overdue"}
    none_differ(sorted(overdue - {key for page, key, *_ in house.stated if page == "index.html"}))


def test_each_that_was_not_or_perhaps_not_on_time_is_in_the_list_of_its_month(house: House) -> None:
    """To these lists the cells of rates by duty and month lead."""
    listed = listed_on(house, "thuc-hien/.+")
    rated = {key for key in house.counted if house.public[key].state in ("late", "overdue", "missed")}
    unsure = {key for key in house.counted if house.public[key].state == "unknown"}  # of these only what was due
    none_differ(differences(rated | unsure & listed.keys(), listed))
