"""A view is made once for the same facts, and anew for others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ktgs.addresses.views import View, made_once
from ktgs.facts.facts import Facts
from tests.repo import SAMPLE, facts


@dataclass(frozen=True, slots=True)
class Thing:
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ThingView(View):
    name: str


def test_a_view_is_made_once_for_the_same_facts() -> None:
    made: list[str] = []

    @made_once
    def view(_: Facts, thing: Thing) -> ThingView:
        made.append(thing.key)
        return ThingView(thing.name)

    found = facts(SAMPLE)
    first, other = Thing("a", "A"), Thing("b", "B")
    assert view(found, first) is view(found, first)
    assert view(found, other) == ThingView("B")
    assert made == ["a", "b"]
    assert view(replace(found), Thing("a", "A mới")) == ThingView("A mới")
    assert made == ["a", "b", "a"]
