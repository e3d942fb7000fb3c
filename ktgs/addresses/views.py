"""Views of things that stand on many pages: made once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from ktgs.facts.facts import Facts

ThingT = TypeVar("ThingT")
ViewT = TypeVar("ViewT")


class View:
    """How pages show a thing: one object wherever it stands, so that who goes through all pages need do it once."""

    __slots__ = ()


def made_once(make: Callable[[Facts, ThingT], ViewT]) -> Callable[[Facts, ThingT], ViewT]:
    """Return what makes the view of a thing with a `key` once, for as long as the same facts are asked about."""

    @lru_cache(maxsize=1)
    def made(_: Facts) -> dict[Any, ViewT]:
        return {}

    @wraps(make)
    def view(facts: Facts, thing: ThingT) -> ViewT:
        views, key = made(facts), thing.key  # type: ignore[attr-defined]
        if key not in views:
            views[key] = make(facts, thing)
        return views[key]

    return view
