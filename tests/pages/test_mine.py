"""What a reader who has chosen finds first: debts and meetings of a unit, on the internal site of a person."""

from __future__ import annotations

import pytest

from ktgs.examining.publishing import facts_for, publish
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts
from ktgs.pages import mine, mine_choices, unit
from tests.repo import SAMPLE, facts

KNOWN = facts(SAMPLE)
PUBLIC = publish(KNOWN)
INTERNAL = facts_for(Audience.internal, KNOWN)


def of(known: Facts, key: str) -> mine.MinePage:
    return next(page for page in mine.pages(known) if page.key == key)


@pytest.mark.parametrize("known", [PUBLIC, INTERNAL], ids=["public", "internal"])
def test_it_says_the_first_of_what_the_unit_s_page_says(known: Facts) -> None:
    pages = {page.unit.id: page for page in unit.pages(known)}
    seen = 0
    for found in mine.pages(known):
        kind, _, name = found.key.partition("/")
        if kind == "don-vi":
            whole = pages[name]
            assert found.owed == whole.to_do[: len(found.owed)]
            assert found.owed_count == len(whole.to_do)
            assert found.gaps == whole.gaps
            assert {row.subject for row in found.meetings} <= {row.subject for row in whole.coming}
            seen += len(found.owed)
    assert seen > 5


def test_people_can_be_chosen_on_the_internal_site_alone() -> None:
    def kinds(known: Facts) -> set[str]:
        return {page.key.partition("/")[0] for page in mine.pages(known)}

    assert (kinds(PUBLIC), kinds(INTERNAL)) == ({"don-vi"}, {"don-vi", "can-bo"})
    for known in (PUBLIC, INTERNAL):
        (listed,) = mine_choices.pages(known)
        keys = [key for group in listed.groups for key, _ in group.choices]
        assert sorted(keys) == sorted(page.key for page in mine.pages(known))


def test_a_unit_that_is_no_more_cannot_be_chosen() -> None:
    gone = [unit.id for unit in KNOWN.repository.units.values() if not unit.exists_on(KNOWN.today)]
    assert gone
    assert not {f"don-vi/{unit_id}" for unit_id in gone} & {page.key for page in mine.pages(INTERNAL)}
