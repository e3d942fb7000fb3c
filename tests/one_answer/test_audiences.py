"""Where the public and those who read the data are told otherwise: only by what is private, each kind listed here."""

from __future__ import annotations

from collections import Counter

from tests.one_answer.conftest import House

KINDS = {
    # a visit report is public once it is in: whether it is owed tells who was absent or replaced
    ("bao-cao-du-sinh-hoat", "only the command"),
    # who was absent is private: the public cannot tell whether a flash report on absences arises
    ("bao-cao-nhanh", "state"),
}


def kinds(house: House) -> Counter[tuple[str, str]]:
    """Return the duties whose obligations are told otherwise, and in what: how often."""
    found: Counter[tuple[str, str]] = Counter()
    for key in house.facts.keys() | house.public.keys():
        duty, here, there = key.split("/")[1], house.facts.get(key), house.public.get(key)
        if here is None or there is None:
            found[duty, "only the public" if here is None else "only the command"] += 1
        else:
            fields = zip(here._fields, here, there, strict=True)
            found.update((duty, name) for name, mine, theirs in fields if mine != theirs)
    return found


def test_audiences_differ_only_by_what_is_private(house: House) -> None:
    assert set(kinds(house)) == KINDS


def test_of_visit_reports_the_public_is_told_those_that_are_in(house: House) -> None:
    hidden = {key for key in house.facts.keys() - house.public.keys()}
    done = {key for key in hidden if house.facts[key].done_on}
    assert all(house.facts[key].private_until_done for key in hidden)
    assert len(done) < len(hidden) and done.isdisjoint(house.public)
